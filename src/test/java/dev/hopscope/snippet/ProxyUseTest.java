package dev.hopscope.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real clients set up by the texts come to the proxy, and say user and password as they were typed. */
class ProxyUseTest {
    @TempDir
    Path folder;

    private ServerSocket proxy;
    private final BlockingQueue<List<String>> requests = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() throws IOException {
        proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
    }

    private void serve() {
        while (!proxy.isClosed()) {
            try (Socket client = proxy.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                List<String> head = new ArrayList<>();
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    head.add(line);
                }
                requests.add(head);
                client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // the client or the test went away; what it asked is in the queue
            }
        }
    }

    private Environment environment() {
        return new Environment(
                new ProxyAddress(ProxyScheme.HTTP, "127.0.0.1", proxy.getLocalPort(), Samples.USER, Samples.PASSWORD),
                Variables.USUAL,
                List.of(BypassText.read("direct.invalid")));
    }

    private String apply(String id) {
        return Snippets.byId(id)
                .orElseThrow()
                .apply(environment(), Given.NOTHING)
                .text();
    }

    private void assertAsked(String target) throws InterruptedException {
        List<String> head = requests.take();
        assertThat(head.getFirst()).isEqualTo("GET " + target + " HTTP/1.1");
        String said = head.stream()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("proxy-authorization: basic "))
                .findFirst()
                .orElseThrow();
        String decoded = new String(
                Base64.getDecoder().decode(said.substring(said.lastIndexOf(' ') + 1)), StandardCharsets.UTF_8);
        assertThat(decoded).isEqualTo(Samples.USER + ":" + Samples.PASSWORD);
    }

    @Test
    void curlByItsFile() throws IOException, InterruptedException {
        RealTool.needs("curl");
        RealTool tool = new RealTool(folder);
        tool.write(".curlrc", apply("curl"));
        assertThat(tool.run("curl", "-s", "http://a.invalid/x")).isEqualTo("ok");
        assertAsked("http://a.invalid/x");
    }

    @Test
    void wgetByItsFile() throws IOException, InterruptedException {
        RealTool.needs("wget");
        RealTool tool = new RealTool(folder);
        tool.write(".wgetrc", apply("wget"));
        assertThat(tool.run("wget", "-q", "-O", "-", "http://a.invalid/x")).isEqualTo("ok");
        assertAsked("http://a.invalid/x");
    }

    @Test
    void pythonByTheShell() throws IOException, InterruptedException {
        RealTool.needs("python3");
        RealTool tool = new RealTool(folder);
        tool.write(
                "run",
                apply("sh")
                        + "python3 -c 'import urllib.request as u;"
                        + " print(u.urlopen(\"http://a.invalid/x\").read().decode(), end=\"\")'\n");
        assertThat(tool.run("bash", "run")).isEqualTo("ok");
        assertAsked("http://a.invalid/x");
    }

    @Test
    void anExceptionIsNotAskedOfTheProxy() throws IOException, InterruptedException {
        RealTool.needs("curl");
        RealTool tool = new RealTool(folder);
        tool.write(".curlrc", apply("curl"));
        tool.write("run", "curl -s http://direct.invalid/ && exit 1; curl -s http://other.invalid/\n");
        assertThat(tool.run("dash", "run")).isEqualTo("ok");
        assertAsked("http://other.invalid/");
        assertThat(requests).isEmpty();
    }
}
