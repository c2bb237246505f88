package dev.hopscope.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The files, read back by the tools they are for or by a parser of their format. */
class ConfigFileTest {
    private static final String URL = Samples.hostile().proxy().url();

    @TempDir
    Path folder;

    private static String apply(String id, Environment environment) {
        return Snippets.byId(id).orElseThrow().apply(environment, Given.NOTHING).text();
    }

    private static String hostile(String id) {
        return apply(id, Samples.hostile());
    }

    private RealTool tool() {
        return new RealTool(folder);
    }

    private JsonObject yaml(String file) throws IOException, InterruptedException {
        RealTool.needs("python3");
        assumeTrue(
                tool().run(
                                "python3",
                                "-c",
                                "import importlib.util; print(importlib.util.find_spec('yaml') is not None)")
                        .strip()
                        .equals("True"),
                "Python's yaml is not installed here");
        String json = tool().run(
                        "python3",
                        "-c",
                        "import yaml,json,sys; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding='utf8'))))",
                        file);
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static Map<String, String> strings(JsonObject object) {
        Map<String, String> strings = new TreeMap<>();
        object.entrySet()
                .forEach(one -> strings.put(one.getKey(), one.getValue().getAsString()));
        return strings;
    }

    private static Map<String, String> named(JsonObject holder, String key) {
        Map<String, String> strings = new TreeMap<>();
        holder.getAsJsonArray(key)
                .forEach(one -> strings.put(
                        one.getAsJsonObject().get("name").getAsString(),
                        one.getAsJsonObject().get("value").getAsString()));
        return strings;
    }

    @Test
    void nodeReadsTheDotEnvFile() throws IOException, InterruptedException {
        RealTool.needs("node");
        tool().write(".env", hostile("dotenv"));
        String out =
                tool().run("node", "--env-file=.env", "-p", "process.env.https_proxy + '\\n' + process.env.NO_PROXY");
        assertThat(out.strip())
                .isEqualTo(URL + "\n" + CommonList.of(Samples.hostile().bypass()));
    }

    @Test
    void direnvGivesTheVariables() throws IOException, InterruptedException {
        RealTool.needs("direnv", "bash");
        tool().write("project/.envrc", "export A='kept here'\n" + hostile("direnv"));
        tool().write("run", "direnv allow project && direnv exec project env -0 > seen\n");
        tool().run("bash", "run");
        assertThat(tool().variables("seen"))
                .containsAllEntriesOf(Samples.values(Samples.hostile()))
                .containsEntry("A", "kept here");
    }

    @Test
    void npmReadsItsFile() throws IOException, InterruptedException {
        RealTool.needs("npm");
        // npm shows no value that holds a password
        Environment open = new Environment(
                Samples.plain().proxy(), Variables.USUAL, Samples.hostile().bypass());
        tool().write("npmrc", apply("npm", open));
        for (String key : new String[] {"proxy", "https-proxy"}) {
            assertThat(tool().run("npm", "config", "get", key, "--userconfig", "npmrc")
                            .strip())
                    .matches("http://127.0.0.1:8888/?");
        }
        assertThat(tool().run("npm", "config", "get", "noproxy", "--userconfig", "npmrc")
                        .strip())
                .isEqualTo(ListFor.clients(open.bypass(), "npm").joined(","));
        tool().write("npmrc", hostile("npm"));
        tool().write("check", "npm config get proxy --userconfig npmrc 2>&1 | grep -c protected\n");
        assertThat(tool().run("dash", "check").strip()).isEqualTo("1");
    }

    @Test
    void pipReadsItsFile() throws IOException, InterruptedException {
        RealTool.needs("python3");
        assumeTrue(
                tool().run("python3", "-c", "import importlib.util; print(importlib.util.find_spec('pip') is not None)")
                        .strip()
                        .equals("True"),
                "pip is not installed here");
        tool().write(
                        ".config/pip/pip.conf",
                        Snippets.byId("pip")
                                .orElseThrow()
                                .apply(Samples.hostile(), Given.file("[global]\nproxy = x\ntimeout = 7\n"))
                                .text());
        RealTool pip = tool();
        assertThat(pip.run("python3", "-m", "pip", "config", "get", "global.proxy")
                        .strip())
                .isEqualTo(URL);
        assertThat(pip.run("python3", "-m", "pip", "config", "get", "global.timeout")
                        .strip())
                .isEqualTo("7");
    }

    @Test
    void cargosFileIsToml() throws IOException, InterruptedException {
        RealTool.needs("python3");
        tool().write(
                        "c.toml",
                        Snippets.byId("cargo")
                                .orElseThrow()
                                .apply(Samples.hostile(), Given.file("[http]\ntimeout = 1\n"))
                                .text());
        String script = "import sys\ntry:\n import tomllib\nexcept ImportError:\n print('none'); sys.exit()\n"
                + "t = tomllib.load(open('c.toml', 'rb'))\nprint(t['http']['proxy'], t['http']['timeout'])\n";
        String out = tool().run("python3", "-c", script).strip();
        assumeTrue(!out.equals("none"), "Python's tomllib is not installed here");
        assertThat(out).isEqualTo(URL + " 1");
    }

    @Test
    void gradlesPropertiesAreReadAsTheyWereTyped() throws IOException {
        Properties properties = new Properties();
        properties.load(new java.io.ByteArrayInputStream(hostile("gradle").getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(properties)
                .containsEntry("systemProp.http.proxyUser", Samples.USER)
                .containsEntry("systemProp.https.proxyPassword", Samples.PASSWORD)
                .containsEntry("systemProp.http.proxyPort", "3128");
    }

    @Test
    void mavensSettingsAreReadAsTheyWereTypedAndOthersWait() throws Exception {
        String before = "<settings><!-- </proxies> -->\n"
                + "<proxies>\n"
                + "<proxy><id>corp</id><host>corp.example</host></proxy></proxies></settings>";
        String text = Snippets.byId("maven")
                .orElseThrow()
                .apply(Samples.hostile(), Given.file(before))
                .text();
        Document settings = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
        assertThat(settings.getElementsByTagName("username").item(1).getTextContent())
                .isEqualTo(Samples.USER);
        assertThat(settings.getElementsByTagName("password").item(0).getTextContent())
                .isEqualTo(Samples.PASSWORD);
        assertThat(settings.getElementsByTagName("active").item(2).getTextContent())
                .isEqualTo("false");
        assertThat(settings.getElementsByTagName("proxy").getLength()).isEqualTo(3);
    }

    @Test
    void mavenTakesItsSettings() throws IOException, InterruptedException {
        RealTool.needs("mvn");
        for (String before : new String[] {
            "", "<settings>\n  <proxies>\n    <proxy><host>a</host></proxy>\n  </proxies>\n</settings>\n"
        }) {
            tool().write(
                            "settings.xml",
                            Snippets.byId("maven")
                                    .orElseThrow()
                                    .apply(Samples.hostile(), Given.file(before))
                                    .text());
            tool().write(
                            "pom.xml",
                            "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>"
                                + "<packaging>pom</packaging></project>");
            assertThat(tool().run("mvn", "-o", "-B", "-s", "settings.xml", "validate"))
                    .contains("BUILD SUCCESS")
                    .doesNotContain("WARN");
        }
    }

    @Test
    void jsonFilesAreJson() {
        JsonObject docker = JsonParser.parseString(hostile("docker-config")).getAsJsonObject();
        JsonObject proxies = docker.getAsJsonObject("proxies").getAsJsonObject("default");
        assertThat(strings(proxies))
                .containsEntry("httpProxy", URL)
                .containsEntry("noProxy", CommonList.of(Samples.hostile().bypass()));
        JsonObject daemon = JsonParser.parseString(hostile("docker-daemon")).getAsJsonObject();
        assertThat(strings(daemon.getAsJsonObject("proxies"))).containsEntry("https-proxy", URL);
        JsonObject firefox = JsonParser.parseString(hostile("firefox")).getAsJsonObject();
        assertThat(firefox.getAsJsonObject("policies")
                        .getAsJsonObject("Proxy")
                        .get("HTTPProxy")
                        .getAsString())
                .isEqualTo("proxy.example:3128");
    }

    @Test
    void theDockerClientTakesItsFile() throws IOException, InterruptedException {
        RealTool.needs("docker");
        String before = "{\"auths\": {\"r.example\": {\"auth\": \"dTpw\"}}, \"currentContext\": \"default\"}";
        tool().write(
                        "d/config.json",
                        Snippets.byId("docker-config")
                                .orElseThrow()
                                .apply(Samples.hostile(), Given.file(before))
                                .text());
        tool().write("run", "docker --config d context ls 2>&1\n");
        assertThat(tool().run("dash", "run")).contains("default").doesNotContain("WARNING");
        tool().write("d/config.json", "{\"proxies\": 1}");
        assertThat(tool().run("dash", "run")).as("a file that is wrong is seen").contains("WARNING");
    }

    @Test
    void manifestsAndPipelinesAreReadAsYaml() throws IOException, InterruptedException {
        Map<String, String> wanted = Samples.values(Samples.hostile());
        tool().write("compose", hostile("compose"));
        assertThat(strings(yaml("compose")
                        .getAsJsonObject("services")
                        .getAsJsonObject("app")
                        .getAsJsonObject("environment")))
                .isEqualTo(wanted);
        tool().write("map", hostile("configmap"));
        assertThat(strings(yaml("map").getAsJsonObject("data"))).isEqualTo(wanted);
        tool().write("values", hostile("helm-values"));
        assertThat(named(yaml("values"), "extraEnv")).isEqualTo(wanted);
        tool().write("pod", hostile("kubernetes-pod"));
        assertThat(named(yaml("pod"), "env")).isEqualTo(wanted);
        tool().write(
                        "gh",
                        Snippets.byId("github-actions")
                                .orElseThrow()
                                .apply(Samples.hostile(), Given.file("on: push\nenv:\n  A: b\njobs: {}\n"))
                                .text());
        assertThat(strings(yaml("gh").getAsJsonObject("env")))
                .containsAllEntriesOf(wanted)
                .containsEntry("A", "b");
        tool().write("gl", hostile("gitlab-ci"));
        assertThat(strings(yaml("gl").getAsJsonObject("variables"))).isEqualTo(wanted);
        tool().write("yarn", hostile("yarn"));
        assertThat(strings(yaml("yarn"))).containsEntry("httpsProxy", URL);
    }

    @Test
    void kubectlFindsTheVariablesInEveryContainerOfAManifest() throws IOException, InterruptedException {
        RealTool.needs("kubectl");
        String manifest = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              selector: {matchLabels: {a: b}}
              template:
                metadata: {labels: {a: b}}
                spec:
                  containers:
                  - name: one
                    image: one
                    env:
                    - name: http_proxy
                      value: earlier
                    - name: KEPT
                      value: "yes"
                    ports:
                    - containerPort: 80
                  - image: two
                    name: two
            """;
        tool().write(
                        "m.yaml",
                        Snippets.byId("kubernetes-pod")
                                .orElseThrow()
                                .apply(Samples.hostile(), Given.file(manifest))
                                .text());
        String list = tool().run("kubectl", "set", "env", "--local", "-f", "m.yaml", "--list");
        assertThat(list).contains("container one", "container two", "KEPT=yes").doesNotContain("=earlier");
        Samples.values(Samples.hostile())
                .forEach((name, value) -> assertThat(
                                list.split(java.util.regex.Pattern.quote(name + "=" + value + "\n"), -1))
                        .hasSize(3));
    }

    @Test
    void sshTakesTheCommandForItsHostAlone() throws IOException, InterruptedException {
        RealTool.needs("ssh");
        tool().write(
                        "config",
                        Snippets.byId("ssh")
                                .orElseThrow()
                                .apply(
                                        Samples.hostile(),
                                        Given.file("User me\nHost github.com\n  ProxyCommand earlier\n"))
                                .text());
        String there = tool().run("ssh", "-F", "config", "-G", "github.com");
        assertThat(there).contains("proxycommand nc -X connect -x proxy.example:3128 -P ", "user me");
        assertThat(tool().run("ssh", "-F", "config", "-G", "other.example"))
                .contains("user me")
                .doesNotContain("proxycommand");
    }

    @Test
    void nodeRunsThePacFile() throws IOException, InterruptedException {
        RealTool.needs("node");
        String browser = """
            function dnsDomainIs(h, d) { return h.length >= d.length && h.slice(-d.length) === d; }
            function isInNet(h, n, m) { const v = s => s.split('.').reduce((a, b) => a * 256 + +b, 0) >>> 0; return (v(h) & v(m)) >>> 0 === v(n); }
            for (const [u, h] of [['http://www.corp.example/', 'www.corp.example'], ['http://notcorp.example/', 'notcorp.example'],
              ['http://10.9.8.7/', '10.9.8.7'], ['http://11.0.0.1/', '11.0.0.1'], ['http://172.31.0.1/', '172.31.0.1'], ['http://[::1]/', '[::1]'],
              ['https://api.example:8443/', 'api.example'], ['https://api.example/', 'api.example'], ['http://x.svc/', 'X.SVC'], ['http://svc/', 'svc'],
              ['http://xn--bcher-kva.example/', 'xn--bcher-kva.example']]) console.log(FindProxyForURL(u, h));
            """;
        tool().write("pac.js", hostile("pac") + browser);
        String proxy = "PROXY proxy.example:3128";
        assertThat(tool().run("node", "pac.js").lines())
                .containsExactly(
                        "DIRECT", proxy, "DIRECT", proxy, "DIRECT", "DIRECT", "DIRECT", proxy, "DIRECT", proxy,
                        "DIRECT");
    }

    @Test
    void undicisLinesAreJavaScript() throws IOException, InterruptedException {
        RealTool.needs("node");
        tool().write("m.mjs", hostile("undici"));
        tool().run("node", "--check", "m.mjs");
        assertThat(Files.readString(folder.resolve("m.mjs"))).contains(URL);
    }
}
