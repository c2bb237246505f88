package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Heads;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.Timings;
import dev.hopscope.exchange.TlsInfo;
import dev.hopscope.exchange.Trailers;
import dev.hopscope.exchange.TunnelExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges as JSON of our own: one object a line for a summary, or one object with everything known, bodies streamed. One thread; flushes nothing.
 */
public final class ExchangeJson {
    private final JsonWriter json;
    private final JsonContent content;
    private final Bodies bodies;

    private ExchangeJson(Writer out, Bodies bodies) {
        this.json = new JsonWriter(out);
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
        this.content = new JsonContent(json, out);
        this.bodies = bodies;
    }

    /** Writes the summary as one line. */
    public static void line(ExchangeSummary summary, Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
        json.beginObject();
        summary.write(json);
        json.endObject();
        out.write('\n');
    }

    /** Writes the summary's fields and all the rest as one line. */
    public static void whole(ExchangeSummary summary, Exchange exchange, Bodies bodies, Writer out) throws IOException {
        ExchangeJson all = new ExchangeJson(out, bodies);
        all.json.beginObject();
        summary.write(all.json);
        all.write(exchange);
        all.json.endObject();
        out.write('\n');
    }

    private void write(Exchange exchange) throws IOException {
        failure(exchange.outcome());
        switch (exchange) {
            case HttpExchange http -> http(http);
            case TunnelExchange tunnel -> tunnel(tunnel);
            case FailedHandshake handshake -> handshake(handshake);
        }
    }

    private void http(HttpExchange x) throws IOException {
        switch (x.source()) {
            case Source.Captured s -> json.name("source").value("captured");
            case Source.Replayed s ->
                json.name("source")
                        .value("replayed")
                        .name("original")
                        .value(s.original().value());
            case Source.Sent s -> {
                json.name("source").value("sent");
                if (s.original() != null) {
                    json.name("original").value(s.original().value());
                }
            }
            case Source.Validated s ->
                json.name("source")
                        .value("validated")
                        .name("original")
                        .value(s.original().value());
            case Source.Imported s ->
                json.name("source").value("imported").name("importedFrom").value(s.from());
        }
        json.name("answeredHere").value(x.answeredHere());
        json.name("unreadable").value(x.unreadable());
        json.name("upgradedTo").value(x.upgradedTo());
        heads(x.heads());
        json.name("interim").beginArray();
        for (ResponseHead head : x.interim()) {
            response(head);
        }
        json.endArray();
        trailers(x.trailers());
        changes(x.changes());
        connections(x.client(), x.originConnection());
        timings(x.timings());
        json.name("bodies").beginObject();
        body("request", x.requestBody());
        body("response", x.responseBody());
        json.endObject();
    }

    private void tunnel(TunnelExchange x) throws IOException {
        json.name("opened");
        if (x.decided()) {
            json.value(x.opened());
        } else {
            json.nullValue();
        }
        json.name("sni").value(x.sni());
        json.name("passed");
        if (x.passed() == null) {
            json.nullValue();
        } else {
            json.beginObject();
            json.name("code").value(hyphens(x.passed().code()));
            json.name("detail").value(x.passed().detail());
            json.endObject();
        }
        heads(x.heads());
        changes(x.changes());
        connections(x.client(), x.originConnection());
        timings(x.timings());
        noBodies();
    }

    private void handshake(FailedHandshake x) throws IOException {
        json.name("sni").value(x.sni());
        heads(Heads.NONE);
        changes(List.of());
        connections(x.client(), null);
        timings(x.timings());
        noBodies();
    }

    private void failure(Outcome outcome) throws IOException {
        json.name("failure");
        if (outcome instanceof Outcome.Failed failed) {
            Failure failure = failed.failure();
            json.beginObject();
            json.name("phase").value(hyphens(failure.phase()));
            json.name("code").value(failure.code());
            json.name("detail").value(failure.detail());
            json.endObject();
        } else {
            json.nullValue();
        }
    }

    private void heads(Heads heads) throws IOException {
        json.name("heads").beginObject();
        json.name("requestReceived");
        request(heads.requestReceived());
        json.name("requestForwarded");
        request(heads.requestForwarded());
        json.name("responseReceived");
        response(heads.responseReceived());
        json.name("responseReturned");
        response(heads.responseReturned());
        json.endObject();
    }

