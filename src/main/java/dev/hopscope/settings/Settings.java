package dev.hopscope.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that Hopscope remembers of the user's choices. Immutable, any thread; its shape is the shape of the JSON file. Applies nothing itself.
 */
public record Settings(Proxy proxy, Interception interception, Recording recording, Cache cache, Window window) {
    public static final Settings DEFAULT =
            new Settings(Proxy.DEFAULT, Interception.DEFAULT, Recording.DEFAULT, Cache.DEFAULT, Window.DEFAULT);

    public Settings {
        required("proxy", proxy);
        required("interception", interception);
        required("recording", recording);
        required("cache", cache);
        required("window", window);
    }

    public Settings withProxy(UnaryOperator<Proxy> change) {
        return new Settings(change.apply(proxy), interception, recording, cache, window);
    }

    public Settings withInterception(UnaryOperator<Interception> change) {
        return new Settings(proxy, change.apply(interception), recording, cache, window);
    }

    public Settings withRecording(UnaryOperator<Recording> change) {
        return new Settings(proxy, interception, change.apply(recording), cache, window);
    }

    public Settings withCache(UnaryOperator<Cache> change) {
        return new Settings(proxy, interception, recording, change.apply(cache), window);
    }

    public Settings withWindow(UnaryOperator<Window> change) {
        return new Settings(proxy, interception, recording, cache, change.apply(window));
    }

    /**
     * Where Hopscope listens and how it goes on from there.
     *
     * @param host an address or name of this machine
     * @param port 0 for any free one
     * @param upstream the proxy behind Hopscope, null for direct connections
     * @param upstreamCa PEM files trusted for origins besides the system's authorities
     */
    public record Proxy(String host, int port, @Nullable Upstream upstream, List<String> upstreamCa, Limits limits) {
        public static final Proxy DEFAULT = new Proxy("127.0.0.1", 8888, null, List.of(), Limits.DEFAULT);

        public Proxy {
            filled("proxy.host", host);
            within("proxy.port", port, 0, 65_535);
            upstreamCa = copy("proxy.upstreamCa", upstreamCa);
            required("proxy.limits", limits);
        }

        public Proxy withAddress(String newHost, int newPort) {
            return new Proxy(newHost, newPort, upstream, upstreamCa, limits);
        }

        public Proxy withUpstream(@Nullable Upstream newUpstream) {
            return new Proxy(host, port, newUpstream, upstreamCa, limits);
        }

        public Proxy withUpstreamCa(List<String> files) {
            return new Proxy(host, port, upstream, files, limits);
        }

        public Proxy withLimits(Limits newLimits) {
            return new Proxy(host, port, upstream, upstreamCa, newLimits);
        }
    }

    /** A proxy behind Hopscope; {@code user} and {@code password} for Basic (RFC 7617), null for none. */
    public record Upstream(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password) {
        public Upstream {
            filled("proxy.upstream.host", host);
            within("proxy.upstream.port", port, 1, 65_535);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "http://" + (user == null ? "" : user + "@") + host + ":" + port;
        }
    }

    /**
     * Bounds of what is taken from a peer; times in milliseconds, sizes in octets.
     *
     * @param sniffTimeout how long a silent client in a tunnel is waited for before the other end is asked whether it speaks first
     */
    public record Limits(
            int headBytes,
            int headerCount,
            long headTimeout,
            long idleTimeout,
            long responseTimeout,
            long tunnelIdleTimeout,
            long connectTimeout,
            long tlsTimeout,
            long sniffTimeout,
            int connections) {
        public static final Limits DEFAULT =
                new Limits(64 * 1024, 200, 30_000, 120_000, 300_000, 3_600_000, 5_000, 5_000, 500, 10_000);

        public Limits {
            within("proxy.limits.headBytes", headBytes, 1024, 16 * 1024 * 1024);
            within("proxy.limits.headerCount", headerCount, 1, 100_000);
            time("proxy.limits.headTimeout", headTimeout);
            time("proxy.limits.idleTimeout", idleTimeout);
            time("proxy.limits.responseTimeout", responseTimeout);
            time("proxy.limits.tunnelIdleTimeout", tunnelIdleTimeout);
            time("proxy.limits.connectTimeout", connectTimeout);
            time("proxy.limits.tlsTimeout", tlsTimeout);
            time("proxy.limits.sniffTimeout", sniffTimeout);
            within("proxy.limits.connections", connections, 1, 1_000_000);
        }
    }

    /**
     * Which TLS is opened.
     *
     * @param on whether any is
     * @param ignoreHosts patterns (RE2) of hosts whose tunnels pass unopened; they win
     * @param allowHosts patterns: where not empty, only these are opened
     */
    public record Interception(boolean on, List<String> ignoreHosts, List<String> allowHosts) {
        public static final Interception DEFAULT = new Interception(true, List.of(), List.of());

        public Interception {
            ignoreHosts = copy("interception.ignoreHosts", ignoreHosts);
            allowHosts = copy("interception.allowHosts", allowHosts);
        }

