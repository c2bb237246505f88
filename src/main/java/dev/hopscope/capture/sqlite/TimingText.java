package dev.hopscope.capture.sqlite;

import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Timings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Timings as they stand in the file: {@code code:nanoseconds} for each mark that came, with spaces between. Pure; any thread. */
final class TimingText {
    private static final Mark[] MARKS = Mark.values();
    private static final Map<String, Mark> BY_CODE = new HashMap<>();

    static {
        for (Mark mark : MARKS) {
            BY_CODE.put(code(mark), mark);
        }
    }

    private TimingText() {}

    static String encode(Timings timings) {
        StringBuilder out = new StringBuilder(160);
        for (Mark mark : MARKS) {
            if (timings.has(mark)) {
                if (!out.isEmpty()) {
                    out.append(' ');
                }
                out.append(code(mark)).append(':').append(timings.at(mark).orElse(0));
            }
        }
        return out.toString();
    }

    static Timings decode(@Nullable String stored) throws DamagedException {
        Timings timings = Timings.NONE;
        if (stored == null || stored.isEmpty()) {
            return timings;
        }
        for (String one : stored.split(" ", MARKS.length + 1)) {
            int colon = one.indexOf(':');
            Mark mark = colon < 0 ? null : BY_CODE.get(one.substring(0, colon));
            if (mark == null) {
                throw new DamagedException("an unknown moment");
            }
            try {
                timings = timings.with(mark, Long.parseLong(one.substring(colon + 1)));
            } catch (NumberFormatException e) {
                throw new DamagedException("a moment that is no number");
            }
        }
        return timings;
    }

    private static String code(Mark mark) {
        return switch (mark) {
            case CLIENT_ACCEPTED -> "client-accepted";
            case CLIENT_TLS_START -> "client-tls";
            case CLIENT_TLS_END -> "client-tls-end";
            case REQUEST_FIRST_BYTE -> "request";
            case REQUEST_HEAD -> "request-head";
            case REQUEST_END -> "request-end";
            case DNS_START -> "dns";
            case DNS_END -> "dns-end";
            case CONNECT_START -> "connect";
            case CONNECT_END -> "connect-end";
            case PROXY_START -> "proxy";
            case PROXY_END -> "proxy-end";
            case TLS_START -> "tls";
            case TLS_END -> "tls-end";
            case FORWARD_HEAD -> "forward-head";
            case FORWARD_END -> "forward-end";
            case RESPONSE_FIRST_BYTE -> "response";
            case RESPONSE_HEAD -> "response-head";
            case RESPONSE_END -> "response-end";
            case RETURN_HEAD -> "return-head";
            case RETURN_END -> "return-end";
        };
    }
}
