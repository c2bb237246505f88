package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One exchange as an entry of HAR. One thread. Bodies are written by {@link HarContent}. */
final class HarEntry {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonWriter json;
    private final HarContent content;
    private final String page;

    HarEntry(JsonWriter json, HarContent content, String page) {
        this.json = json;
        this.content = content;
        this.page = page;
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    void write(HttpExchange x) throws IOException {
        HarTimings timings = HarTimings.of(x.timings());
        json.beginObject();
        json.name("pageref").value(page);
        json.name("startedDateTime").value(time(x.started()));
        json.name("time").value(HarTimings.millis(timings.total()));
        request(x);
        response(x);
        json.name("cache").beginObject().endObject();
        json.name("timings");
        timings.write(json);
        connection(x.originConnection());
        comment(x);
        json.endObject();
    }

    private void request(HttpExchange x) throws IOException {
        RequestHead head = x.heads().requestReceived();
        Headers headers = head == null ? Headers.EMPTY : head.headers();
        String url = uri(Objects.requireNonNullElse(ExchangeUrl.of(x), "http://unknown.invalid/"));
        json.name("request").beginObject();
        json.name("method").value(head == null ? "" : head.method());
        json.name("url").value(url);
        json.name("httpVersion").value(head == null ? "" : version(head));
        json.name("cookies");
        HarCookies.ofRequest(json, headers);
        fields(headers);
        json.name("queryString");
        int question = url.indexOf('?');
        HarForms.pairs(json, question < 0 ? "" : url.substring(question + 1));
        if (x.requestBody() != null && x.requestBody().length() > 0) {
            content.postData(x.requestBody(), headers);
        }
        json.name("headersSize").value(size(head));
        json.name("bodySize").value(x.requestBytes());
        json.endObject();
    }

    private void response(HttpExchange x) throws IOException {
        ResponseHead head = x.heads().response();
        Headers headers = head == null ? Headers.EMPTY : head.headers();
        long headSize = size(head);
        long bodySize = head == null ? -1 : x.responseBytes();
        json.name("response").beginObject();
        json.name("status").value(head == null ? 0 : head.status());
        json.name("statusText").value(head == null ? "" : head.reason());
        json.name("httpVersion").value(head == null ? "" : version(head));
        json.name("cookies");
        HarCookies.ofResponse(json, headers);
        fields(headers);
        json.name("content");
        content.response(x.responseBody(), headers);
        String location = headers.first("Location");
        json.name("redirectURL").value(location == null ? "" : location);
        json.name("headersSize").value(headSize);
        json.name("bodySize").value(bodySize);
        json.name("_transferSize").value(head == null ? 0 : Math.max(0, headSize) + bodySize);
        if (x.outcome() instanceof Outcome.Failed failed) {
            json.name("_error")
                    .value(failed.failure().code() + ": " + failed.failure().detail());
        } else if (x.outcome() instanceof Outcome.Interrupted) {
            json.name("_error").value("interrupted: Hopscope ended while the exchange was under way");
        }
        json.endObject();
    }

    private void fields(Headers headers) throws IOException {
        json.name("headers").beginArray();
        for (Header header : headers) {
            json.beginObject();
            json.name("name").value(header.name());
            json.name("value").value(header.value());
            json.endObject();
        }
        json.endArray();
    }

    private void connection(@Nullable ConnectionUse use) throws IOException {
        if (use == null) {
            return;
        }
        String address = use.connection().remote().host();
        if (use.connection().viaProxy() == null && address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            json.name("serverIPAddress").value(address);
        }
        json.name("connection").value(Long.toString(use.connection().id()));
    }

    private void comment(HttpExchange x) throws IOException {
        if (x.unreadable() != null) {
            json.name("comment").value("The request could not be read; it began: " + x.unreadable());
        } else if (!x.outcome().terminal()) {
            json.name("comment").value("Under way when it was exported");
        } else if (x.answeredHere()) {
            json.name("comment").value("Answered by Hopscope itself");
        }
    }

    /** HAR has no head of its own for HTTP/2, whose octets on the wire are compressed. */
    private static long size(@Nullable Head head) {
        if (head == null || head.version() == HttpVersion.HTTP_2 || head.version() == HttpVersion.HTTP_3) {
            return -1;
        }
        long size = head.startLine().length() + 4L;
        for (Header header : head.headers()) {
            size += header.name().length() + header.value().length() + 4L;
        }
        return size;
    }

    private static String version(Head head) {
        return head.version().text();
    }

    /** What may not stand in a URI (RFC 3986 §2) is percent-encoded: octets beyond ASCII, white space and controls. */
    private static String uri(String url) {
        StringBuilder encoded = new StringBuilder(url.length());
        for (byte octet : url.getBytes(StandardCharsets.ISO_8859_1)) {
            if (octet <= ' ' || octet == 0x7f) {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", octet & 0xff));
            } else {
                encoded.append((char) octet);
            }
        }
        return encoded.toString();
    }
}
