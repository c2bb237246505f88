package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Timings;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * The phases of an exchange as HAR counts them, in nanoseconds: none negative except -1 for unknown, {@code ssl} part of {@code connect}, and their sum the
 * time of the entry. Immutable. Steps taken before the exchange began belong to the connection, not to it.
 */
record HarTimings(long blocked, long dns, long connect, long ssl, long send, long waiting, long receive) {
    private static final long UNKNOWN = -1;

    static HarTimings of(Timings t) {
        long dns = step(t, Mark.DNS_START, Mark.DNS_END);
        long ssl = step(t, Mark.TLS_START, Mark.TLS_END);
        long tcp = step(t, Mark.CONNECT_START, Mark.CONNECT_END);
        long proxy = step(t, Mark.PROXY_START, Mark.PROXY_END);
        long connect =
                tcp < 0 && ssl < 0 && proxy < 0 ? UNKNOWN : Math.max(0, tcp) + Math.max(0, ssl) + Math.max(0, proxy);
        OptionalLong forwarded = t.at(Mark.FORWARD_HEAD);
        OptionalLong firstByte = t.at(Mark.RESPONSE_FIRST_BYTE);
        long sendEnd = Math.min(t.at(Mark.FORWARD_END).orElse(forwarded.orElse(0)), firstByte.orElse(Long.MAX_VALUE));
        long send = forwarded.isEmpty() ? 0 : Math.max(0, sendEnd - forwarded.getAsLong());
        long end = t.at(Mark.RETURN_END)
                .orElse(t.at(Mark.RESPONSE_END).orElse(t.at(Mark.RETURN_HEAD).orElse(0)));
        // where the origin gave none, the wait lasted until Hopscope's own answer
        long waited = firstByte.orElse(t.at(Mark.RETURN_HEAD).orElse(end));
        long wait = forwarded.isEmpty() ? 0 : Math.max(0, waited - Math.max(sendEnd, forwarded.getAsLong()));
        long receive = firstByte.isEmpty() ? 0 : Math.max(0, end - firstByte.getAsLong());
        long known = Math.max(0, dns) + Math.max(0, connect);
        long before = forwarded.isPresent() ? forwarded.getAsLong() : end;
        return new HarTimings(Math.max(0, before - known), dns, connect, ssl, send, wait, receive);
    }

    private static long step(Timings t, Mark from, Mark to) {
        OptionalLong start = t.at(from);
        return start.isEmpty() || start.getAsLong() < 0
                ? UNKNOWN
                : Math.max(UNKNOWN, t.between(from, to).orElse(UNKNOWN));
    }

    long total() {
        return blocked + Math.max(0, dns) + Math.max(0, connect) + send + waiting + receive;
    }

    void write(JsonWriter json) throws IOException {
        json.beginObject();
        json.name("blocked").value(millis(blocked));
        json.name("dns").value(millis(dns));
        json.name("connect").value(millis(connect));
        json.name("ssl").value(millis(ssl));
        json.name("send").value(millis(send));
        json.name("wait").value(millis(waiting));
        json.name("receive").value(millis(receive));
        json.endObject();
    }

    /** Milliseconds with three places; -1 stays. */
    static BigDecimal millis(long nanos) {
        return nanos < 0 ? BigDecimal.valueOf(UNKNOWN) : BigDecimal.valueOf(nanos / 1000, 3);
    }
}
