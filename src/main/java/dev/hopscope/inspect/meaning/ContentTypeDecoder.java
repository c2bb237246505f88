package dev.hopscope.inspect.meaning;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Content-Type (RFC 9110 §8.3): type, charset, boundary. Any thread. Does not look at the body: a warning does. */
final class ContentTypeDecoder implements FieldDecoder {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("text/html", "a web page"),
            Map.entry("text/plain", "text without any form"),
            Map.entry("text/css", "styles"),
            Map.entry("text/javascript", "a script"),
            Map.entry("application/javascript", "a script, by an older name"),
            Map.entry("application/x-javascript", "a script, by an older name"),
            Map.entry("application/json", "JSON"),
            Map.entry("application/problem+json", "what went wrong, as JSON (RFC 9457)"),
            Map.entry("application/ld+json", "linked data as JSON"),
            Map.entry("application/x-ndjson", "one JSON value a line"),
            Map.entry("application/xml", "XML"),
            Map.entry("text/xml", "XML"),
            Map.entry("application/x-www-form-urlencoded", "the fields of a form, like a query"),
            Map.entry("multipart/form-data", "the fields of a form in parts, with files"),
            Map.entry("multipart/byteranges", "several parts of one content"),
            Map.entry("text/event-stream", "events that keep coming"),
            Map.entry("application/octet-stream", "bytes of any kind: browsers save them"),
            Map.entry("application/pdf", "a PDF"),
            Map.entry("application/wasm", "WebAssembly"),
            Map.entry("application/grpc", "messages of gRPC"),
            Map.entry("application/graphql", "a GraphQL query"),
            Map.entry("application/dns-message", "a DNS message (RFC 8484)"),
            Map.entry("application/jose", "a signed or encrypted token"),
            Map.entry("message/http", "a whole HTTP message"),
            Map.entry("image/svg+xml", "a drawing, which may hold scripts"));
    private static final Map<String, String> TOP = Map.of(
            "text", "text",
            "image", "a picture",
            "audio", "sound",
            "video", "video",
            "font", "a font",
            "application", "for a program",
            "multipart", "several parts",
            "message", "a message",
            "model", "a three-dimensional model");

    @Override
    public Set<String> names() {
        return Set.of("content-type");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        String type = Syntax.head(value);
        String lower = type.toLowerCase(Locale.ROOT);
        int slash = lower.indexOf('/');
        if (slash <= 0 || slash == lower.length() - 1) {
            out.fault(type, "Not type/subtype: whoever reads it has to guess.");
        } else {
            out.add(type, TYPES.getOrDefault(lower, TOP.getOrDefault(lower.substring(0, slash), "a type of its own")));
        }
        List<Syntax.Pair> parameters = Syntax.parameters(value);
        for (Syntax.Pair p : parameters) {
            switch (p.key()) {
                case "charset" -> charset(p, lower, out);
                case "boundary" -> out.add(p.text(), "stands between the parts");
                case "q" -> out.advice(p.text(), "Weights belong into Accept: here it says nothing.");
                default -> out.add(p.text(), "a parameter of the type");
            }
        }
        if (lower.startsWith("multipart/")
                && Syntax.parameter(parameters, "boundary").isEmpty()) {
            out.fault("", "boundary is missing: the parts cannot be told apart.");
        }
    }

    private static void charset(Syntax.Pair p, String type, Parts out) {
        boolean known;
        try {
            known = Charset.isSupported(p.value());
        } catch (IllegalCharsetNameException e) {
            known = false;
        }
        if (!known) {
            out.fault(p.text(), "Not an encoding Hopscope knows: browsers would guess.");
        } else if (type.endsWith("json")) {
            out.add(p.text(), "how text is written; JSON is UTF-8 always and needs no charset (RFC 8259 §11)");
        } else {
            out.add(p.text(), "how text is written as bytes");
        }
    }
}
