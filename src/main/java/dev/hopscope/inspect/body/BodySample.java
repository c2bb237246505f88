package dev.hopscope.inspect.body;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Headers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decoded beginning of a body and what is known of it: all a view gets to see. Immutable, any thread. Judges nothing. */
public final class BodySample {
    /** How much is read at once: enough for a screen of any view, little enough not to be felt. */
    public static final int FIRST_PART = 256 << 10;

    /** How much is read at once where half is of little use: images, JSON, parts and messages. */
    public static final int FIRST_PART_OF_WHOLE = 32 << 20;

    /** The most that is decoded for the screen; the rest is for saving. */
    public static final int MAX = 32 << 20;

    /** How much of the text is looked at to tell what it is. */
    private static final int START = 4096;

    private final ByteSource recorded;
    private final long length;
    private final Headers headers;
    private final MediaType type;
    private final Decoded decoded;
    private final String query;
    /** Found once, by whoever asks first; twice where two ask at once. */
    private volatile @Nullable DetectedText text;

    private volatile @Nullable String start;

    private BodySample(
            ByteSource recorded, long length, Headers headers, MediaType type, Decoded decoded, String query) {
        this.recorded = recorded;
        this.length = length;
        this.headers = headers;
        this.type = type;
        this.decoded = decoded;
        this.query = query;
    }

    /** Reads the beginning of a recorded body whose target is of no interest. */
    public static BodySample read(ByteSource recorded, BodyRef ref, Headers headers, int limit) throws IOException {
        return read(recorded, ref, headers, "", limit);
    }

    /**
     * Reads the beginning of a recorded body.
     *
     * @param recorded the bytes of {@code ref}
     * @param headers of the message as it was recorded: Content-Type and Content-Encoding
     * @param query of the message's target, without the question mark; empty for none
     * @param limit decoded bytes wanted, 0 for as many as suit the type
     * @throws IOException where the session file cannot be read
     */
    public static BodySample read(ByteSource recorded, BodyRef ref, Headers headers, String query, int limit)
            throws IOException {
        MediaType type = MediaType.parse(headers.first("Content-Type"));
        int wanted = limit > 0 ? Math.min(limit, MAX) : wholeWanted(type) ? FIRST_PART_OF_WHOLE : FIRST_PART;
        Decoded decoded = ContentDecoder.decode(recorded, ContentCoding.namesIn(headers), wanted);
        return new BodySample(recorded, ref.length(), headers, type, decoded, query);
    }

    /** A message without a body, of which only the query can be shown. */
    public static BodySample ofQuery(String query) {
        return new BodySample(ByteSource.EMPTY, 0, Headers.EMPTY, MediaType.NONE, whole(new byte[0]), query);
    }

    /** A body inside another. @param bytes not copied: nobody may write to them any more */
    static BodySample part(MediaType type, byte[] bytes) {
        return new BodySample(ByteSource.of(bytes), bytes.length, Headers.EMPTY, type, whole(bytes), "");
    }

    private static Decoded whole(byte[] bytes) {
        return new Decoded(List.of(), bytes.length, bytes, Decoded.End.COMPLETE, "");
    }

    private static boolean wholeWanted(MediaType type) {
        return type.type().equals("image")
                || type.type().equals("multipart")
                || type.format("json")
                || type.format("cbor")
                || type.subtype().contains("proto")
                || type.subtype().startsWith("grpc")
                || type.subtype().contains("json");
    }

    /** The recorded bytes, content coding kept. */
    public ByteSource recorded() {
        return recorded;
    }

    /** Octets that passed, maybe more than were recorded. */
    public long length() {
        return length;
    }

    /** Of the message as it was recorded; empty for a part. */
    Headers headers() {
        return headers;
    }

    /** What Content-Type says. */
    public MediaType type() {
        return type;
    }

    /** The beginning, content codings undone. */
    public Decoded decoded() {
        return decoded;
    }

    /** Of the message's target, without the question mark; empty for none. */
    String query() {
        return query;
    }

    /** The decoded beginning; nobody writes to it. */
    public byte[] bytes() {
        return decoded.bytes();
    }

    /** All the decoded bytes as text. */
    public DetectedText text() {
        DetectedText found = text;
        if (found == null) {
            found = DetectedText.of(bytes(), type, whole());
            text = found;
        }
        return found;
    }

    /** As much of the text as tells what it is, without white space at the front. */
    String start() {
        String found = start;
        if (found == null) {
            byte[] few = bytes().length <= START ? bytes() : Arrays.copyOf(bytes(), START);
            found = DetectedText.of(few, type, whole() && few == bytes()).text().stripLeading();
            start = found;
        }
        return found;
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
