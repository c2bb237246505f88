package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The thirteen fields by which lists name an exchange; null (or below its least value) is written as null. Immutable.
 *
 * @param startedMicros microseconds since the epoch
 * @param client the client's program, else its address
 * @param url {@code host:port} of tunnels and handshakes
 * @param protocol {@code HTTP/1.1}
 * @param status 0 for none
 * @param requestBytes content octets, -1 for none
 * @param durationMicros -1 while it is under way
 * @param outcome {@code pending}, {@code completed}, {@code failed}, {@code interrupted}
 * @param kind {@code http}, {@code tunnel}, {@code handshake}
 * @param parent the tunnel it came through, 0 for none
 */
public record ExchangeSummary(
        long id,
        long startedMicros,
        @Nullable String client,
        @Nullable String method,
        @Nullable String url,
        @Nullable String protocol,
        int status,
        long requestBytes,
        long responseBytes,
        long durationMicros,
        String outcome,
        String kind,
        long parent) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    void write(JsonWriter json) throws IOException {
        json.name("id").value(id);
        json.name("time").value(TIME.format(Instant.EPOCH.plus(startedMicros, ChronoUnit.MICROS)));
        text(json, "client", client);
        text(json, "method", method);
        text(json, "url", url);
        text(json, "protocol", protocol);
        number(json, "status", status, 1);
        number(json, "requestBytes", requestBytes, 0);
        number(json, "responseBytes", responseBytes, 0);
        json.name("durationMs").value(durationMicros < 0 ? null : millis(durationMicros * 1000));
        json.name("outcome").value(outcome);
        json.name("kind").value(kind);
        number(json, "parent", parent, 1);
    }

    /** Milliseconds with three places. */
    static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos / 1000, 3);
    }

    private static void text(JsonWriter json, String name, @Nullable String value) throws IOException {
        json.name(name).value(value == null || value.isEmpty() ? null : value);
    }

    private static void number(JsonWriter json, String name, long value, long least) throws IOException {
        json.name(name).value(value < least ? null : (Long) value);
    }
}
