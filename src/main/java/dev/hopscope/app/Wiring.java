package dev.hopscope.app;

import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.capture.sqlite.SessionFiles;
import dev.hopscope.capture.sqlite.SessionShelf;
import dev.hopscope.cli.HeadlessRun;
import dev.hopscope.cli.Program;
import dev.hopscope.cli.RunRequest;
import dev.hopscope.pages.HopscopePages;
import dev.hopscope.playground.Playground;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import dev.hopscope.proxy.InnerOrigins;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.server.NettyProxyServer;
import dev.hopscope.proxy.server.Parts;
import dev.hopscope.proxy.server.Transport;
import dev.hopscope.proxy.tls.AuthorityException;
import dev.hopscope.proxy.tls.CertificateAuthority;
import dev.hopscope.proxy.tls.InnerOriginTls;
import dev.hopscope.proxy.tls.MintedLeaves;
import dev.hopscope.proxy.tls.OriginTls;
import dev.hopscope.proxy.tls.PatternPolicy;
import dev.hopscope.proxy.upstream.Dialer;
import dev.hopscope.proxy.upstream.Names;
import dev.hopscope.settings.ConfigFolder;
import dev.hopscope.settings.Settings;
import dev.hopscope.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Puts the program together, part by part. The calling thread; the slow steps of a start run side by side. Wires only. */
final class Wiring implements Program {
    @Override
    public void warmUp() {
        Task.start("transport", Transport::best);
        Task.start("sqlite", () -> {
            SessionFiles.warmUp(); // what fails here fails again, and is told, where a session is opened
            return true;
        });
    }

    @Override
    public HeadlessRun run(RunRequest request) throws IOException {
        ConfigFolder folder = request.folder().create();
        ErrorLog.install(folder.path());
        Task<CertificateAuthority> authority = Task.start("authority", () -> CertificateAuthority.open(folder.path()));
        Task<MintedLeaves> leaves = Task.start("leaves", () -> new MintedLeaves(authority.await()));
        Task<Transport> transport = Task.start("transport", Transport::best);

        SettingsFile.Read read = new SettingsFile(folder.settings()).read();
        Settings settings = request.options().apply(read.settings());
        String badPattern = CheckedPatterns.problem(settings);
        if (badPattern != null) {
            throw new IOException("In " + folder.settings() + ", " + badPattern + ". Correct it, then start again.");
        }
        RecordingOptions recording =
                RecordingOptions.DEFAULT.withMaxBody(settings.recording().maxBodyBytes());
        SessionShelf shelf = new SessionShelf(folder.sessions());
        Path file = request.session() != null
                ? request.session()
                : shelf.newFile(LocalDateTime.now(ZoneId.systemDefault()));
        RecordingSession session = SessionFiles.record(file, recording);

        Engine engine = engine(
                OptionsOf.settings(settings, folder, request.insecure()),
                session.exchangeSink(),
                session.bodySink(),
                new AuthorityInForce(folder.path(), authority.future(), leaves.future()),
                transport.await());
        Queue<String> notices = new ConcurrentLinkedQueue<>();
        NettyProxyServer server = engine.server();
        server.onCacheProblem(problem -> add(notices, "The cache stays off: " + problem + "."));
        server.start();

        add(notices, read.problem());
        Task.start("tidy", () -> add(notices, Shelf.tidy(shelf, settings.recording())));
        return new Running(engine, session, request.session() == null, leaves, notices);
    }

    private static boolean add(Queue<String> notices, @Nullable String notice) {
        return notice != null && notices.add(notice);
    }

    /** The proxy and what it needs; it listens when it is started, and opens TLS as soon as the leaves are there. */
    static Engine engine(
            ProxyOptions options,
            ExchangeSink events,
            BodySink bodies,
            AuthorityInForce authority,
            Transport transport) {
        AtomicReference<ProxyOptions> inForce = new AtomicReference<>(options);
        ExecutorService blocking = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("upstream-", 1).factory());
        OriginTls tls = new OriginTls(blocking);
        tls.warmUp(options);
        Playground playground = new Playground(() -> playgroundTls(authority, tls), HopscopePages::style);
        Dialer dialer = new Dialer(
                inForce::get, events::nextConnectionId, transport.channels(), new Names(blocking), tls, playground);
        HopscopePages pages =
                new HopscopePages(authority::files, () -> inForce.get().listenHost());
        NettyProxyServer server = new NettyProxyServer(new Parts(
                inForce,
                events,
                bodies,
                pages,
                transport,
                dialer,
                authority.leaves(),
                new PatternPolicy(inForce::get),
                tls::trustForThisRun));
        return new Engine(server, playground);
    }

    /** Accepted from the playground alone, which holds its key. */
    private static SSLContext playgroundTls(AuthorityInForce authority, OriginTls tls)
            throws IOException, AuthorityException {
        InnerOriginTls made = InnerOriginTls.of(authority.await(), InnerOrigins.PLAYGROUND);
        tls.trustForThisRun(made.fingerprint());
        return made.context();
    }

    @Override
    public SessionReader read(Path file) throws IOException {
        return SessionFiles.read(file);
    }

    @Override
    public Authority authority(ConfigFolder folder) throws IOException {
        ConfigFolder made = folder.create();
        return Task.start("authority", () -> CertificateAuthority.open(made.path()))
                .await();
    }

    @Override
    public AuthorityChanges authorities(ConfigFolder folder) throws IOException {
        Path made = folder.create().path();
        return new AuthorityInForce(made, new CompletableFuture<>(), new CompletableFuture<>());
    }

    @Override
    public int window(RunRequest request) {
        return WindowWiring.show(request, null);
    }

    @Override
    public int open(Path session, ConfigFolder folder) {
        return WindowWiring.show(new RunRequest(folder, null, false, UnaryOperator.identity()), session);
    }
}
