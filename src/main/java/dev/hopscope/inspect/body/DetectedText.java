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
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a body as text, and how its charset was found. Immutable. Never fails: what cannot be decoded becomes U+FFFD.
 *
 * @param evidence what spoke for the charset
 */
public record DetectedText(String text, Charset charset, Evidence evidence) {
    /** In order of rank. */
    public enum Evidence {
        BYTE_ORDER_MARK,
        DECLARED,
        /** The bytes are valid UTF-8. */
        VALID_UTF_8,
        /** Nothing else fits; every byte is a character of ISO 8859-1. */
        LATIN_1
    }

    public static DetectedText of(BodySample sample) {
        byte[] bytes = sample.bytes();
        DetectedText marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        Charset declared = named(sample.type().charset());
        if (declared != null) {
            return new DetectedText(new String(bytes, declared), declared, Evidence.DECLARED);
        }
        String utf8 = utf8(bytes, !sample.whole());
        return utf8 != null
                ? new DetectedText(utf8, StandardCharsets.UTF_8, Evidence.VALID_UTF_8)
                : new DetectedText(
                        new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, Evidence.LATIN_1);
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

    /** @return null where the bytes are no UTF-8; a sequence that a cut tore apart at the end is left out */
    private static @Nullable String utf8(byte[] bytes, boolean cut) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, !cut);
        return result.isError() ? null : chars.flip().toString();
    }
}
