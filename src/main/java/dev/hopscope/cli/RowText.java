package dev.hopscope.cli;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.interchange.ExchangeSummary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row as one line for people, or as the fields of a list. Any thread. Escapes nothing. */
final class RowText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private RowText() {}

    static String of(ExchangeRow row) {
        StringBuilder line = new StringBuilder(120);
        line.append(String.format(
                Locale.ROOT,
                "%6d  %s  ",
                row.id(),
                TIME.format(Instant.EPOCH.plus(row.startedMicros(), ChronoUnit.MICROS))));
        line.append(String.format(Locale.ROOT, "%-7s %-3s ", row.method(), status(row)));
        line.append(String.format(Locale.ROOT, "%9s %9s  ", size(row.responseBytes()), duration(row.durationMicros())));
        String url = url(row);
        line.append(url == null ? "-" : url);
        if (row.pathCut()) {
            line.append('…');
        }
        if (row.cause() != null) {
            line.append("  (").append(row.cause()).append(')');
        } else if (row.kind() == ExchangeRow.Kind.TUNNEL && row.opened()) {
            line.append("  (opened)");
        } else if (row.state() == ExchangeRow.State.INTERRUPTED) {
            line.append("  (interrupted)");
        }
        return line.toString();
    }

    /** @param url the whole URL ({@link #url} has its beginning only where the path was cut) */
    static ExchangeSummary summary(ExchangeRow row, @Nullable String url) {
        return new ExchangeSummary(
                row.id(),
                row.startedMicros(),
                row.client(),
                row.method(),
                url,
                row.protocol().isEmpty() ? null : "HTTP/" + row.protocol(),
                row.status(),
                row.requestBytes(),
                row.responseBytes(),
                row.durationMicros(),
                row.state().name().toLowerCase(Locale.ROOT),
                row.kind().name().toLowerCase(Locale.ROOT),
                row.parent());
    }

    /** {@code scheme://host[:port]/path} of an exchange, {@code host:port} of the others; null where the target is not known. */
    static @Nullable String url(ExchangeRow row) {
        if (row.host().isEmpty()) {
            return row.path().isEmpty() ? null : row.path();
        }
        String host = row.host().indexOf(':') >= 0 ? "[" + row.host() + "]" : row.host();
        if (row.kind() != ExchangeRow.Kind.HTTP) {
            return host + ":" + row.port();
        }
        boolean usual = row.port() == (row.scheme().equals("https") ? 443 : 80);
        return row.scheme() + "://" + host + (usual ? "" : ":" + row.port())
                + (row.path().equals("*") ? "" : row.path());
    }

    private static String status(ExchangeRow row) {
        if (row.status() > 0) {
            return Integer.toString(row.status());
        }
        return switch (row.state()) {
            case PENDING -> "...";
            case COMPLETED -> "";
            case FAILED, INTERRUPTED -> "ERR";
        };
    }

    private static String size(long octets) {
        return octets < 0 ? "" : ByteSize.words(octets);
    }

    private static String duration(long micros) {
        if (micros < 0) {
            return "";
        }
        return micros < 1_000_000
                ? String.format(Locale.ROOT, "%.1f ms", micros / 1000.0)
                : String.format(Locale.ROOT, "%.2f s", micros / 1e6);
    }
}
