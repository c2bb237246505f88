package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.MediaType;
import dev.hopscope.inspect.meaning.Level;
import java.util.Locale;
import java.util.Set;

/** A response sent plain that the client would have taken compressed: what gzip would save, measured on the recorded bytes. Any thread. */
final class CompressionCheck implements ExchangeCheck {
    /** Below this many octets nothing is gained: one packet carries them. */
    static final int LEAST = 1400;

    private static final Set<String> COMPRESSED = Set.of("zip", "gzip", "x-gzip", "zstd", "x-7z-compressed", "pdf");

    @Override
    public void check(Evidence evidence, Warnings out) {
        BodyLook body = evidence.body();
        if (body == null || body.measured() < LEAST || !accepts(evidence.requestHeaders())) {
            return;
        }
        MediaType type = MediaType.parse(evidence.responseHeaders().first("Content-Type"));
        boolean packed = Set.of("audio", "video").contains(type.type())
                || COMPRESSED.contains(type.subtype())
                || (type.type().equals("image") && !type.subtype().startsWith("svg"));
        long saved = body.measured() - body.zipped();
        if (packed || saved < LEAST / 2 || saved * 10 < body.measured()) {
            return;
        }
        boolean part = body.measured() < body.length();
        out.add(
                Direction.RESPONSE,
                evidence.responseHeaders().has("Content-Type") ? "Content-Type" : "",
                Level.ADVICE,
                "Sent without compression",
                "gzip would save " + count(saved) + " of " + (part ? "the first " : "") + count(body.measured())
                        + " bytes (" + saved * 100 / body.measured() + " %), measured here"
                        + (part ? "; the whole has " + count(body.length()) + " bytes" : "")
                        + ". The client would take it.",
                "RFC 9110 §8.4");
    }

    private static boolean accepts(Headers request) {
        for (String line : request.all("Accept-Encoding")) {
            for (String one : line.split(",", -1)) {
                String[] pieces = one.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", 2);
                boolean named = pieces[0].equals("gzip") || pieces[0].equals("*");
                if (named && (pieces.length == 1 || !pieces[1].matches("q=0(\\.0*)?"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
