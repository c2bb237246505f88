package dev.hopscope.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every target that is a file holds to: it keeps what is there, and takes out again exactly what it added. */
class FileTargetTest {
    private static final String SETTINGS = """
        <?xml version="1.0"?>
        <settings>
          <!-- <proxies><proxy><host>commented</host></proxy></proxies> -->
          <localRepository>/x</localRepository>
          <proxies>
            <proxy><id>corp</id><active>true</active><protocol>http</protocol><host>corp.example</host></proxy>
            <proxy>
              <id>other</id>
              <host>other.example</host>
            </proxy>
          </proxies>
        </settings>\
        """;

    private static final String DEPLOYMENT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            spec:
              initContainers:
              - name: init
                image: busybox
              containers:
                - name: web  # the one
                  image: web:1
                  env:
                    - name: http_proxy
                      value: "http://earlier.example:1"
                    # a comment
                    - name: OTHER
                      valueFrom:
                        secretKeyRef: {name: s, key: k}
                  ports:
                    - containerPort: 80

                - image: side
                  name: side
        ---
        kind: Pod
        apiVersion: v1
        spec:
          containers:
          - name: last
            image: last\
        """;

    /** Files as they might be there already, by target; those of {@code *} for all targets of lines. */
    private static final Map<String, List<String>> PRESENT = Map.ofEntries(
            Map.entry("dotenv", List.of("A=1\nhttp_proxy=http://earlier.example:1\nexport NO_PROXY = 'x'\nB=2")),
            Map.entry("etc-environment", List.of("PATH=\"/bin\"\nhttp_proxy=\"http://earlier.example:1\"\n")),
            Map.entry("direnv", List.of("layout python\nexport http_proxy=$(cat x)\n")),
            Map.entry(
                    "dockerfile",
                    List.of("# syntax=docker/dockerfile:1\nFROM a AS b\nRUN x\n\nfrom scratch\nCOPY --from=b / /")),
            Map.entry(
                    "github-actions",
                    List.of(
                            "on: push\nenv:\n  A: 1\n  http_proxy: x\njobs: {}\n",
                            "on: push\njobs:\n  env:\n    a: 1",
                            "env:   # all\n    B: 2\n")),
            Map.entry("gitlab-ci", List.of("variables:\n  A: \"1\"\n  NO_PROXY: x\n\nbuild:\n  script: [a]\n")),
            Map.entry(
                    "maven",
                    List.of(
                            SETTINGS,
                            SETTINGS + "\n",
                            "<settings>\n</settings>\n",
                            "<settings xmlns=\"x\"><proxies></proxies></settings>")),
            Map.entry(
                    "gradle",
                    List.of("a=b\nsystemProp.http.proxyHost=earlier.example\nsystemProp.https.proxyPort : 1\n")),
            Map.entry("sbt", List.of("-J-Xmx2G\n-Dhttp.proxyHost=earlier.example\n")),
            Map.entry(
                    "npm",
                    List.of("registry=https://r.example/\n"
                            + "proxy = http://earlier.example\n"
                            + "noproxy[]=a\n"
                            + "//r.example/:_authToken=t")),
            Map.entry(
                    "yarn",
                    List.of("nodeLinker: pnp\n"
                            + "httpProxy: \"http://earlier.example\"\n"
                            + "npmScopes:\n"
                            + "  a:\n"
                            + "    httpProxy: keep\n")),
            Map.entry(
                    "pip",
                    List.of(
                            "[install]\nproxy = keep\n[global]\nproxy = http://earlier.example\ntimeout = 60\n",
                            "[install]\nx = 1",
                            "[global]  # mine\n")),
            Map.entry(
                    "cargo",
                    List.of("[net]\n"
                            + "proxy = \"keep\"\n\n"
                            + "[http]\n"
                            + "proxy = \"earlier\"\n"
                            + "timeout = 1\n"
                            + "[http.x]\n"
                            + "proxy = \"keep\"\n")),
            Map.entry(
                    "curl",
                    List.of("# mine\n-x earlier.example:1\nproxy = \"a\"\n--noproxy x\nuser-agent = \"proxy\"\n")),
            Map.entry("wget", List.of("https_proxy=http://earlier.example\nUse_Proxy = off\ntries = 3\n")),
            Map.entry(
                    "dnf",
                    List.of("[main]\n"
                            + "proxy=http://earlier.example\n"
                            + "proxy_username=u\n"
                            + "gpgcheck=1\n"
                            + "[fedora]\n"
                            + "proxy=keep\n")),
            Map.entry(
                    "ssh",
                    List.of("Host *\n  ForwardAgent no\n", "User me\nHost github.com\n  ProxyCommand earlier\n")),
            Map.entry("undici", List.of("import x from 'x';\nx();\n")),
            Map.entry("kubernetes-pod", List.of(DEPLOYMENT, DEPLOYMENT + "\n")),
            Map.entry(
                    "docker-config",
                    List.of(
                            "{\n"
                                    + "\t\"auths\": {\n"
                                    + "\t\t\"r.example\": {\"auth\": \"c2VjcmV0\"}\n"
                                    + "\t},\n"
                                    + "\t\"credsStore\": \"x\"\n"
                                    + "}",
                            "{\"proxies\": {\"default\": {\"httpProxy\": \"http://earlier.example\", \"ftpProxy\":"
                                    + " \"f\"}, \"tcp://h\": {}}}\n",
                            "{ }",
                            "{\n    \"proxies\": {}\n}\n")),
            Map.entry(
                    "docker-daemon",
                    List.of("{\n  \"data-root\": \"/d\",\n  \"proxies\": {\n    \"no-proxy\": \"earlier\"\n  }\n}\n")),
            Map.entry(
                    "firefox",
                    List.of("{\"policies\": {\"DisableTelemetry\": true, \"Proxy\": {\"Mode\": \"none\"}}}")));

    record Case(Snippet snippet, String present) {
        @Override
        public String toString() {
            return snippet.card().id() + " on " + present.lines().findFirst().orElse("nothing");
        }
    }

    static Stream<Case> cases() {
        return files().flatMap(snippet -> {
            List<String> present = new ArrayList<>(List.of(""));
            present.addAll(PRESENT.getOrDefault(snippet.card().id(), List.of()));
            present.addAll(present.stream()
                    .filter(text -> text.contains("\n") && !(snippet instanceof JsonSnippet))
                    .map(text -> text.replace("\n", "\r\n"))
                    .toList());
            return present.stream().distinct().map(text -> new Case(snippet, text));
        });
    }

    static Stream<Snippet> files() {
        return Snippets.ALL.stream().filter(snippet -> snippet.card().use() == SnippetUse.FILE);
    }

    private static Environment environment(Snippet snippet) {
        return snippet.card().id().equals("sbt") ? Samples.plain() : Samples.hostile();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void undoLeavesTheFileAsItWasToTheByte(Case one) {
        Given given = Given.file(one.present());
        String applied = one.snippet().apply(environment(one.snippet()), given).text();
        assertThat(applied).isNotEqualTo(one.present()).containsAnyOf("proxy.example", "127.0.0.1");
        Given later = Given.file(applied).withBefore(one.present());
        assertThat(one.snippet().undo(environment(one.snippet()), later).text()).isEqualTo(one.present());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void settingTwiceIsSettingOnceAndIsUndoneAtOnce(Case one) {
        Snippet snippet = one.snippet();
        String once =
                snippet.apply(environment(snippet), Given.file(one.present())).text();
        String twice = snippet.apply(environment(snippet), Given.file(once)).text();
        assertThat(twice).isEqualTo(once);
        String other = snippet.apply(Samples.plain(), Given.file(once)).text();
        if (!(snippet instanceof JsonSnippet)) {
            assertThat(snippet.undo(Samples.plain(), Given.file(other)).text()).isEqualTo(one.present());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLineThatWasThereIsStillThere(Case one) {
        String applied = one.snippet()
                .apply(environment(one.snippet()), Given.file(one.present()))
                .text();
        if (one.present().isEmpty()
                || one.snippet() instanceof JsonSnippet
                || one.snippet().card().id().equals("maven")) {
            return; // values change in their place; read back by their tests
        }
        assertThat(applied.lines()
                        .map(line -> line.replaceFirst("^(#|//) Hopscope keeps: ", ""))
                        .toList())
                .containsSubsequence(one.present().lines().toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void undoOfAFileThatWasNeverChangedChangesNothing(Case one) {
        assertThat(one.snippet()
                        .undo(
                                environment(one.snippet()),
                                Given.file(one.present()).withBefore(one.present()))
                        .text())
                .isEqualTo(one.present());
    }

    @Test
    void whatWasAddedToAJsonFileMeanwhileStays() {
        Snippet docker = Snippets.byId("docker-config").orElseThrow();
        String before =
                "{\n  \"auths\": {},\n  \"proxies\": {\"default\": {\"httpProxy\": \"http://earlier.example\"}}\n}\n";
        String applied = docker.apply(Samples.plain(), Given.file(before)).text();
        String loggedIn = applied.replace("\"auths\": {}", "\"auths\": {\"r.example\": {}}");
        assertThat(docker.undo(Samples.plain(), Given.file(loggedIn).withBefore(before))
                        .text())
                .isEqualTo(before.replace("\"auths\": {}", "\"auths\": {\"r.example\": {}}"));
    }

    @Test
    void aValueOfOtherOptionsIsBroughtBackToo() {
        Snippet docker = Snippets.byId("docker-config").orElseThrow();
        String before = "{\n  \"proxies\": {\"default\": {\"noProxy\": \"earlier\"}}\n}\n";
        String applied = docker.apply(Samples.hostile(), Given.file(before)).text();
        assertThat(docker.undo(Samples.plain(), Given.file(applied).withBefore(before))
                        .text())
                .isEqualTo(before);
    }

    @Test
    void aValueThatIsNotOursStaysAndIsNamedWhereNothingIsKnownOfBefore() {
        Snippet docker = Snippets.byId("docker-config").orElseThrow();
        String applied = docker.apply(Samples.plain(), Given.NOTHING).text();
        String changed = applied.replaceFirst("http://127.0.0.1:8888", "http://changed.example");
        Rendered undone = docker.undo(Samples.plain(), Given.file(changed));
        assertThat(undone.text()).contains("changed.example").doesNotContain("8888");
        assertThat(undone.notes()).anyMatch(note -> note.words().contains("proxies.default.httpProxy"));
    }

    @Test
    void aFileThatIsNoJsonIsRefusedWithItsLine() {
        Snippet docker = Snippets.byId("docker-config").orElseThrow();
        for (String bad :
                List.of("[1]", "{\n\"a\": }", "{\"a\": 1,}", "{\"a\" 1}", "{\"a\": tru}", "{", "{}x", "// c\n{}")) {
            assertThatThrownBy(() -> docker.apply(Samples.plain(), Given.file(bad)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The file is no JSON")
                    .hasMessageContaining("nothing was changed");
        }
    }

    @Test
    void aFileOfAnotherIsNotOverwritten() {
        assertThatThrownBy(() ->
                        Snippets.byId("compose").orElseThrow().apply(Samples.plain(), Given.file("services: {}\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not Hopscope's");
    }

    @Test
    void aMarkWithoutItsEndIsRefused() {
        assertThatThrownBy(() -> Snippets.byId("npm")
                        .orElseThrow()
                        .undo(Samples.plain(), Given.file("# >>> Hopscope\nproxy=x\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without '# <<< Hopscope'");
    }
}
