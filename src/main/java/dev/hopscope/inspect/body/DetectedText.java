package dev.hopscope.inspect.body;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a body as text, and how its charset was found. Immutable. Never fails: what cannot be decoded becomes U+FFFD.
 *
 * @param evidence what spoke for the charset
 */
public record DetectedText(String text, Charset charset, Evidence evidence) {
    private static final Pattern INSIDE =
            Pattern.compile("(?i)(?:encoding|charset)\\s{0,8}=?\\s{0,8}[\"']?\\s{0,8}([a-z0-9][a-z0-9_:.-]{1,39})");

    /** In order of rank. */
    public enum Evidence {
        BYTE_ORDER_MARK,
        DECLARED,
        /** Every second byte is zero. */
        ZEROS,
        /** The document says so itself. */
        IN_DOCUMENT,
        /** The bytes are valid UTF-8. */
        VALID_UTF_8,
        /** Nothing else fits; every byte is a character of ISO 8859-1. */
        LATIN_1
    }

    /** All the decoded bytes of a body as text. */
    public static DetectedText of(BodySample sample) {
        return sample.text();
    }

    /**
     * Finds the charset by byte order mark, declaration, the document's own words, and the bytes, in this order.
     *
     * @param type what was declared
     * @param whole whether the bytes end where the body does, so that no sequence is torn apart
     */
    static DetectedText of(byte[] bytes, MediaType type, boolean whole) {
        DetectedText marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        Charset declared = named(type.charset());
        if (declared != null) {
            return new DetectedText(new String(bytes, declared), declared, Evidence.DECLARED);
        }
        Charset zeros = byZeros(bytes);
        if (zeros != null) {
            return new DetectedText(new String(bytes, zeros), zeros, Evidence.ZEROS);
        }
        Charset inside = named(inside(bytes));
        if (inside != null) {
            return new DetectedText(new String(bytes, inside), inside, Evidence.IN_DOCUMENT);
        }
        String utf8 = utf8(bytes, !whole);
        if (utf8 != null) {
            return new DetectedText(utf8, StandardCharsets.UTF_8, Evidence.VALID_UTF_8);
        }
        return new DetectedText(
                new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, Evidence.LATIN_1);
    }

    /** What an XML declaration, a {@code meta} of HTML or an {@code @charset} of CSS says in the first 1024 bytes. */
    private static @Nullable String inside(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (!start.startsWith("<")
                && !start.startsWith("@charset")
                && !start.stripLeading().startsWith("<")) {
            return null;
        }
        Matcher matcher = INSIDE.matcher(start);
        if (!matcher.find()) {
            return null;
        }
        String name = matcher.group(1);
        // the document could not have been read so far were it true (HTML, "prescan a byte stream")
        return name.toLowerCase(Locale.ROOT).startsWith("utf-16") ? "UTF-8" : name;
    }

    /** Every second byte of ASCII text in UTF-16 is zero. */
    private static @Nullable Charset byZeros(byte[] bytes) {
        int look = Math.min(bytes.length, 256) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < look; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (look < 8 || (even > 0 && odd > 0)) {
            return null;
        }
        return even * 10 >= look * 4
                ? StandardCharsets.UTF_16BE
                : odd * 10 >= look * 4 ? StandardCharsets.UTF_16LE : null;
    }

    /** Whether the bytes look like text: no NUL and hardly a control character. */
    public boolean likely() {
        int look = Math.min(text.length(), 8192);
        int odd = 0;
        for (int i = 0; i < look; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b)
                    || c == '\uFFFD'
                    || (c >= 0x7f && c < 0xa0)) {
                odd++;
            }
        }
        return odd * 50 <= look && (evidence != Evidence.LATIN_1 || odd == 0);
    }

    private static @Nullable DetectedText byMark(byte[] b) {
        if (starts(b, 0xef, 0xbb, 0xbf)) {
            return marked(b, 3, StandardCharsets.UTF_8);
        }
        if (starts(b, 0xff, 0xfe, 0, 0)) {
            return marked(b, 4, StandardCharsets.UTF_32LE);
        }
        if (starts(b, 0, 0, 0xfe, 0xff)) {
            return marked(b, 4, StandardCharsets.UTF_32BE);
        }
        if (starts(b, 0xff, 0xfe)) {
            return marked(b, 2, StandardCharsets.UTF_16LE);
        }
        return starts(b, 0xfe, 0xff) ? marked(b, 2, StandardCharsets.UTF_16BE) : null;
    }

    private static DetectedText marked(byte[] bytes, int skip, Charset charset) {
        return new DetectedText(
                new String(bytes, skip, bytes.length - skip, charset), charset, Evidence.BYTE_ORDER_MARK);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset named(@Nullable String name) {
        try {
            Charset charset = name == null ? null : Charset.forName(name);
            return charset != null && charset.newDecoder() != null ? charset : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | UnsupportedOperationException e) {
            return null;
        }
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** @return null where the bytes are no UTF-8; a sequence that a cut tore apart at the end is left out */
    private static @Nullable String utf8(byte[] bytes, boolean cut) {
        if (ascii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, !cut);
        return result.isError() ? null : chars.flip().toString();
    }
}
