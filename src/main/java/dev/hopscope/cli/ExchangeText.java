package dev.hopscope.cli;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Heads;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.interchange.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything known of one exchange as text for people, escaped; bodies that are text are streamed, others only counted. One thread. */
final class ExchangeText {
    private final Writer out;
    private final Bodies bodies;

    ExchangeText(Writer out, Bodies bodies) {
        this.out = out;
        this.bodies = bodies;
    }

    void write(Exchange exchange) throws IOException {
        line(outcome(exchange));
        switch (exchange) {
            case HttpExchange x -> {
                source(x.source());
                connections(x.client(), x.originConnection());
                heads(x.heads(), x.changes());
                body("Request body", x.requestBody());
                body("Response body", x.responseBody());
            }
            case TunnelExchange x -> {
                line(tunnel(x));
                connections(x.client(), x.originConnection());
                heads(x.heads(), x.changes());
            }
            case FailedHandshake x -> {
                line("SNI: " + (x.sni() == null ? "none" : x.sni()));
                connections(x.client(), null);
            }
        }
    }

    private static String outcome(Exchange exchange) {
        return switch (exchange.outcome()) {
            case Outcome.Pending p -> "Under way.";
            case Outcome.Completed c -> "Completed.";
            case Outcome.Interrupted i -> "Interrupted: Hopscope ended while it was under way.";
            case Outcome.Failed f ->
                "Failed (" + hyphens(f.failure().phase()) + ", " + f.failure().code() + "): "
                        + f.failure().detail() + ".";
        };
    }

    private static String tunnel(TunnelExchange x) {
        String bytes = x.requestBytes() + " octets from the client, " + x.responseBytes() + " to it";
        if (x.passed() == null) {
            return (x.opened() ? "Opened: the exchanges inside are rows of their own. " : "") + bytes + ".";
        }
        String detail = x.passed().detail().isEmpty() ? "" : " (" + x.passed().detail() + ")";
        return "Not opened: " + hyphens(x.passed().code()).replace('-', ' ') + detail + ". " + bytes + ".";
    }

    private void source(Source source) throws IOException {
        switch (source) {
            case Source.Captured c -> {}
            case Source.Replayed r -> line("Source: Hopscope, replaying " + r.original() + ".");
            case Source.Sent s ->
                line("Source: Hopscope, sending what was written there"
                        + (s.original() == null ? "." : ", from " + s.original() + "."));
            case Source.Validated v ->
                line("Source: Hopscope's cache, to validate what it answered " + v.original() + " with.");
            case Source.Imported i -> line("Source: imported from " + i.from() + ".");
        }
    }

    private void connections(ConnectionUse client, @Nullable ConnectionUse origin) throws IOException {
        line("Client: " + connection(client));
        if (origin != null) {
            line("Origin: " + connection(origin));
        }
    }

    private static String connection(ConnectionUse use) {
        ConnectionInfo info = use.connection();
        StringBuilder text = new StringBuilder(info.remote().toString());
        if (info.process() != null) {
            text.append(" (")
                    .append(info.process().name())
                    .append(", process ")
                    .append(info.process().pid())
                    .append(')');
        }
        if (info.tls() != null) {
            text.append(", ")
                    .append(info.tls().version())
                    .append(' ')
                    .append(info.tls().cipherSuite());
        }
        if (info.viaProxy() != null) {
            text.append(", through ").append(info.viaProxy());
        }
        return text.append(use.reused() ? ", re-used" : ", new").toString();
    }

    private void heads(Heads heads, List<HeaderChange> changes) throws IOException {
        head("Request received", heads.requestReceived());
        head("Request forwarded", heads.requestForwarded());
        head("Response received", heads.responseReceived());
        head("Response returned", heads.responseReturned());
        if (!changes.isEmpty()) {
            line("");
            line("Changed by Hopscope");
            for (HeaderChange change : changes) {
                line("  " + change(change));
            }
        }
    }

    private static String change(HeaderChange c) {
        String what = hyphens(c.leg()) + "  " + hyphens(c.kind()) + "  " + c.name();
        String values = c.before() == null
                ? ": " + c.after()
                : c.after() == null ? ": " + c.before() : ": " + c.before() + " -> " + c.after();
        String rfc = c.reason().rfc().isEmpty() ? "" : " (" + c.reason().rfc() + ")";
        return what + values + "  because: " + c.reason().words() + rfc;
    }

    private void head(String title, @Nullable Head head) throws IOException {
        if (head == null) {
            return;
        }
        line("");
        line(title);
        line("  " + head.startLine());
        for (Header header : head.headers()) {
            line("  " + header);
        }
    }

    private void body(String title, @Nullable BodyRef ref) throws IOException {
        if (ref == null) {
            return;
        }
        line("");
        line(title + ", " + ref.length() + " octets"
                + (ref.cutShort() ? ", of which " + ref.recorded() + " were recorded" : ""));
        Utf8.Found found;
        try (InputStream in = Channels.newInputStream(bodies.open(ref))) {
            found = Utf8.examine(in);
        }
        if (!found.text()) {
            line("  (binary; --json gives it as base64)");
            return;
        }
        try (Reader in = new InputStreamReader(Channels.newInputStream(bodies.open(ref)), StandardCharsets.UTF_8)) {
            char[] chars = new char[1 << 14];
            for (int n = in.read(chars); n >= 0; n = in.read(chars)) {
                out.write(SafeText.lines(new String(chars, 0, n)));
            }
        }
        line("");
    }

    private void line(String text) throws IOException {
        out.write(SafeText.line(text));
        out.write('\n');
    }

    private static String hyphens(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
