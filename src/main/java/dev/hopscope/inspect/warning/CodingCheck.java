package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.ContentDecoder;
import dev.hopscope.inspect.body.Decoded;
import dev.hopscope.inspect.meaning.Level;
import java.util.List;
import java.util.Locale;

/** Content-Encoding: bytes that are not in it, a client that did not ask for it, caches that are not told. Any thread. */
final class CodingCheck implements ExchangeCheck {
    @Override
    public void check(Evidence evidence, Warnings out) {
        BodyLook sent = evidence.requestBody();
        if (sent != null && sent.coded() && sent.end() == Decoded.End.CORRUPT && sent.length() > 0) {
            out.add(
                    Direction.REQUEST,
                    "Content-Encoding",
                    Level.FAULT,
                    "Content-Encoding does not fit the bytes",
                    "The body cannot be undone as "
                            + String.join(", ", ContentDecoder.codings(evidence.requestHeaders()))
                            + ": the origin fails, or takes it as it is.",
                    "RFC 9110 §8.4");
        }
        Headers response = evidence.responseHeaders();
        List<String> codings = ContentDecoder.codings(response);
        if (codings.isEmpty()) {
            return;
        }
        BodyLook body = evidence.body();
        if (body != null && body.end() == Decoded.End.CORRUPT && body.length() > 0) {
            out.add(
                    Direction.RESPONSE,
                    "Content-Encoding",
                    Level.FAULT,
                    "Content-Encoding does not fit the bytes",
                    "The body cannot be undone as " + String.join(", ", codings)
                            + ": clients fail, or show it as it is.",
                    "RFC 9110 §8.4");
        }
        for (String coding : codings) {
            if (evidence.request() != null && refused(evidence.requestHeaders(), coding)) {
                out.add(
                        Direction.RESPONSE,
                        "Content-Encoding",
                        Level.FAULT,
                        "Compressed without being asked",
                        "The request does not list " + coding
                                + " in Accept-Encoding: the client may not be able to undo it.",
                        "RFC 9110 §12.5.3");
            }
        }
        boolean stored = !Evidence.lists(response, "Cache-Control", "no-store")
                && !Evidence.lists(response, "Cache-Control", "private");
        if (stored && !Evidence.lists(response, "Vary", "Accept-Encoding") && !Evidence.lists(response, "Vary", "*")) {
            out.add(
                    Direction.RESPONSE,
                    "Content-Encoding",
                    Level.ADVICE,
                    "Vary does not name Accept-Encoding",
                    "A cache on the way may give the compressed form to a client that cannot undo it.",
                    "RFC 9110 §12.5.5");
        }
    }

    private static boolean refused(Headers request, String coding) {
        if (!request.has("Accept-Encoding")) {
            return false;
        }
        for (String line : request.all("Accept-Encoding")) {
            for (String one : line.split(",", -1)) {
                String name = one.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
                if (name.equals("*")
                        || name.equals(coding)
                        || ("x-" + name).equals(coding)
                        || name.equals("x-" + coding)) {
                    return one.replace(" ", "").matches(".*;q=0(\\.0*)?");
                }
            }
        }
        return true;
    }
}
