package dev.hopscope.ui.detail;

import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.TlsInfo;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.CertificateFacts;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both connections of an exchange, line by line, side by side. Pure functions, any thread. */
final class LegRows {
    private LegRows() {}

    static List<LegRow> of(Exchange exchange) {
        List<LegRow> rows = new ArrayList<>();
        ConnectionUse client = exchange.client();
        ConnectionUse origin = switch (exchange) {
            case HttpExchange x -> x.originConnection();
            case TunnelExchange x -> x.originConnection();
            case FailedHandshake x -> null;
        };
        rows.add(new LegRow(text("address"), address(client), address(origin), true));
        var process = client.connection().process();
        if (process != null) {
            rows.add(new LegRow(
                    text("program"),
                    Messages.text("detail.leg.process", process.name(), Long.toString(process.pid())),
                    "",
                    false));
        }
        if (origin != null && origin.connection().viaProxy() != null) {
            rows.add(new LegRow(
                    text("through"), "", origin.connection().viaProxy().toString(), true));
        }
        rows.add(new LegRow(
                text("connection"),
                use(client, exchange.clientTurn()),
                use(origin, origin == null ? 0 : origin.nth()),
                false));
        switch (exchange) {
            case HttpExchange x -> {
                rows.add(new LegRow(
                        text("protocol"),
                        version(x.heads().requestReceived()),
                        version(x.heads().requestForwarded()),
                        true));
                tls(rows, client, origin);
                String sent = bytes(x.requestBytes());
                String received = bytes(x.responseBytes());
                rows.add(new LegRow(text("sent"), sent, x.heads().requestForwarded() == null ? "" : sent, false));
                rows.add(new LegRow(
                        text("received"), received, x.heads().responseReceived() == null ? "" : received, false));
            }
            case TunnelExchange x -> {
                tls(rows, client, origin);
                rows.add(new LegRow(
                        text("up"),
                        Figures.size(x.requestBytes()),
                        origin == null ? "" : Figures.size(x.requestBytes()),
                        true));
                rows.add(new LegRow(
                        text("down"),
                        Figures.size(x.responseBytes()),
                        origin == null ? "" : Figures.size(x.responseBytes()),
                        true));
            }
            case FailedHandshake x -> tls(rows, client, null);
        }
        return List.copyOf(rows);
    }

    private static void tls(List<LegRow> rows, ConnectionUse client, @Nullable ConnectionUse origin) {
        TlsInfo ours = client.connection().tls();
        TlsInfo theirs = origin == null ? null : origin.connection().tls();
        if (ours == null && theirs == null) {
            return;
        }
        rows.add(new LegRow(text("tls"), tls(ours), tls(theirs), true));
        List<CertificateFacts> chain = theirs == null ? List.of() : CertificateFacts.of(theirs.certificates());
        String valid = chain.isEmpty()
                ? ""
                : Messages.text(
                        "detail.leg.validTo",
                        chain.getFirst()
                                .notAfter()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString());
        rows.add(
                new LegRow(text("certificate"), ours == null ? "" : Messages.text("detail.leg.ourLeaf"), valid, false));
    }

    /** {@code 1.3, AES-128-GCM}: version and the cipher without what the version already says. */
    private static String tls(@Nullable TlsInfo info) {
        if (info == null) {
            return "";
        }
        String cipher = info.cipherSuite();
        int with = cipher.indexOf("_WITH_");
        cipher = with >= 0 ? cipher.substring(with + 6) : cipher.startsWith("TLS_") ? cipher.substring(4) : cipher;
        cipher = cipher.replaceAll("_SHA\\d*$", "").replace('_', '-');
        return info.version().replaceFirst("^TLSv?", "") + (cipher.isEmpty() ? "" : ", " + cipher);
    }

    private static String address(@Nullable ConnectionUse use) {
        return use == null ? "" : use.connection().remote().toString();
    }

    private static String use(@Nullable ConnectionUse use, int turn) {
        return use == null
                ? Messages.text("detail.leg.none")
                : turn > 1 ? Messages.text("detail.leg.reused", turn) : Messages.text("detail.leg.new");
    }

    private static String bytes(long octets) {
        return octets == 0 ? Messages.text("detail.leg.none") : Figures.size(octets);
    }

    private static String version(@Nullable Head head) {
        return head == null ? "" : head.version().text();
    }

    private static String text(String key) {
        return Messages.text("detail.leg." + key);
    }
}
