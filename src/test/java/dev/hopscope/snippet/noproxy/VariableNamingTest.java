package dev.hopscope.snippet.noproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which variable a file of cases names as the winner. */
class VariableNamingTest {
    private static String via(Map<String, String> env, String client) {
        Decision decision = Clients.byId(client)
                .orElseThrow()
                .decide(new ProxyEnvironment(env, null), "http://example.com/", Resolver.NONE);
        return String.valueOf(NoProxyCases.via(env, decision));
    }

    private static Map<String, String> env(String... namesAndValues) {
        Map<String, String> env = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            env.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return env;
    }

    @Test
    void theSpellingThatWonIsNamed() {
        assertThat(via(env("http_proxy", "http://192.0.2.1:1", "HTTP_PROXY", "http://192.0.2.2:1"), "go"))
                .isEqualTo("HTTP_PROXY");
    }

    @Test
    void ofTwoSpellingsWithOneValueTheLowerCaseIsNamedWhereAnotherVariableDiffers() {
        assertThat(via(
                        env(
                                "http_proxy",
                                "http://192.0.2.1:1",
                                "HTTP_PROXY",
                                "http://192.0.2.1:1",
                                "https_proxy",
                                "http://192.0.2.2:1"),
                        "go"))
                .isEqualTo("http_proxy");
    }

    @Test
    void aMixedSpellingIsNamedInLowerCase() {
        assertThat(via(env("Http_Proxy", "http://192.0.2.1:1"), "python-urllib"))
                .isEqualTo("http_proxy");
    }

    @Test
    void noVariableIsNamedWhereAllHoldTheSameAddress() {
        assertThat(via(env("http_proxy", "http://192.0.2.1:1", "https_proxy", "http://192.0.2.1:1"), "curl"))
                .isEqualTo("null");
    }

    @Test
    void theLastSpellingInTheEnvironmentWinsInNpm() {
        assertThat(via(env("HTTP_PROXY", "http://192.0.2.2:1", "http_proxy", "http://192.0.2.1:1"), "npm"))
                .isEqualTo("http_proxy");
        assertThat(via(env("http_proxy", "http://192.0.2.1:1", "HTTP_PROXY", "http://192.0.2.2:1"), "npm"))
                .isEqualTo("HTTP_PROXY");
    }
}
