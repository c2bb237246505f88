package dev.hopscope.capture;

/**
 * How a session is recorded. Immutable.
 *
 * @param maxBody octets kept of one body; the rest is counted, not kept
 * @param queueBytes octets (of bodies and events) that may wait for the disk before the engine is asked to read slower
 * @param marking what the rows keep of the fields about caches
 * @param loadExisting whether the rows an existing file has are loaded into the log, in the background; false for recording without a window
 */
public record RecordingOptions(long maxBody, long queueBytes, RowMarking marking, boolean loadExisting) {
    public static final RecordingOptions DEFAULT = new RecordingOptions(64L << 20, 64L << 20, RowMarking.NONE, false);

    /** The most that can be kept of one body. */
    public static final long LARGEST_BODY = 64L << 30;

    public RecordingOptions {
        if (maxBody < 0 || maxBody > LARGEST_BODY || queueBytes < 1) {
            throw new IllegalArgumentException("Of a body 0 to " + LARGEST_BODY
                    + " octets can be kept, and 1 or more must be able to wait, not " + maxBody + " and " + queueBytes);
        }
    }

    public RecordingOptions withMaxBody(long octets) {
        return new RecordingOptions(octets, queueBytes, marking, loadExisting);
    }

    public RecordingOptions withQueueBytes(long octets) {
        return new RecordingOptions(maxBody, octets, marking, loadExisting);
    }

    public RecordingOptions withLoadExisting(boolean load) {
        return new RecordingOptions(maxBody, queueBytes, marking, load);
    }

    public RecordingOptions withMarking(RowMarking wanted) {
        return new RecordingOptions(maxBody, queueBytes, wanted, loadExisting);
    }
}
