package dev.hopscope.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.NameTable;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.ProxyEnvironment;
import dev.hopscope.snippet.noproxy.Verdict;
import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListForTest {
    private static final List<Wanted> BYPASS = wanted();

    private static List<Wanted> wanted() {
        List<Wanted> all = new ArrayList<>(BypassPresets.LOOPBACK);
        all.addAll(BypassPresets.PRIVATE);
        all.addAll(BypassPresets.kubernetes("k8s.example", "10.96.0.0/12", "100.64.0.0/10"));
        Stream.of(
                        ".corp.example",
                        "host.example",
                        "api.example:8443",
                        "192.0.2.7",
                        "198.51.100.0/30",
                        "203.0.113.0/25",
                        "2001:db8::/32")
                .map(BypassText::read)
                .forEach(all::add);
        return all;
    }

    private static Verdict verdict(NoProxyClient client, @Nullable String list, String url) {
        return client.decide(
                        ProxyEnvironment.withNoProxy(list, ProxyEnvironment.nonProxyHostsFor(list)),
                        url,
                        NameTable.LOCAL)
                .verdict();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl",
                "wget",
                "npm",
                "go",
                "maven",
                "java-huc",
                "undici7",
                "global-agent",
                "ruby-net-http",
                "php-curl"
            })
    void whatIsWantedGoesDirectOrANoteNamesIt(String id) {
        NoProxyClient client = Clients.byId(id).orElseThrow();
        ListFor list = ListFor.clients(BYPASS, id);
        for (Wanted wanted : BYPASS) {
            boolean named = list.notes().stream()
                    .anyMatch(note -> List.of(
                                    note.substring(0, note.indexOf(": ")).split(", "))
                            .contains(BypassText.write(wanted)));
            if (!named) {
                assertThat(wanted.inside())
                        .as("%s for %s with %s", BypassText.write(wanted), id, list.joined(","))
                        .filteredOn(url -> verdict(client, null, url) != Verdict.ERROR)
                        .allMatch(url -> verdict(client, list.joined(","), url) == Verdict.DIRECT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl",
                "wget",
                "npm",
                "go",
                "maven",
                "java-huc",
                "undici7",
                "global-agent",
                "ruby-net-http",
                "php-curl"
            })
    void nothingElseGoesDirect(String id) {
        NoProxyClient client = Clients.byId(id).orElseThrow();
        ListFor list = ListFor.clients(BYPASS, id);
        for (String host : List.of(
                "other.example",
                "notcorp.example",
                "corp.example.evil.test",
                "192.0.2.8",
                "198.51.100.4",
                "203.0.113.128",
                "11.0.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "100.128.0.1",
                "example")) {
            assertThat(verdict(client, list.joined(","), "http://" + host + "/"))
                    .as("%s for %s with %s", host, id, list.joined(","))
                    .isEqualTo(verdict(client, null, "http://" + host + "/"));
        }
    }

    @Test
    void aSmallRangeIsWrittenOutAndALargeOneIsNamed() {
        ListFor wget =
                ListFor.clients(List.of(BypassText.read("198.51.100.0/30"), BypassText.read("10.0.0.0/8")), "wget");
        assertThat(wget.entries()).containsExactly("198.51.100.0", "198.51.100.1", "198.51.100.2", "198.51.100.3");
        assertThat(wget.notes()).singleElement().asString().startsWith("10.0.0.0/8: GNU Wget reads no such range");
    }

    @Test
    void aRangeBecomesPatternsForJava() {
        assertThat(ListFor.clients(List.of(BypassText.read("172.16.0.0/12")), "java-huc")
                        .entries())
                .hasSize(16)
                .startsWith("172.16.*")
                .endsWith("172.31.*");
    }
}
