package dev.hopscope.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.snippet.noproxy.Wanted;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\0", "\u001b", "\u0085", "\ud800"})
    void aControlCharacterIsRefusedInEveryInput(String bad) {
        String text = "a" + bad + "b";
        assertThatThrownBy(() -> ProxyAddress.http(text, 1)).hasMessageContaining("The proxy host holds");
        assertThatThrownBy(() -> new ProxyAddress(ProxyScheme.HTTP, "h", 1, text, ""))
                .hasMessageContaining("The user holds");
        assertThatThrownBy(() -> new ProxyAddress(ProxyScheme.HTTP, "h", 1, "u", text))
                .hasMessageContaining("The password holds");
        assertThatThrownBy(() -> BypassText.read(text)).hasMessageContaining("The exception holds");
        assertThatThrownBy(() -> Given.NOTHING.withName(text)).hasMessageContaining("The name holds");
    }

    @Test
    void userAndPasswordAreEncodedExactly() {
        ProxyAddress proxy = Samples.hostile().proxy();
        URI url = URI.create(proxy.url());
        assertThat(url.getUserInfo()).isEqualTo(Samples.USER + ":" + Samples.PASSWORD);
        assertThat(url.getRawUserInfo()).matches("[A-Za-z0-9._~%-]+:[A-Za-z0-9._~%-]+");
        assertThat(url.getHost()).isEqualTo("proxy.example");
    }

    @Test
    void anIpv6ProxyIsInBrackets() {
        assertThat(ProxyAddress.http("[::1]", 80).url()).isEqualTo("http://[::1]:80");
        assertThat(ProxyAddress.http("2001:db8::1", 80).hostPort()).isEqualTo("[2001:db8::1]:80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.test",
                ".a.test",
                "*.a.test",
                "a.test:80",
                "*.a.test:8080",
                "10.1.2.3",
                "10.1.2.3:80",
                "::1",
                "[::1]:80",
                "10.0.0.0/8",
                "fd00::/8"
            })
    void whatIsReadIsWrittenTheSame(String entry) {
        assertThat(BypassText.write(BypassText.read(entry))).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "*",
                "a b",
                "a,b",
                "a/b",
                "10.0.0.0/33",
                "1.2.3",
                "256.1.1.1",
                "[::1",
                "[::1]x",
                "a:b",
                "a:0",
                "a:65536",
                "::g",
                "a..b",
                "http://a"
            })
    void whatIsNoExceptionIsRefusedInWords(String entry) {
        assertThatThrownBy(() -> BypassText.read(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).{12,}");
    }

    @Test
    void whatAnotherExceptionTakesInIsLeftOut() {
        List<Wanted> bypass = Stream.of(
                        "10.96.0.0/12",
                        "10.0.0.0/8",
                        "10.1.2.3",
                        ".a.test",
                        "www.a.test",
                        "*.a.test",
                        "a.test:80",
                        "a.test",
                        "b.test",
                        "b.test")
                .map(BypassText::read)
                .toList();
        Environment environment = new Environment(ProxyAddress.http("h", 1), Variables.USUAL, bypass);
        assertThat(environment.bypass())
                .extracting(BypassText::write)
                .containsExactly("10.0.0.0/8", ".a.test", "b.test");
    }

    @Test
    void aListWithNothingInItIsSetToNothingSoThatAnEarlierOneDoesNotCount() {
        Environment environment = new Environment(ProxyAddress.http("h", 1), Variables.USUAL, List.of());
        assertThat(environment.assignments()).contains(new Assignment("no_proxy", ""), new Assignment("NO_PROXY", ""));
        assertThat(Snippets.byId("sh")
                        .orElseThrow()
                        .apply(environment, Given.NOTHING)
                        .text())
                .contains("export no_proxy=\n");
    }

    @Test
    void lettersChooseTheNames() {
        Map<LetterCase, List<String>> wanted = Map.of(
                LetterCase.LOWER, List.of("all_proxy"),
                LetterCase.UPPER, List.of("ALL_PROXY"),
                LetterCase.BOTH, List.of("all_proxy", "ALL_PROXY"));
        wanted.forEach((letters, names) ->
                assertThat(new Variables(false, true, false, letters).names()).isEqualTo(names));
    }

    @Test
    void everyTargetHasAnIdOfItsOwnAndWordsForItsPlace() {
        assertThat(Snippets.ALL)
                .extracting(snippet -> snippet.card().id())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9-]+"));
        assertThat(Snippets.ALL).extracting(snippet -> snippet.card().title()).doesNotHaveDuplicates();
        assertThat(Snippets.ALL).allMatch(snippet -> !snippet.card().place().isBlank());
    }

    @Test
    void everyTargetTakesEverySchemeOrSaysWhyNot() {
        for (Snippet snippet : Snippets.ALL) {
            for (ProxyScheme scheme : ProxyScheme.values()) {
                Environment environment = new Environment(
                        new ProxyAddress(scheme, "proxy.example", 3128, "u", "p"),
                        Variables.USUAL,
                        BypassPresets.LOOPBACK);
                try {
                    assertThat(snippet.apply(environment, Given.NOTHING).text())
                            .contains("proxy.example")
                            .contains("3128");
                } catch (IllegalArgumentException inWords) {
                    assertThat(inWords).hasMessageContaining("Choose");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.hopscope.snippet.EnvironmentTest#all")
    void everyTextHasTrustOrSaysThatItHasNot(Snippet snippet) {
        String id = snippet.card().id();
        Environment trusting = Samples.plain().with(new Trust("/c/bundle.pem", "/c/cert.pem", "/c/store.p12"));
        Rendered with = Snippets.apply(snippet, trusting, Given.NOTHING);
        Rendered without = Snippets.apply(snippet, Samples.plain(), Given.NOTHING);
        boolean said = with.notes().stream().anyMatch(note -> note.words().contains("no place for trust"));
        assertThat(with.text().contains("bundle.pem") || with.text().contains("store.p12"))
                .as(id)
                .isNotEqualTo(said);
        assertThat(without.text()).as(id).doesNotContain("trustStore", "SSL_CERT_FILE=");
    }

    static List<Snippet> all() {
        return Snippets.ALL;
    }

    @Test
    void aContainerFindsTheFilesWhereTheyAreMounted() {
        Environment trusting = Samples.plain().with(new Trust("/c/bundle.pem", "/c/cert.pem", "/c/store.p12"));
        assertThat(Snippets.byId("docker-run")
                        .orElseThrow()
                        .apply(trusting, Given.NOTHING)
                        .text())
                .contains(
                        "--env 'SSL_CERT_FILE=/etc/hopscope/bundle.pem'",
                        "--volume /c/bundle.pem:/etc/hopscope/bundle.pem:ro",
                        "-Djavax.net.ssl.trustStore=/etc/hopscope/store.p12");
        assertThat(Snippets.byId("compose")
                        .orElseThrow()
                        .apply(trusting, Given.NOTHING)
                        .text())
                .contains("      SSL_CERT_FILE: ", "        target: /etc/hopscope/cert.pem");
    }
}
