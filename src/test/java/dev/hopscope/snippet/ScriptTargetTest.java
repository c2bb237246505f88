package dev.hopscope.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that are run, run by the real programs. */
class ScriptTargetTest {
    @TempDir
    Path folder;

    private static Snippet snippet(String id) {
        return Snippets.byId(id).orElseThrow();
    }

    private static String apply(String id, Environment environment) {
        return snippet(id).apply(environment, Given.NOTHING).text();
    }

    private static String undo(String id) {
        return snippet(id).undo(Samples.plain(), Given.NOTHING).text();
    }

    private String sh(String script) throws IOException, InterruptedException {
        RealTool tool = new RealTool(folder);
        tool.write("script", script);
        return tool.run("dash", "script");
    }

    /** What stands in a folder below the test's, by path. */
    private Map<String, String> files(String below) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path root = folder.resolve(below);
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    static Stream<Snippet> forPosixShells() {
        return Snippets.ALL.stream()
                .filter(s -> s.card().use() == SnippetUse.RUN)
                .filter(s -> !List.of("fish", "csh", "powershell", "cmd", "netsh", "windows-registry")
                        .contains(s.card().id()));
    }

    @ParameterizedTest
    @MethodSource("forPosixShells")
    void everyScriptIsReadByEveryPosixShell(Snippet snippet) throws IOException, InterruptedException {
        RealTool tool = new RealTool(folder);
        for (Environment environment : List.of(Samples.plain(), Samples.hostile())) {
            tool.write("apply", snippet.apply(environment, Given.NOTHING).text());
            tool.write("undo", snippet.undo(environment, Given.NOTHING).text());
            for (String shell : List.of("dash", "bash", "zsh")) {
                if (Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, shell)))) {
                    tool.run(shell, "-n", "apply");
                    tool.run(shell, "-n", "undo");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm", "kind", "uv", "go", "bundler", "composer", "dotnet", "apk"})
    void aCommandAloneGetsTheVariables(String id) throws IOException, InterruptedException {
        RealTool.needs("env");
        String script = apply(id, Samples.hostile());
        String command = script.substring(0, script.indexOf('('));
        Path bin = folder.resolve("bin");
        Files.createDirectories(bin);
        Path fake = Files.writeString(
                bin.resolve(command), "#!/bin/sh\nenv -0 > \"$HOME/seen\"\nprintf '%s' \"$1\" > \"$HOME/argument\"\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();
        sh("PATH=" + bin + ":$PATH\n" + script + command + " 'an argument'\nenv -0 > outside\n" + undo(id)
                + "command -v " + command + " > after\n");
        RealTool tool = new RealTool(folder);
        assertThat(tool.variables("seen"))
                .containsEntry("http_proxy", Samples.hostile().proxy().url())
                .containsKey("no_proxy");
        assertThat(tool.variables("outside")).doesNotContainKeys("http_proxy", "no_proxy");
        assertThat(folder.resolve("argument")).hasContent("an argument");
        assertThat(Files.readString(folder.resolve("after")).strip()).isEqualTo(fake.toString());
    }

    /** Own files with the system's folders put below the test's, and no rights of root. */
    private String local(String script) {
        return ("systemctl() { :; }\n" + script)
                .replace("sudo ", "")
                .replace("/etc/", folder + "/etc/")
                .replace("~/", folder + "/home/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"systemd", "docker-systemd", "containerd", "podman", "apt"})
    void aFileOfItsOwnComesAndGoesAndAnothersStays(String id) throws IOException, InterruptedException {
        sh(local(apply(id, Samples.hostile())));
        Map<String, String> written = new TreeMap<>(files("etc"));
        written.putAll(files("home"));
        assertThat(written).hasSize(1);
        String where = written.keySet().iterator().next();
        assertThat(written.get(where)).contains("Hopscope");
        sh(local(apply(id, Samples.plain()) + undo(id)));
        assertThat(files("etc")).isEmpty();
        assertThat(files("home")).isEmpty();
        Path root = folder.resolve(id.equals("podman") ? "home" : "etc");
        assertThat(root.resolve(where).getParent()).doesNotExist();

        Path anothers = root.resolve(where);
        Files.createDirectories(anothers.getParent());
        Files.writeString(anothers, "mine\n");
        sh(local(apply(id, Samples.hostile())));
        assertThat(anothers).hasContent("mine");
        sh(local(undo(id)));
        assertThat(anothers).hasContent("mine");
    }

    @Test
    void systemdReadsTheDropIn() throws IOException, InterruptedException {
        RealTool.needs("systemd-analyze");
        sh(local(apply("systemd", Samples.hostile())));
        RealTool tool = new RealTool(folder).with("SYSTEMD_UNIT_PATH", folder + "/etc/systemd/system:");
        tool.write("etc/systemd/system/example.service", "[Service]\nExecStart=/bin/true\n");
        tool.write("verify", "systemd-analyze verify --man=no example.service 2>&1\n");
        assertThat(tool.run("dash", "verify").lines().filter(line -> line.contains("hopscope-proxy.conf")))
                .isEmpty();
        tool.write("etc/systemd/system/example.service.d/hopscope-proxy.conf", "[Service]\nEnvironment=\"a=%q%\n");
        assertThat(tool.run("dash", "verify"))
                .as("a file that is wrong is seen")
                .contains("hopscope-proxy.conf");
    }

    @Test
    void aUnitThatIsNoneIsRefused() {
        assertThatThrownBy(() -> snippet("systemd").apply(Samples.plain(), Given.NOTHING.withName("../x.service")))
                .hasMessageContaining("is no unit of systemd");
    }

    @Test
    void aptReadsItsFile() throws IOException, InterruptedException {
        RealTool.needs("apt-config");
        sh(local(apply("apt", Samples.hostile())));
        String dump =
                new RealTool(folder).run("apt-config", "-c", folder + "/etc/apt/apt.conf.d/95hopscope-proxy", "dump");
        assertThat(dump)
                .contains("Acquire::http::Proxy \"" + Samples.hostile().proxy().url() + "\";")
                .contains("Acquire::https::Proxy::localhost \"DIRECT\";")
                .contains("Acquire::http::Proxy::corp.example \"DIRECT\";");
    }

    @Test
    void gitTakesTheProxyButForExceptionsAndItsFileComesBack() throws IOException, InterruptedException {
        RealTool.needs("git");
        RealTool tool = new RealTool(folder);
        for (String before : List.of(
                "",
                "[user]\n"
                        + "\tname = \"A \\\"b\\\" # c\"\n"
                        + "[http]\n"
                        + "\tproxy = http://earlier.example:1\n"
                        + "\tproxy = http://later.example:2\n"
                        + "[core]\n"
                        + "\teditor = vi\n",
                "[http]\n\tsslVerify = true\n\tproxy =\n")) {
            Path config = tool.write(".gitconfig", before);
            sh(apply("git", Samples.hostile()) + apply("git", Samples.hostile()));
            assertThat(tool.run("git", "config", "--get-urlmatch", "http.proxy", "https://other.example/x")
                            .strip())
                    .isEqualTo(Samples.hostile().proxy().url());
            assertThat(tool.run("git", "config", "--get-urlmatch", "http.proxy", "https://www.corp.example/x")
                            .strip())
                    .isEmpty();
            assertThat(tool.run("git", "config", "--get-urlmatch", "http.proxy", "https://api.example:8443/x")
                            .strip())
                    .isEmpty();
            sh(apply("git", Samples.plain()) + undo("git"));
            assertThat(config).hasContent(before);
        }
    }

    @Test
    void kubectlTakesTheProxyAndTheEarlierOneComesBack() throws IOException, InterruptedException {
        RealTool.needs("kubectl");
        RealTool tool = new RealTool(folder);
        String start = "apiVersion: v1\n"
                + "clusters:\n"
                + "- cluster:\n"
                + "    server: https://k.example:6443\n"
                + "%s  name: kubernetes\n"
                + "contexts: null\n"
                + "current-context: \"\"\n"
                + "kind: Config\n"
                + "preferences: {}\n"
                + "users: null\n";
        for (String earlier : List.of("", "    proxy-url: http://u%20x:p@earlier.example:1\n")) {
            tool.write(".kube/config", start.formatted(earlier));
            String before = tool.run("kubectl", "config", "view", "--raw");
            sh(apply("kubectl", Samples.hostile()) + apply("kubectl", Samples.plain()));
            assertThat(tool.run("kubectl", "config", "view", "--raw")).contains("proxy-url: http://127.0.0.1:8888");
            sh(undo("kubectl"));
            assertThat(tool.run("kubectl", "config", "view", "--raw")).isEqualTo(before);
            assertThat(files(".local")).isEmpty();
        }
    }

    @Test
    void gnomeTakesTheProxyAndEarlierValuesComeBack() throws IOException, InterruptedException {
        RealTool.needs("gsettings");
        RealTool tool =
                new RealTool(folder).with("GSETTINGS_BACKEND", "keyfile").with("XDG_CONFIG_HOME", folder + "/config");
        tool.write("schemas", "gsettings list-schemas | grep -qx org.gnome.system.proxy && echo yes || echo no\n");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                tool.run("dash", "schemas").strip().equals("yes"), "the schemas of GNOME are not installed here");
        tool.write(
                "earlier",
                "gsettings set org.gnome.system.proxy ignore-hosts \"['it\\\\'s', 'b']\"\n"
                        + "gsettings set org.gnome.system.proxy.http host 'a b $x'\n");
        tool.write("apply", apply("gnome", Samples.hostile()));
        tool.write("undo", undo("gnome"));
        tool.run("dash", "earlier");
        String before = tool.run("gsettings", "list-recursively", "org.gnome.system.proxy");
        Map<String, String> file = files("config");
        tool.run("dash", "apply");
        tool.run("dash", "apply");
        assertThat(tool.run("gsettings", "get", "org.gnome.system.proxy.http", "host")
                        .strip())
                .isEqualTo("'proxy.example'");
        assertThat(tool.run("gsettings", "get", "org.gnome.system.proxy", "mode")
                        .strip())
                .isEqualTo("'manual'");
        tool.run("dash", "undo");
        assertThat(tool.run("gsettings", "list-recursively", "org.gnome.system.proxy"))
                .isEqualTo(before);
        assertThat(keys(files("config"))).as("what is set in the file").isEqualTo(keys(file));
    }

    private static List<String> keys(Map<String, String> files) {
        return files.values().stream()
                .flatMap(String::lines)
                .filter(line -> line.contains("="))
                .toList();
    }

    @Test
    void nodeReadsTheVariablesAndUndoBringsOptionsBack() throws IOException, InterruptedException {
        RealTool.needs("node");
        String print = "node -p 'JSON.stringify([process.env.http_proxy, process.env.NODE_USE_ENV_PROXY,"
                + " process.env.NO_PROXY])'\n";
        String out = sh(apply("node", Samples.hostile()) + print + undo("node") + print);
        assertThat(out.lines().toList().getFirst())
                .contains(Samples.hostile().proxy().url(), "\"1\"", "bücher.example");
        assertThat(out.lines().toList().getLast()).isEqualTo("[null,null,null]");
    }

    @Test
    void globalAgentIsAddedToTheOptionsOfNodeAndTakenOut() throws IOException, InterruptedException {
        String start = "NODE_OPTIONS='--max-old-space-size=100 --title=\"a b\"'\nexport NODE_OPTIONS\nenv -0 > 0\n";
        sh(start + apply("global-agent", Samples.hostile()) + apply("global-agent", Samples.hostile()) + "env -0 > 1\n"
                + undo("global-agent") + "env -0 > 2\n");
        RealTool tool = new RealTool(folder);
        assertThat(tool.variables("1"))
                .containsEntry(
                        "NODE_OPTIONS", "--max-old-space-size=100 --title=\"a b\" --require=global-agent/bootstrap")
                .containsEntry(
                        "GLOBAL_AGENT_HTTP_PROXY", Samples.hostile().proxy().url());
        assertThat(tool.variables("2")).isEqualTo(tool.variables("0"));
    }

    private static final String PRINT = """
        public class Print {
            public static void main(String[] a) throws Exception {
                for (String n : new String[] {"http.proxyHost", "https.proxyPort", "http.proxyUser", "https.proxyPassword", "http.nonProxyHosts", "earlier"}) {
                    System.out.write((n + "=" + System.getProperty(n) + "\\n").getBytes("UTF-8"));
                }
            }
        }
        """;

    private static List<String> printed() {
        return List.of(
                "http.proxyHost=proxy.example",
                "https.proxyPort=3128",
                "http.proxyUser=" + Samples.USER,
                "https.proxyPassword=" + Samples.PASSWORD);
    }

    @Test
    void javaReadsItsFlagsAsTheyWereTyped() throws IOException, InterruptedException {
        RealTool.needs("java");
        new RealTool(folder).write("Print.java", PRINT);
        String out = sh(apply("jvm", Samples.hostile()).replace("-jar app.jar", "Print.java"));
        assertThat(out.lines().toList())
                .containsAll(printed())
                .anyMatch(line -> line.contains("=localhost|127.0.0.1|[::1]|10.*|172.16.*|"));
    }

    @Test
    void everyJvmReadsTheOptionsAndEarlierOnesStayAndComeBack() throws IOException, InterruptedException {
        RealTool.needs("java");
        new RealTool(folder).write("Print.java", PRINT);
        String earlier = "JAVA_TOOL_OPTIONS='-Dearlier=\"a b\"'\nexport JAVA_TOOL_OPTIONS\nenv -0 > 0\n";
        String twice = apply("java-tool-options", Samples.hostile()) + apply("java-tool-options", Samples.hostile());
        String out = sh(earlier + twice + "java Print.java\n" + undo("java-tool-options") + "env -0 > 1\n");
        assertThat(out.lines().toList()).containsAll(printed()).contains("earlier=a b");
        RealTool tool = new RealTool(folder);
        assertThat(tool.variables("1")).isEqualTo(tool.variables("0"));
    }

    @Test
    void macOsIsToldAndToldBackWhatItSaid() throws IOException, InterruptedException {
        RealTool tool = new RealTool(folder);
        // answers as networksetup(8) does, and notes what it is told
        tool.write("networksetup", """
            #!/bin/sh
            case $1 in
              -getwebproxy) printf 'Enabled: Yes\\nServer: earlier.example\\nPort: 81\\nAuthenticated Proxy Enabled: 0\\n' ;;
              -getproxybypassdomains) printf '*.local\\n169.254/16\\n' ;;
              -get*) printf 'Enabled: No\\nServer: \\nPort: 0\\nAuthenticated Proxy Enabled: 0\\n' ;;
              *) printf '%s|' "$@" >> "$HOME/told"; echo >> "$HOME/told" ;;
            esac
            """);
        assertThat(folder.resolve("networksetup").toFile().setExecutable(true)).isTrue();
        Given wifi = Given.NOTHING.withName("Thunderbolt / \"Bridge\"");
        String path = "PATH=" + folder + ":$PATH\n";
        sh(path + snippet("macos").apply(Samples.hostile(), wifi).text());
        assertThat(Files.readAllLines(folder.resolve("told")))
                .contains("-setwebproxy|" + wifi.name() + "|proxy.example|3128|on|" + Samples.USER + "|"
                        + Samples.PASSWORD + "|");
        Files.delete(folder.resolve("told"));
        sh(path + snippet("macos").undo(Samples.plain(), wifi).text());
        assertThat(Files.readAllLines(folder.resolve("told")))
                .contains(
                        "-setwebproxy|" + wifi.name() + "|earlier.example|81|",
                        "-setwebproxystate|" + wifi.name() + "|on|",
                        "-setsecurewebproxystate|" + wifi.name() + "|off|",
                        "-setproxybypassdomains|" + wifi.name() + "|*.local|169.254/16|");
        assertThat(files("Library")).isEmpty();
    }
}
