package dev.hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.hopscope.snippet.noproxy.Clients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoProxyCommandTest {
    @TempDir
    Path folder;

    private final FakeProgram program = new FakeProgram();

    private JsonArray json(String... args) {
        assertThat(program.run(args)).isZero();
        return JsonParser.parseString(program.out).getAsJsonArray();
    }

    @Test
    void eachClientAndUrlIsOneObjectWithDecisionEntryAndRule() {
        JsonArray array = json(
                "no-proxy",
                "--value",
                "a.test,10.0.0.0/8",
                "--url",
                "http://www.a.test/",
                "--url",
                "https://10.1.2.3/",
                "--client",
                "curl,wget",
                "--json");
        assertThat(array).hasSize(4);
        JsonObject curl = array.get(0).getAsJsonObject();
        assertThat(curl.get("client").getAsString()).isEqualTo("curl");
        assertThat(curl.get("decision").getAsString()).isEqualTo("direct");
        assertThat(curl.get("entry").getAsString()).isEqualTo("a.test");
        assertThat(curl.get("rule").getAsString()).contains("subdomains");
        assertThat(array.get(3).getAsJsonObject().get("decision").getAsString()).isEqualTo("proxy");
        assertThat(array.get(3).getAsJsonObject().get("entry").isJsonNull()).isTrue();
    }

    @Test
    void withoutClientsAllAreShownAndTheirDisagreementIsSaid() {
        assertThat(program.run("no-proxy", "--value", "*.a.test", "--url", "http://www.a.test/"))
                .isZero();
        assertThat(program.out.lines()).hasSize(Clients.ALL.size() + 2);
        assertThat(program.out).contains("The clients disagree.");
    }

    @Test
    void aFileOfCasesIsWrittenWithItsFieldsAndOurResults() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), """
            {"resolver": {"in10.test": "10.1.2.3", "every other name": "203.0.113.80"},
             "cases": [{"id": "a", "no_proxy": "10.0.0.0/8", "url": "http://in10.test/", "nonProxyHosts": "10.*",
                        "results": {"curl": "wrong"}},
                       {"id": "b", "no_proxy": null, "url": "http://localhost/", "nonProxyHosts": null}],
             "vars": [{"id": "v", "env": {"HTTP_PROXY": "http://192.0.2.1:3128"}, "url": "http://a.test/"}]}
            """);
        assertThat(program.run("no-proxy", "--cases", file.toString())).isZero();
        JsonObject root = JsonParser.parseString(program.out).getAsJsonObject();
        JsonObject first = root.getAsJsonArray("cases").get(0).getAsJsonObject();
        assertThat(first.get("no_proxy").getAsString()).isEqualTo("10.0.0.0/8");
        assertThat(first.getAsJsonObject("results").keySet()).hasSize(Clients.ALL.size());
        assertThat(first.getAsJsonObject("results").get("curl").getAsString()).isEqualTo("proxy");
        assertThat(first.getAsJsonObject("results").get("ruby-net-http").getAsString())
                .isEqualTo("direct");
        JsonObject second = root.getAsJsonArray("cases").get(1).getAsJsonObject();
        assertThat(second.get("no_proxy").isJsonNull()).isTrue();
        assertThat(second.getAsJsonObject("results").get("go").getAsString()).isEqualTo("direct");
        JsonObject variables =
                root.getAsJsonArray("vars").get(0).getAsJsonObject().getAsJsonObject("results");
        assertThat(variables.getAsJsonObject("curl").get("r").getAsString()).isEqualTo("direct");
        assertThat(variables.getAsJsonObject("go").get("via").getAsString()).isEqualTo("HTTP_PROXY");
    }

    @Test
    void anUnknownClientIsRefusedWithTheKnownOnes() {
        assertThat(program.run("no-proxy", "--url", "http://a.test/", "--client", "curly"))
                .isEqualTo(ExitStatus.WRONG_USE);
        assertThat(program.err).contains("No client is called 'curly'", "python-requests");
    }

    @Test
    void whatIsNoUrlIsRefused() {
        assertThat(program.run("no-proxy", "--url", "a.test")).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(program.err).contains("'a.test' is no http or https URL with a host.");
    }

    @Test
    void aFileThatIsNoJsonIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), "[1, 2");
        assertThat(program.run("no-proxy", "--cases", file.toString())).isEqualTo(ExitStatus.FAILURE);
        assertThat(program.err).contains("is no JSON file of cases");
    }

    @Test
    void anEntryThatActsOnTheTerminalIsShownEscaped() {
        assertThat(program.run("no-proxy", "--value", "\u001b[31m,*", "--url", "http://a.test/", "--client", "go"))
                .isZero();
        assertThat(program.out).doesNotContain("\u001b");
    }
}
