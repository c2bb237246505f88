package dev.hopscope.replay;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The content octets of a message that is held in memory; immutable, any thread. Knows no media type and no coding. */
public final class Content {
    public static final Content EMPTY = new Content(new byte[0]);

    private final byte[] octets;

    private Content(byte[] octets) {
        this.octets = octets;
    }

    public static Content of(byte[] octets) {
        return octets.length == 0 ? EMPTY : new Content(octets.clone());
    }

    /** The octets of a text in UTF-8. */
    public static Content ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    public byte[] octets() {
        return octets.clone();
    }

    /** One char an octet. */
    public String latin1() {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    /** As text; null where it is not valid UTF-8. */
    public @Nullable String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content c && Arrays.equals(octets, c.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return octets.length + " octets";
    }
}
