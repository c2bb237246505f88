package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.body.Decoded;
import dev.hopscope.inspect.body.MediaType;
import dev.hopscope.inspect.meaning.Level;
import java.util.Set;

/** A Content-Type that the bytes contradict, or that is missing. Any thread. Guesses nothing where the bytes are not plain. */
final class TypeCheck implements ExchangeCheck {
    @Override
    public void check(Evidence evidence, Warnings out) {
        sent(evidence, out);
        received(evidence, out);
    }

    /** Many origins read a request by its type alone: {@code curl -d} says that JSON is a form. */
    private static void sent(Evidence evidence, Warnings out) {
        BodyLook body = evidence.requestBody();
        if (body == null || body.beginning().length == 0 || body.end() == Decoded.End.CORRUPT) {
            return;
        }
        MediaType type = MediaType.parse(evidence.requestHeaders().first("Content-Type"));
        ByteKind kind = ByteKind.of(body.beginning());
        boolean form = type.subtype().equals("x-www-form-urlencoded");
        if (type.type().isEmpty()) {
            out.add(
                    Direction.REQUEST,
                    "",
                    Level.ADVICE,
                    "Content-Type missing",
                    "There is a body" + (kind.words().isEmpty() ? "" : ", which looks like " + kind.words())
                            + ", and nothing says what it is: many origins then ignore it.",
                    "RFC 9110 §8.3");
        } else if (contradicts(type, kind) || form && kind == ByteKind.JSON) {
            out.add(
                    Direction.REQUEST,
                    "Content-Type",
                    Level.FAULT,
                    "Content-Type does not fit the bytes",
                    "It says " + type + ", and the bytes are " + kind.words() + ": the origin reads them wrongly, or"
                            + " refuses them."
                            + (form
                                    ? " curl -d says so of its own accord; add -H 'Content-Type:"
                                            + " application/json', or send it with --json."
                                    : ""),
                    "RFC 9110 §8.3");
        }
    }

    private static void received(Evidence evidence, Warnings out) {
        BodyLook body = evidence.body();
        ResponseHead head = evidence.response();
        if (body == null || head == null || body.beginning().length == 0 || body.end() == Decoded.End.CORRUPT) {
            return;
        }
        MediaType type = MediaType.parse(head.headers().first("Content-Type"));
        ByteKind kind = ByteKind.of(body.beginning());
        boolean nosniff = Evidence.lists(head.headers(), "X-Content-Type-Options", "nosniff");
        if (type.type().isEmpty()) {
            out.add(
                    Direction.RESPONSE,
                    "",
                    Level.ADVICE,
                    "Content-Type missing",
                    "There is a body" + (kind.words().isEmpty() ? "" : ", which looks like " + kind.words())
                            + ", and nothing says what it is: whoever reads it guesses.",
                    "RFC 9110 §8.3");
        } else if (contradicts(type, kind)) {
            out.add(
                    Direction.RESPONSE,
                    "Content-Type",
                    Level.FAULT,
                    "Content-Type does not fit the bytes",
                    "It says " + type + ", and the bytes are " + kind.words() + ". "
                            + (nosniff
                                    ? "nosniff forbids browsers to guess: it will not be used."
                                    : "Some browsers guess, others fail.")
                            + (kind == ByteKind.HTML
                                    ? " Often it is an error page or a log-in page in the place of the thing."
                                    : ""),
                    "RFC 9110 §8.3");
        }
    }

    private static boolean contradicts(MediaType type, ByteKind kind) {
        String sub = type.subtype();
        boolean text = type.type().equals("text") || type.format("json") || type.format("xml") || script(type);
        return switch (kind) {
            case PNG, JPEG, GIF, WEBP ->
                text
                        || (type.type().equals("image")
                                && !sub.equals(name(kind))
                                && Set.of("png", "jpeg", "gif", "webp").contains(sub));
            case PDF, GZIP, WASM, WOFF, BINARY -> text;
            case ZIP -> text || type.type().equals("image");
            case HTML ->
                picture(type)
                        || type.format("json")
                        || sub.equals("css")
                        || script(type)
                        || type.type().equals("font");
            case XML -> picture(type) || type.format("json") || sub.equals("css") || script(type);
            case JSON -> picture(type) || sub.equals("html") || sub.equals("css") || type.format("xml");
            case TEXT -> picture(type);
            case UNKNOWN -> false;
        };
    }

    private static String name(ByteKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean picture(MediaType type) {
        return Set.of("image", "audio", "video").contains(type.type())
                && !type.subtype().startsWith("svg")
                && !type.subtype().contains("mpegurl");
    }

    private static boolean script(MediaType type) {
        return type.subtype().endsWith("javascript") || type.subtype().equals("ecmascript");
    }
}
