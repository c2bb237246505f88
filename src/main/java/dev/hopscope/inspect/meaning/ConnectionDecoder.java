package dev.hopscope.inspect.meaning;

import java.util.Locale;
import java.util.Set;

/** Connection, Keep-Alive and Upgrade (RFC 9110 §7.6.1, §7.8): what is said of this hop alone. Any thread. */
final class ConnectionDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("connection", "proxy-connection", "keep-alive", "upgrade");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        for (String text : Syntax.split(value, ',')) {
            switch (name) {
                case "keep-alive" -> keepAlive(text, out);
                case "upgrade" -> out.add(text, protocol(text));
                default -> option(text, setting, out);
            }
        }
    }

    private static void option(String text, Setting setting, Parts out) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "close" -> out.add(text, "the connection ends after this message");
            case "keep-alive" -> out.add(text, "the connection stays open; in HTTP/1.1 it would do so anyway");
            case "upgrade" -> out.add(text, "Upgrade is for this hop: see there");
            default ->
                out.add(
                        text,
                        setting.headers().has(text)
                                ? "that line is for this hop alone, and not to be passed on"
                                : "names a line that this message does not have");
        }
    }

    private static void keepAlive(String text, Parts out) {
        Syntax.Pair pair = Syntax.pair(text);
        switch (pair.key()) {
            case "timeout" -> {
                long seconds = Spans.seconds(pair.value());
                out.add(
                        text,
                        seconds < 0
                                ? "not a number of seconds"
                                : "closed after " + Spans.words(seconds) + " of silence");
            }
            case "max" -> out.add(text, "more messages on this connection at most");
            default -> out.add(text, "");
        }
    }

    private static String protocol(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("websocket")
                ? "messages both ways on this connection (RFC 6455)"
                : lower.startsWith("h2c")
                        ? "HTTP/2 in the clear; this way of changing is obsolete"
                        : lower.startsWith("tls/")
                                ? "TLS on this connection (RFC 2817)"
                                : "the connection could change to it";
    }
}