        public Interception withOn(boolean newOn) {
            return new Interception(newOn, ignoreHosts, allowHosts);
        }

        public Interception withIgnoreHosts(List<String> patterns) {
            return new Interception(on, patterns, allowHosts);
        }

        public Interception withAllowHosts(List<String> patterns) {
            return new Interception(on, ignoreHosts, patterns);
        }
    }

    /**
     * What is kept on disk.
     *
     * @param maxBodyBytes recorded octets of one body; the traffic itself is never cut
     * @param keepSessions automatic sessions kept, the newest included
     * @param keepBytes octets that automatic sessions may take together
     */
    public record Recording(long maxBodyBytes, int keepSessions, long keepBytes) {
        public static final Recording DEFAULT = new Recording(64L << 20, 10, 5L << 30);

        public Recording {
            within("recording.maxBodyBytes", maxBodyBytes, 0, Long.MAX_VALUE);
            within("recording.keepSessions", keepSessions, 1, Integer.MAX_VALUE);
            within("recording.keepBytes", keepBytes, 0, Long.MAX_VALUE);
        }

        public Recording withMaxBodyBytes(long octets) {
            return new Recording(octets, keepSessions, keepBytes);
        }

        public Recording withRetention(int sessions, long octets) {
            return new Recording(maxBodyBytes, sessions, octets);
        }
    }

    /**
     * The HTTP cache.
     *
     * @param on whether there is one
     * @param bytes octets on disk it may take
     * @param privateUse whether it stores what is private to one user
     * @param targets response fields heeded in place of Cache-Control, such as {@code CDN-Cache-Control}
     */
    public record Cache(boolean on, long bytes, boolean privateUse, List<String> targets) {
        public static final Cache DEFAULT = new Cache(false, 256L << 20, false, List.of());

        public Cache {
            within("cache.bytes", bytes, 1, Long.MAX_VALUE);
            targets = copy("cache.targets", targets);
        }

        public Cache withOn(boolean newOn) {
            return new Cache(newOn, bytes, privateUse, targets);
        }

        public Cache withBytes(long newBytes) {
            return new Cache(on, newBytes, privateUse, targets);
        }

        public Cache withPrivateUse(boolean newPrivateUse) {
            return new Cache(on, bytes, newPrivateUse, targets);
        }

        public Cache withTargets(List<String> newTargets) {
            return new Cache(on, bytes, privateUse, newTargets);
        }
    }

    /** How the window is coloured. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /**
     * How the window looks.
     *
     * @param textSize pixels of body text; all else scales with it
     * @param layout what the screen remembers of places, sizes and columns, by keys of its own; not looked into here
     * @param recentFiles absolute paths of sessions, newest first, at most {@link #RECENT}
     */
    public record Window(Theme theme, int textSize, Map<String, String> layout, List<String> recentFiles) {
        /** How many recent files are remembered. */
        public static final int RECENT = 10;

        public static final Window DEFAULT = new Window(Theme.SYSTEM, 12, Map.of(), List.of());

        public Window {
            required("window.theme", theme);
            within("window.textSize", textSize, 8, 32);
            required("window.layout", layout);
            layout.forEach((key, value) -> required("window.layout." + key, value));
            layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
            recentFiles = copy("window.recentFiles", recentFiles);
            recentFiles = recentFiles.subList(0, Math.min(RECENT, recentFiles.size()));
        }

        public Window withTheme(Theme newTheme) {
            return new Window(newTheme, textSize, layout, recentFiles);
        }

        public Window withTextSize(int points) {
            return new Window(theme, points, layout, recentFiles);
        }

        /** Sets one entry of the layout. */
        public Window withLayout(String key, String value) {
            Map<String, String> changed = new LinkedHashMap<>(layout);
            changed.put(key, value);
            return new Window(theme, textSize, changed, recentFiles);
        }

        /** Moves a file to the front of the recent ones. */
        public Window withRecentFile(String path) {
            List<String> files = new ArrayList<>(recentFiles);
            files.remove(path);
            files.addFirst(path);
            return new Window(theme, textSize, layout, files);
        }

        /** Forgets a file that is gone. */
        public Window withoutRecentFile(String path) {
            return new Window(
                    theme,
                    textSize,
                    layout,
                    recentFiles.stream().filter(f -> !f.equals(path)).toList());
        }
    }

    private static <T> T required(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(key + " has no value");
        }
        return value;
    }

    private static void filled(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is empty");
        }
    }

    private static void within(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    key + " is " + value + ", but must lie between " + least + " and " + most);
        }
    }

    private static void time(String key, long millis) {
        within(key, millis, 1, 7L * 24 * 3600 * 1000);
    }

    private static List<String> copy(String key, @Nullable List<String> list) {
        var given = required(key, list);
        given.forEach(entry -> required(key + "[]", entry));
        return List.copyOf(given);
    }
}
