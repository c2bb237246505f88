package dev.hopscope.cli;

import dev.hopscope.proxy.tls.HostPatterns;
import dev.hopscope.proxy.tls.TrustAnchors;
import dev.hopscope.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a proxy that runs, with the names mitmproxy gave them. Filled by picocli on the command's thread. Starts nothing. */
final class RunArguments {
    @Mixin
    private final FolderArguments folder = new FolderArguments();

    @Option(
            names = {"-p", "--listen-port"},
            paramLabel = "PORT",
            description = "Port to listen on; 0 for any free one (default: 8888, or the one in the settings).")
    private @Nullable Integer port;

    @Option(
            names = "--listen-host",
            paramLabel = "HOST",
            description = "Address to listen on (default: 127.0.0.1, or the one in the settings).")
    private @Nullable String host;

    @Option(
            names = "--session",
            paramLabel = "FILE",
            description = "Session file to record into (default: a new dated one in the folder).")
    private @Nullable Path session;

    @Option(
            names = "--intercept",
            negatable = true,
            description = "Open TLS with Hopscope's authority, or pass it (default: open).")
    private @Nullable Boolean intercept;

    @Option(
            names = "--ignore-hosts",
            paramLabel = "REGEX",
            description =
                    "Pass TLS to matching hosts unopened. Searched without case in host:port and in the SNI; wins over"
                            + " --allow-hosts. Repeatable.")
    private List<String> ignoreHosts = List.of();

    @Option(names = "--allow-hosts", paramLabel = "REGEX", description = "Open TLS to matching hosts only. Repeatable.")
    private List<String> allowHosts = List.of();

    @Option(
            names = "--upstream-ca",
            paramLabel = "PEM",
            description = "Trust these authorities for origins too. Repeatable.")
    private List<Path> upstreamCa = List.of();

    @Option(
            names = {"-k", "--ssl-insecure"},
            description = "Do not verify certificates of origins, in this run.")
    private boolean insecure;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            description = "Go through another proxy: http://[user:password@]host:port.")
    private @Nullable String upstream;

    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            description =
                    "Octets of one body to record: 4096, 64m, 1GiB (default: 64 MiB). Traffic itself is never cut.")
    private @Nullable String maxBody;

    @Option(
            names = "--cache",
            paramLabel = "SIZE",
            description =
                    "Answer from an HTTP cache of this size on disk (RFC 9111): 100m, 2GiB; 0 for none (default: none,"
                            + " or as in the settings).")
    private @Nullable String cache;

    @Option(
            names = "--cache-private",
            negatable = true,
            description = "Store too what is private to one user, as a browser does (default: as a shared cache).")
    private @Nullable Boolean cachePrivate;

    @Option(
            names = "--cache-target",
            paramLabel = "FIELD",
            description = "Heed this response field in place of Cache-Control, as a content delivery network heeds"
                    + " CDN-Cache-Control (RFC 9213). Repeatable, the first that is there counts.")
    private List<String> cacheTargets = List.of();

    /** @throws CommandFailure for what cannot be, in words */
    RunRequest request() {
        ignoreHosts.forEach(p -> requirePattern("--ignore-hosts", p));
        allowHosts.forEach(p -> requirePattern("--allow-hosts", p));
        upstreamCa.forEach(RunArguments::requireCertificates);
        if (port != null && (port < 0 || port > 65_535)) {
            throw CommandFailure.wrongUse("--listen-port: " + port + " is no port. Give 0 to 65535.");
        }
        if (host != null && host.isBlank()) {
            throw CommandFailure.wrongUse("--listen-host: the address is empty.");
        }
        Settings.Upstream through = upstream == null ? null : upstream(upstream);
        Long most = maxBody == null ? null : size("--max-body", maxBody);
        Long stored = cache == null ? null : size("--cache", cache);
        Path file = session == null ? null : session.toAbsolutePath().normalize();
        return new RunRequest(
                folder.folder(),
                file,
                insecure,
                settings -> change(settings, through, most).withCache(c -> cache(c, stored)));
    }

    private Settings change(Settings settings, Settings.@Nullable Upstream through, @Nullable Long most) {
        return settings.withProxy(p -> new Settings.Proxy(
                        host == null ? p.host() : host,
                        port == null ? p.port() : port,
                        through == null ? p.upstream() : through,
                        upstreamCa.isEmpty() ? p.upstreamCa() : absolute(upstreamCa),
                        p.limits()))
                .withInterception(i -> new Settings.Interception(
                        intercept == null ? i.on() : intercept,
                        ignoreHosts.isEmpty() ? i.ignoreHosts() : ignoreHosts,
                        allowHosts.isEmpty() ? i.allowHosts() : allowHosts))
                .withRecording(r -> most == null ? r : r.withMaxBodyBytes(most));
    }

    private Settings.Cache cache(Settings.Cache settings, @Nullable Long stored) {
        boolean on = stored == null ? settings.on() : stored > 0;
        long bytes = stored == null || stored == 0 ? settings.bytes() : stored;
        return new Settings.Cache(
                on,
                bytes,
                cachePrivate == null ? settings.privateUse() : cachePrivate,
                cacheTargets.isEmpty() ? settings.targets() : cacheTargets);
    }

    private static List<String> absolute(List<Path> files) {
        return files.stream()
                .map(f -> f.toAbsolutePath().normalize().toString())
                .toList();
    }

    private static void requirePattern(String option, String pattern) {
        String problem = HostPatterns.problem(pattern);
        if (problem != null) {
            throw CommandFailure.wrongUse(option + ": " + problem + ".");
        }
    }

    private static void requireCertificates(Path file) {
        String problem = TrustAnchors.problem(file);
        if (problem != null) {
            throw CommandFailure.wrongUse("--upstream-ca: " + problem + ".");
        }
    }

    private static long size(String option, String text) {
        try {
            return ByteSize.parse(text).octets();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse(option + ": " + e.getMessage());
        }
    }

    /** The form is {@code http://[user[:password]@]host:port}; a password is never repeated in a message. */
    static Settings.Upstream upstream(String text) {
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException e) {
            throw CommandFailure.wrongUse("--upstream: that is no URL. " + UPSTREAM_FORM);
        }
        if (!"http".equalsIgnoreCase(uri.getScheme())) {
            throw CommandFailure.wrongUse(
                    "--upstream: " + uri.getScheme() + " proxies are not supported. " + UPSTREAM_FORM);
        }
        if (uri.getHost() == null || uri.getPort() < 1 || uri.getPort() > 65_535) {
            throw CommandFailure.wrongUse("--upstream: host and port are needed. " + UPSTREAM_FORM);
        }
        if (!(uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw CommandFailure.wrongUse("--upstream: nothing may follow the port. " + UPSTREAM_FORM);
        }
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        String credentials = uri.getRawUserInfo();
        if (credentials == null) {
            return new Settings.Upstream(host, uri.getPort(), null, null);
        }
        int colon = credentials.indexOf(':');
        String user = decode(colon < 0 ? credentials : credentials.substring(0, colon));
        return new Settings.Upstream(
                host, uri.getPort(), user, colon < 0 ? "" : decode(credentials.substring(colon + 1)));
    }

    private static final String UPSTREAM_FORM = "Write http://host:port or http://user:password@host:port.";

    private static String decode(String percentEncoded) {
        return URLDecoder.decode(percentEncoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
