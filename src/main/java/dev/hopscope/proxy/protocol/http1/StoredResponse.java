package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.proxy.cache.StoredAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a response out of the cache, with a reason for every line that the stored one does not have, and, where an origin answered, for every difference
 * to its answer. Immutable results. Sends nothing.
 */
final class StoredResponse {
    private record Line(String name, String value, @Nullable ChangeReason made) {}

    private StoredResponse() {}

    /**
     * @param got what the origin answered, null where it was not asked
     * @param close whether the client's connection ends after it
     * @param via our entry
     */
    static ReturnedResponse of(StoredAnswer answer, @Nullable ResponseHead got, boolean close, String via) {
        List<Line> lines = new ArrayList<>();
        answer.head().headers().forEach(h -> lines.add(new Line(h.name(), h.value(), null)));
        answer.added().forEach(h -> lines.add(new Line(h.name(), h.value(), made(h.name()))));
        if (close) {
            lines.add(new Line("Connection", "close", Reasons.OWN_CONNECTION));
        }
        lines.add(new Line("Via", via, Reasons.VIA));
        lines.add(new Line("Cache-Status", answer.status(), Reasons.CACHE_STATUS));
        lines.add(new Line("X-Cache", "HIT from hopscope", Reasons.X_CACHE));
        return got == null ? alone(answer, lines) : against(answer, lines, got);
    }

    private static ChangeReason made(String name) {
        return switch (name) {
            case "Age" -> Reasons.AGE;
            case "Content-Range" -> Reasons.STORED_RANGE;
            default -> Reasons.STORED_LENGTH;
        };
    }

    private static ReturnedResponse alone(StoredAnswer answer, List<Line> lines) {
        Headers.Builder headers = Headers.builder();
        List<HeaderChange> changes = new ArrayList<>(4);
        for (Line line : lines) {
            if (line.made() != null) {
                changes.add(HeaderChange.added(
                        Direction.RESPONSE,
                        HeaderChange.Part.HEADERS,
                        line.name(),
                        line.value(),
                        headers.size(),
                        line.made()));
            }
            headers.add(line.name(), line.value());
        }
        return new ReturnedResponse(head(answer, headers.build()), changes);
    }

    private static ReturnedResponse against(StoredAnswer answer, List<Line> lines, ResponseHead got) {
        ChangeReason why = got.status() == 304 ? Reasons.NOT_MODIFIED : Reasons.INSTEAD_OF_ERROR;
        Rewrite rewrite = new Rewrite(Direction.RESPONSE, HeaderChange.Part.HEADERS, got.headers());
        startLine(rewrite, answer, got, why);
        List<Line> due = new ArrayList<>(lines);
        for (int i = 0; i < got.headers().size(); i++) {
            int same = same(due, got.headers(), i);
            if (same >= 0) {
                due.remove(same);
                rewrite.keep();
            } else {
                rewrite.drop(hopByHop(got.headers().name(i)) ? Reasons.HOP_BY_HOP : why);
            }
        }
        due.forEach(line -> rewrite.add(line.name(), line.value(), line.made() == null ? why : line.made()));
        return new ReturnedResponse(head(answer, rewrite.headers()), rewrite.changes());
    }

    private static void startLine(Rewrite rewrite, StoredAnswer answer, ResponseHead got, ChangeReason why) {
        if (got.version() != HttpVersion.HTTP_1_1) {
            rewrite.startLine(":version", got.version().text(), HttpVersion.HTTP_1_1.text(), Reasons.VERSION);
        }
        ResponseHead head = answer.head();
        if (got.status() != head.status()) {
            rewrite.startLine(":status", Integer.toString(got.status()), Integer.toString(head.status()), why);
        }
        if (!got.reason().equals(head.reason())) {
            rewrite.startLine(":reason", got.reason(), head.reason(), why);
        }
    }

    private static int same(List<Line> due, Headers got, int i) {
        for (int k = 0; k < due.size(); k++) {
            Line line = due.get(k);
            if (line.made() == null
                    && line.name().equals(got.name(i))
                    && line.value().equals(got.value(i))) {
                return k;
            }
        }
        return -1;
    }

    private static boolean hopByHop(String name) {
        return switch (Field.of(name)) {
            case Field.CONNECTION, Field.KEEP_ALIVE, Field.PROXY_CONNECTION, Field.TE, Field.UPGRADE -> true;
            default -> false;
        };
    }

    private static ResponseHead head(StoredAnswer answer, Headers headers) {
        return new ResponseHead(
                HttpVersion.HTTP_1_1, answer.head().status(), answer.head().reason(), headers);
    }
}
