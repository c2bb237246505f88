package dev.hopscope.inspect.body;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Headers;
import java.io.IOException;

/**
 * The decoded beginning of a body and what is known of it: all a view gets to see. Immutable, any thread.
 *
 * @param recorded the recorded bytes, content coding kept
 * @param length octets that passed, maybe more than were recorded
 * @param type what Content-Type says
 * @param decoded the beginning, content codings undone
 */
public record BodySample(ByteSource recorded, long length, MediaType type, Decoded decoded) {
    /** How much is read at once: enough for a screen of any view, little enough not to be felt. */
    public static final int FIRST_PART = 256 << 10;

    /** How much of an image is read at once: half a picture is of no use. */
    public static final int FIRST_PART_OF_IMAGE = 16 << 20;

    /** The most that is decoded for the screen; the rest is for saving. */
    public static final int MAX = 16 << 20;

    /**
     * Reads the beginning of a recorded body.
     *
     * @param recorded the bytes of {@code ref}
     * @param headers of the message as it was recorded: Content-Type and Content-Encoding
     * @param limit decoded bytes wanted, 0 for as many as suit the type
     * @throws IOException where the session file cannot be read
     */
    public static BodySample read(ByteSource recorded, BodyRef ref, Headers headers, int limit) throws IOException {
        MediaType type = MediaType.parse(headers.first("Content-Type"));
        int wanted = limit > 0 ? Math.min(limit, MAX) : type.type().equals("image") ? FIRST_PART_OF_IMAGE : FIRST_PART;
        return new BodySample(
                recorded, ref.length(), type, ContentDecoder.decode(recorded, ContentCoding.namesIn(headers), wanted));
    }

    /** The decoded beginning; nobody writes to it. */
    public byte[] bytes() {
        return decoded.bytes();
    }

    /** Whether only the beginning was recorded. */
    public boolean cutShort() {
        return recorded.size() < length;
    }

    /** Whether more could be decoded than this sample holds. */
    public boolean more() {
        return decoded.end() == Decoded.End.SIZE_CAP && bytes().length < MAX;
    }

    /** Whether this is all of the body, decoded to its end. */
    public boolean whole() {
        return decoded.end() == Decoded.End.COMPLETE && !cutShort();
    }
}
