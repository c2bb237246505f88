package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.MediaType;
import dev.hopscope.inspect.meaning.Level;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Text whose Content-Type does not say how it is written: browsers guess. Any thread. */
final class CharsetCheck implements ExchangeCheck {
    /** Types whose encoding is not fixed otherwise. */
    private static final Set<String> OPEN = Set.of("html", "plain", "csv", "markdown", "calendar", "vcard");

    @Override
    public void check(Evidence evidence, Warnings out) {
        Headers headers = evidence.responseHeaders();
        MediaType type = MediaType.parse(headers.first("Content-Type"));
        BodyLook body = evidence.body();
        if (!type.type().equals("text")
                || !OPEN.contains(type.subtype())
                || type.charset() != null
                || body == null
                || body.beginning().length == 0
                || marked(body.beginning())) {
            return;
        }
        String start = new String(
                        body.beginning(), 0, Math.min(1024, body.beginning().length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (type.subtype().equals("html") && start.contains("<meta") && start.contains("charset")) {
            return;
        }
        out.add(
                Direction.RESPONSE,
                "Content-Type",
                Level.ADVICE,
                "Charset missing",
                ascii(body.beginning())
                        ? String.format(Locale.ROOT, "The first %,d", body.beginning().length)
                                + " bytes are plain ASCII, so nothing is wrong yet; the first "
                                + "other letter may come out wrong. Say charset=utf-8."
                        : "The text has letters outside ASCII, and browsers guess how they are written. Say"
                                + " charset=utf-8.",
                "RFC 9110 §8.3.2");
    }

    /** A byte order mark decides. */
    private static boolean marked(byte[] b) {
        return b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf
                || b.length >= 2 && (b[0] & 0xff) + (b[1] & 0xff) == 0xff + 0xfe;
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
