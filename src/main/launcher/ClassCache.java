import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Makes the caches of loaded classes (JEP 514) beside the laid-out program, by running it with a little traffic: it then
 * starts in less than half the time. Run by the build with the Java that will run the program; argument: the folder of the
 * program. A failure here costs speed only, so it is told and not passed on.
 */
final class ClassCache {
    private static final int REQUESTS = 100;
    private static final int HOSTS = 400;
    private static final String DOMAIN = "training.hopscope.test";

    private final Path lib;
    private final String kind;
    private final Path work;
    private final int port;
    /** Without a window enough for the profiles of the hot code to be worth keeping (JEP 515): the first hundred hosts then cost half. */
    private final int times;

    private ClassCache(Path home, String kind) throws IOException {
        this.lib = home.resolve("lib");
        this.kind = kind;
        this.work = Files.createTempDirectory("hopscope-cache");
        this.port = freePort();
        this.times = kind.equals("command") ? 10 : 1;
    }

    public static void main(String[] args) throws Exception {
        if (System.getProperty("os.name").startsWith("Windows") || onlyChecks()) {
            return; // a process on Windows cannot be asked to end, only be ended, and an ended one leaves no cache
        }
        for (String kind : List.of("command", "window")) {
            var cache = new ClassCache(Path.of(args[0]).toAbsolutePath(), kind);
            try {
                if (!cache.isFresh()) {
                    cache.make();
                }
            } catch (IOException e) {
                Files.deleteIfExists(cache.file());
                System.out.println(
                        "No class cache for the " + kind + ", which starts slower for it: " + e.getMessage());
            } finally {
                cache.cleanUp();
            }
        }
    }

