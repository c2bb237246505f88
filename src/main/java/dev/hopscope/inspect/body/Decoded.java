package dev.hopscope.inspect.body;

import java.util.List;

/**
 * What came out of undoing the content codings of a body. Immutable: nobody writes to the bytes.
 *
 * @param steps the codings, the one undone first at the front
 * @param encoded coded bytes that were read
 * @param bytes the decoded beginning; the recorded bytes themselves where nothing could be decoded
 * @param end how it ended
 * @param problem what the decoder said; empty where nothing failed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
public record Decoded(List<Step> steps, long encoded, byte[] bytes, End end, String problem) {
    /** Where the decoded bytes end. */
    public enum End {
        /** With the body. */
        COMPLETE,
        /** At the number of bytes asked for. */
        SIZE_CAP,
        /** Where the body had grown more than {@link ContentDecoder#MAX_RATIO} times. */
        RATIO_CAP,
        /** Where the coded bytes stop before the coding does. */
        ENDS_EARLY,
        /** At bytes that are no such coding. */
        CORRUPT
    }

    /** How one coding fared. */
    public enum State {
        DONE,
        FAILED,
        /** Hopscope does not know this coding. */
        UNKNOWN,
        /** Stands inside one that could not be undone. */
        NOT_REACHED
    }

    /** @param coding its name in lower case */
    public record Step(String coding, State state) {}

    /** Whether the body bore a coding and at least one was undone. */
    public boolean changed() {
        return steps.stream()
                .anyMatch(s -> s.state() == State.DONE
                        || (s.state() == State.FAILED && bytes.length > 0 && end != End.CORRUPT));
    }
}
