package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.ui.cache.CacheWords;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.time.ZoneId;

/**
 * What the cells of a row say, in words. Pure but for the clock, any thread; needs no toolkit.
 */
public final class RowText {
    private RowText() {}

    /** The code, or a word where there is none. */
    public static String status(ExchangeRow row) {
        return switch (row.kind()) {
            case TUNNEL ->
                row.state() == ExchangeRow.State.FAILED && row.status() > 0
                        ? Integer.toString(row.status())
                        : Messages.text("row.tunnel");
            case HANDSHAKE -> Messages.text("row.tls");
            case HTTP -> http(row);
        };
    }

    private static String http(ExchangeRow row) {
        if (row.state() == ExchangeRow.State.PENDING && !row.upgraded()) {
            return Messages.text(row.status() == 0 ? "row.wait" : "row.open");
        }
        if (row.status() > 0) {
            return Integer.toString(row.status());
        }
        return Messages.text(row.state() == ExchangeRow.State.INTERRUPTED ? "row.interrupted" : "row.failed");
    }

    /** The icon beside the status; empty for none. */
    public static String statusIcon(ExchangeRow row) {
        if (row.kind() == ExchangeRow.Kind.HANDSHAKE) {
            return "bi-shield-x";
        }
        if (row.state() == ExchangeRow.State.FAILED) {
            return "bi-x-octagon";
        }
        if (row.kind() == ExchangeRow.Kind.TUNNEL) {
            return "bi-lock-fill";
        }
        if (row.upgraded()) {
            return "bi-arrow-down-up";
        }
        if (row.state() == ExchangeRow.State.PENDING) {
            return "bi-hourglass-split";
        }
        if (row.status() >= 500) {
            return row.answeredHere() ? "bi-x-octagon" : "bi-exclamation-octagon";
        }
        return row.status() >= 400 || row.state() == ExchangeRow.State.INTERRUPTED ? "bi-exclamation-triangle" : "";
    }

    /** Which of the five colours the status has: 1 to 5. */
    public static int statusClass(ExchangeRow row) {
        if (row.kind() == ExchangeRow.Kind.HANDSHAKE || row.state() == ExchangeRow.State.FAILED) {
            return 5;
        }
        if (row.kind() == ExchangeRow.Kind.TUNNEL || row.state() == ExchangeRow.State.PENDING) {
            return 1;
        }
        if (row.state() == ExchangeRow.State.INTERRUPTED) {
            return 4;
        }
        return Math.clamp(row.status() / 100, 1, 5);
    }

    /** The host, with its port where it is not the scheme's. */
    public static String host(ExchangeRow row) {
        int usual = row.scheme().equals("http") ? 80 : 443;
        boolean bare = row.kind() != ExchangeRow.Kind.HTTP || row.port() == usual || row.port() == 0;
        String host = row.host().indexOf(':') >= 0 ? "[" + row.host() + "]" : row.host();
        return Plain.line(bare ? host : host + ":" + row.port());
    }

    /** The path; for a failure its cause, for a tunnel its port. */
    public static String path(ExchangeRow row) {
        if (failed(row)) {
            return Plain.line(cause(row));
        }
        if (row.kind() != ExchangeRow.Kind.HTTP) {
            return Messages.text("row.port", Integer.toString(row.port()));
        }
        return Plain.line(row.pathCut() ? row.path() + "…" : row.path());
    }

    /** All of what the path stands for, the cause with it: the cell may have no room for it. */
    static String whole(ExchangeRow row) {
        if (row.kind() != ExchangeRow.Kind.HTTP) {
            return path(row);
        }
        String path = Plain.line(row.pathCut() ? row.path() + "…" : row.path());
        return failed(row) ? path + "\n" + Plain.line(cause(row)) : path;
    }

    /** Whether the client is named by its program: else it is an address. */
    static boolean clientKnown(ExchangeRow row) {
        return !row.client().matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.%]*.*");
    }

    static String clientTip(ExchangeRow row) {
        String client = Plain.line(row.client());
        return Messages.text(
                clientKnown(row)
                        ? "row.client.known"
                        : client.startsWith("127.") || client.equals("::1") ? "row.client.gone" : "row.client.other",
                client);
    }

    /** Whether the path gives way to a cause. */
    public static boolean failed(ExchangeRow row) {
        return row.cause() != null
                && (row.state() == ExchangeRow.State.FAILED || row.kind() == ExchangeRow.Kind.HANDSHAKE);
    }

    /** The cause in words, without its code. */
    static String cause(ExchangeRow row) {
        String cause = row.cause() == null ? "" : row.cause();
        int colon = cause.indexOf(": ");
        return colon < 0 ? cause : cause.substring(colon + 2);
    }

    /** Octets of the response, {@code –} if there is none. */
    public static String size(ExchangeRow row) {
        if (row.responseBytes() >= 0) {
            return Figures.size(row.responseBytes());
        }
        return row.state() == ExchangeRow.State.PENDING ? "" : "–";
    }

    /** {@code 4·3}: lines changed on the request leg and on the response leg; empty if none. */
    public static String changes(ExchangeRow row) {
        return row.requestChanges() + row.responseChanges() == 0
                ? ""
                : row.requestChanges() + "\u00B7" + row.responseChanges();
    }

    /** How long it took, or takes so far. */
    public static String duration(ExchangeRow row, long nowMicros) {
        // of a refused handshake no length is known
        return row.kind() == ExchangeRow.Kind.HANDSHAKE ? "" : Figures.duration(micros(row, nowMicros));
    }

    static long micros(ExchangeRow row, long nowMicros) {
        if (row.durationMicros() >= 0 || row.state() != ExchangeRow.State.PENDING) {
            return row.durationMicros();
        }
        return Math.max(0, nowMicros - row.startedMicros());
    }

    /** The whole row in one sentence: for assistive technology. */
    public static String sentence(ExchangeRow row, ZoneId zone) {
        String layers = CacheWords.layers(Column.marks(row));
        return said(row, zone) + (layers.isEmpty() ? "" : Messages.text("row.sentence.cache", layers));
    }

    private static String said(ExchangeRow row, ZoneId zone) {
        return Messages.text(
                failed(row)
                        ? "row.sentence.failed"
                        : row.kind() == ExchangeRow.Kind.HTTP ? "row.sentence" : "row.sentence.tunnel",
                Long.toString(row.id()),
                Figures.clock(row.startedMicros(), zone),
                row.client(),
                row.method(),
                host(row),
                path(row),
                status(row),
                size(row),
                Figures.duration(row.durationMicros()));
    }
}