    /** Whether the build was asked to check the program rather than to make it; Maven hands its command line on. */
    private static boolean onlyChecks() {
        String build = System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "");
        return build.contains("verify") && !build.contains("package");
    }

    private Path file() {
        return lib.resolve(kind + ".aot");
    }

    private Path stamp() {
        return lib.resolve(kind + ".aot.java");
    }

    private boolean isFresh() throws IOException {
        if (!Files.exists(file())
                || !Files.exists(stamp())
                || !Files.readString(stamp()).equals(thisJava() + "\n")) {
            return false;
        }
        var made = Files.getLastModifiedTime(file());
        try (var files = Files.walk(lib)) {
            return files.filter(
                            f -> f.toString().endsWith(".jar") || f.toString().endsWith(".args"))
                    .noneMatch(f -> f.toFile().lastModified() > made.toMillis());
        }
    }

    /** As the launcher reads it: the maker and the build, quoted as in the file {@code release}. */
    private static String thisJava() throws IOException {
        String maker = "";
        String build = "";
        for (String line : Files.readAllLines(Path.of(System.getProperty("java.home"), "release"))) {
            if (line.startsWith("IMPLEMENTOR=")) {
                maker = line.substring("IMPLEMENTOR=".length());
            } else if (line.startsWith("JAVA_RUNTIME_VERSION=")) {
                build = line.substring("JAVA_RUNTIME_VERSION=".length());
            }
        }
        return maker + " " + build;
    }

    private void make() throws Exception {
        Files.deleteIfExists(file());
        Files.deleteIfExists(stamp());
        makeOrigin();
        Path log = work.resolve("log");
        var process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitListening(process, log);
            traffic();
        } finally {
            process.destroy();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        if (!Files.exists(file())) {
            throw new IOException("the run left none\n" + Files.readString(log));
        }
        Files.writeString(stamp(), thisJava() + "\n");
    }

    private List<String> command() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + lib.resolve("jvm.args"));
        command.add("@" + lib.resolve(kind + ".args"));
        command.add("-XX:AOTCacheOutput=" + file());
        // not each of the hundreds of classes that it leaves out
        command.add("-Xlog:aot=error");
        command.add("-Xlog:cds=error");
        command.add("-Djava.library.path=" + lib.resolve("native"));
        command.add("-Dorg.sqlite.lib.path=" + lib.resolve("native"));
        // what JavaFX unpacks into the home of the user is not wanted there
        command.add("-Duser.home=" + work);
        if (kind.equals("window")) {
            // an installed program has it in its runtime
            if (Files.isDirectory(lib.resolve("javafx"))) {
                command.add("--module-path");
                command.add(lib.resolve("javafx").toString());
            }
            command.add("-Dglass.platform=Headless");
            command.add("-Dprism.order=sw");
        }
        command.addAll(List.of("-cp", lib.resolve("hopscope.jar").toString(), "dev.hopscope.app.Main"));
        if (kind.equals("command")) {
            command.add("record");
        }
        command.addAll(List.of(
                "--listen-port",
                "" + port,
                "--upstream-ca",
                originCertificate().toString(),
                "--confdir",
                work.resolve("conf").toString()));
        return command;
    }

    private void awaitListening(Process process, Path log) throws IOException, InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (ConnectException e) {
                Thread.sleep(100);
            }
        }
        throw new IOException("the program did not come to listen\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void traffic() throws Exception {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var plain = HttpServer.create(loopback, 0);
        var secure = HttpsServer.create(loopback, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(originTls()));
        try {
            for (var server : List.of(plain, secure)) {
                server.createContext("/", exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    byte[] answer = body.length > 0 ? body : "{\"answer\":true}".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(
                            200, exchange.getRequestURI().getPath().endsWith("0") ? 0 : answer.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(answer);
                    }
                });
                server.start();
            }
            ask("http://127.0.0.1:" + plain.getAddress().getPort() + "/");
            ask("https://127.0.0.1:" + secure.getAddress().getPort() + "/");
            connect(secure.getAddress().getPort());
        } finally {
            plain.stop(0);
            secure.stop(0);
        }
    }

    private void ask(String url) throws Exception {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", port)))
                .sslContext(trusting())
                .build()) {
            for (int i = 0; i < times * REQUESTS; i++) {
                var request = HttpRequest.newBuilder(URI.create(url + i));
                if (i % 3 == 0) {
                    request.POST(HttpRequest.BodyPublishers.ofString("{\"number\":" + i + "}"));
                }
                client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            }
        }
    }

    /** A tunnel, a handshake and one request on each connection; the names are asked for by SNI alone, so none is looked up. */
    private void connect(int origin) throws Exception {
        var factory = trusting().getSocketFactory();
        for (int i = 0; i < times * REQUESTS; i++) {
            String host = "host" + i % HOSTS + "." + DOMAIN;
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                String target = "127.0.0.1:" + origin;
                socket.getOutputStream()
                        .write(("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                readHead(socket);
                try (var tls = (SSLSocket) factory.createSocket(socket, host, origin, true)) {
                    tls.getOutputStream()
                            .write(("GET /0 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    tls.getInputStream().readAllBytes();
                }
            }
        }
    }

    private static void readHead(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("the program closed the tunnel: " + head);
            }
            head.append((char) octet);
        }
    }

    private SSLContext originTls() throws Exception {
        var keys = KeyStore.getInstance(originStore().toFile(), "origin".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "origin".toCharArray());
        var tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }

    private Path originStore() {
        return work.resolve("origin.p12");
    }

    private Path originCertificate() {
        return work.resolve("origin.pem");
    }

    private void makeOrigin() throws IOException, InterruptedException {
        String names = "san=ip:127.0.0.1,dns:*." + DOMAIN;
        keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=origin", "-ext", names);
        keytool("-exportcert", "-rfc", "-file", originCertificate().toString());
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "origin", "-storetype", "PKCS12", "-storepass", "origin"));
        command.addAll(List.of("-keystore", originStore().toString()));
        Path log = work.resolve("keytool.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
    }

    /** Whom the client of a training run trusts is of no account. */
    private static SSLContext trusting() throws Exception {
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustsAll()}, null);
        return tls;
    }

    private void cleanUp() throws IOException {
        try (var files = Files.walk(work)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        Files.deleteIfExists(Path.of(file() + ".config"));
    }

    private static final class TrustsAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
