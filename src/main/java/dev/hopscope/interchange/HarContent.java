package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Headers;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bodies in HAR: content coding undone, text as text, all else as base64, and a comment wherever that is not the whole body. One thread; streams. */
final class HarContent {
    /** Beyond this a coded body is exported as it passed: what unpacks to more is no document. */
    static final long MOST_DECODED = 256L << 20;

    /** Forms up to here are taken apart. */
    static final int MOST_FORM = 1 << 20;

    private final JsonWriter json;
    private final JsonContent content;
    private final Bodies bodies;
    private final Decoding codings;

    /** @param out what {@code json} writes to */
    HarContent(JsonWriter json, Writer out, Bodies bodies, Decoding codings) {
        this.json = json;
        this.content = new JsonContent(json, out);
        this.bodies = bodies;
        this.codings = codings;
    }

    /** The content object of a response; {@code body} null where it has none. */
    void response(@Nullable BodyRef body, Headers headers) throws IOException {
        String type = headers.first("Content-Type");
        json.beginObject();
        json.name("mimeType").value(type == null ? "x-unknown" : type);
        if (body == null) {
            json.name("size").value(0);
        } else {
            responseBody(body, headers);
        }
        json.endObject();
    }

    private void responseBody(BodyRef body, Headers headers) throws IOException {
        Form form = examine(body, headers);
        json.name("size").value(form.decoded() ? form.found().octets() : body.length());
        if (form.decoded()) {
            json.name("compression").value(form.found().octets() - body.length());
        }
        if (body.recorded() > 0) {
            json.name("text");
            write(body, form);
            if (!form.found().text()) {
                json.name("encoding").value("base64");
            }
        }
        comment(body, form);
    }

    /** The postData object of a request with a body. */
    void postData(BodyRef body, Headers headers) throws IOException {
        String type = headers.first("Content-Type");
        Form form = examine(body, headers);
        json.name("postData").beginObject();
        json.name("mimeType").value(type == null ? "" : type);
        String kind = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean small = form.found().octets() <= MOST_FORM;
        if (small
                && kind.equals("application/x-www-form-urlencoded")
                && form.found().text()) {
            json.name("params");
            HarForms.pairs(json, new String(whole(body, form), StandardCharsets.UTF_8));
        } else if (small && kind.equals("multipart/form-data") && type != null) {
            json.name("params");
            HarForms.parts(json, type, whole(body, form));
        }
        json.name("text");
        write(body, form);
        if (!form.found().text()) {
            // HAR 1.2 has no encoding of a request body
            json.name("_encoding").value("base64");
        }
        comment(body, form);
        json.endObject();
    }

    /**
     * How a body is exported.
     *
     * @param codings to undo, last applied first; empty for as it passed
     * @param kept why a coding was not undone, null if none was kept
     */
    private record Form(
            List<String> codings,
            Utf8.Found found,
            @Nullable String kept) {
        boolean decoded() {
            return !codings.isEmpty();
        }
    }

    private Form examine(BodyRef body, Headers headers) throws IOException {
        List<String> applied = new ArrayList<>();
        for (String line : headers.all("Content-Encoding")) {
            for (String coding : line.split(",", -1)) {
                if (!coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
                    applied.addFirst(coding.strip());
                }
            }
        }
        String kept = null;
        if (!applied.isEmpty() && body.recorded() > 0) {
            try (InputStream in = open(body, applied)) {
                return new Form(applied, Utf8.examine(in), null);
            } catch (NotDecoded e) {
                kept = e.getMessage();
            } catch (IOException e) {
                kept = "it cannot be undone (" + e.getMessage() + ")";
            }
        }
        try (InputStream in = open(body, List.of())) {
            return new Form(List.of(), Utf8.examine(in), kept);
        }
    }

    private InputStream open(BodyRef body, List<String> undo) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(bodies.open(body)), 1 << 14);
        try {
            for (String coding : undo) {
                InputStream decoded = codings.decode(coding, in);
                if (decoded == null) {
                    throw new NotDecoded(coding + " is not known here");
                }
                in = new Bounded(decoded);
            }
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private byte[] whole(BodyRef body, Form form) throws IOException {
        try (InputStream in = open(body, form.codings())) {
            return in.readAllBytes();
        }
    }

    private void write(BodyRef body, Form form) throws IOException {
        try (InputStream in = open(body, form.codings())) {
            if (form.found().text()) {
                content.text(in);
            } else {
                content.base64(in);
            }
        }
    }

    private void comment(BodyRef body, Form form) throws IOException {
        List<String> words = new ArrayList<>();
        if (body.cutShort()) {
            words.add("Only the first " + body.recorded() + " of " + body.length() + " octets were recorded.");
        }
        if (form.kept() != null) {
            words.add("The content coding is kept: " + form.kept() + ".");
        }
        if (!words.isEmpty()) {
            json.name("comment").value(String.join(" ", words));
        }
    }

    /** Why a body is exported with its coding. */
    private static final class NotDecoded extends IOException {
        private static final long serialVersionUID = 1;

        NotDecoded(String why) {
            super(why);
        }
    }

    /** Refuses to unpack without end. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_DECODED;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] octets, int from, int length) throws IOException {
            int n = super.read(octets, from, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws IOException {
            left -= n;
            if (left < 0) {
                throw new NotDecoded("it unpacks to more than " + (MOST_DECODED >> 20) + " MiB");
            }
        }
    }
}