    private void request(@Nullable RequestHead head) throws IOException {
        if (head == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("method").value(head.method());
        json.name("target").value(head.target());
        json.name("version").value(head.version().text());
        fields("headers", head.headers());
        json.endObject();
    }

    private void response(@Nullable ResponseHead head) throws IOException {
        if (head == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("version").value(head.version().text());
        json.name("status").value(head.status());
        json.name("reason").value(head.reason());
        fields("headers", head.headers());
        json.endObject();
    }

    private void fields(String name, Headers headers) throws IOException {
        json.name(name).beginArray();
        for (Header header : headers) {
            json.beginObject();
            json.name("name").value(header.name());
            json.name("value").value(header.value());
            json.endObject();
        }
        json.endArray();
    }

    private void trailers(Trailers trailers) throws IOException {
        json.name("trailers").beginObject();
        fields("requestReceived", trailers.requestReceived());
        fields("requestForwarded", trailers.requestForwarded());
        fields("responseReceived", trailers.responseReceived());
        fields("responseReturned", trailers.responseReturned());
        json.endObject();
    }

    private void changes(List<HeaderChange> changes) throws IOException {
        json.name("changes").beginArray();
        for (HeaderChange change : changes) {
            json.beginObject();
            json.name("leg").value(hyphens(change.leg()));
            json.name("part").value(hyphens(change.part()));
            json.name("kind").value(hyphens(change.kind()));
            json.name("name").value(change.name());
            json.name("before").value(change.before());
            json.name("after").value(change.after());
            json.name("reason").value(change.reason().code());
            json.name("rfc")
                    .value(
                            change.reason().rfc().isEmpty()
                                    ? null
                                    : change.reason().rfc());
            json.name("words").value(change.reason().words());
            json.endObject();
        }
        json.endArray();
    }

    private void connections(ConnectionUse client, @Nullable ConnectionUse origin) throws IOException {
        json.name("connections").beginObject();
        json.name("client");
        connection(client);
        json.name("origin");
        if (origin == null) {
            json.nullValue();
        } else {
            connection(origin);
        }
        json.endObject();
    }

    private void connection(ConnectionUse use) throws IOException {
        ConnectionInfo info = use.connection();
        json.beginObject();
        json.name("id").value(info.id());
        json.name("nth").value(use.nth());
        json.name("reused").value(use.reused());
        json.name("local").value(info.local().toString());
        json.name("remote").value(info.remote().toString());
        json.name("opened").value(info.opened().toString());
        json.name("viaProxy")
                .value(info.viaProxy() == null ? null : info.viaProxy().toString());
        json.name("process");
        if (info.process() == null) {
            json.nullValue();
        } else {
            json.beginObject();
            json.name("name").value(info.process().name());
            json.name("pid").value(info.process().pid());
            json.endObject();
        }
        json.name("tls");
        tls(info.tls());
        json.endObject();
    }

    private void tls(@Nullable TlsInfo tls) throws IOException {
        if (tls == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("version").value(tls.version());
        json.name("cipherSuite").value(tls.cipherSuite());
        json.name("alpn").value(tls.alpn());
        json.name("sni").value(tls.sni());
        json.name("certificates").beginArray();
        certificates(tls.certificates());
        json.endArray();
        json.endObject();
    }

    private void certificates(Certificates chain) throws IOException {
        try {
            for (X509Certificate certificate : chain.decode()) {
                json.beginObject();
                json.name("subject").value(certificate.getSubjectX500Principal().getName());
                json.name("issuer").value(certificate.getIssuerX500Principal().getName());
                json.name("notBefore")
                        .value(certificate.getNotBefore().toInstant().toString());
                json.name("notAfter")
                        .value(certificate.getNotAfter().toInstant().toString());
                json.name("sha256").value(fingerprint(certificate.getEncoded()));
                json.endObject();
            }
        } catch (CertificateException e) {
            json.beginObject().name("unreadable").value(e.getMessage()).endObject();
        }
    }

    private static String fingerprint(byte[] der) {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Milliseconds from the first octet of the exchange; null for moments that did not come. */
    private void timings(Timings timings) throws IOException {
        json.name("timings").beginObject();
        for (Mark mark : Mark.values()) {
            json.name(camel(mark.name()));
            OptionalLong at = timings.at(mark);
            if (at.isPresent()) {
                json.value(ExchangeSummary.millis(at.getAsLong()));
            } else {
                json.nullValue();
            }
        }
        json.endObject();
    }

    private void body(String name, @Nullable BodyRef ref) throws IOException {
        json.name(name);
        if (ref == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("length").value(ref.length());
        json.name("recorded").value(ref.recorded());
        Utf8.Found found;
        try (InputStream in = Channels.newInputStream(bodies.open(ref))) {
            found = Utf8.examine(in);
        }
        json.name("encoding").value(found.text() ? "text" : "base64");
        json.name("content");
        try (InputStream in = Channels.newInputStream(bodies.open(ref))) {
            if (found.text()) {
                content.text(in);
            } else {
                content.base64(in);
            }
        }
        json.endObject();
    }

    private void noBodies() throws IOException {
        json.name("bodies").beginObject();
        json.name("request").nullValue();
        json.name("response").nullValue();
        json.endObject();
    }

    private static String hyphens(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String camel(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        name.setCharAt(0, Character.toLowerCase(name.charAt(0)));
        return name.toString();
    }
}
