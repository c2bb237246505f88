package dev.hopscope.proxy.cache;

import dev.hopscope.caching.Stored;

/** One stored response. Its head changes when it is validated; guarded by the lock of its {@link Index}. Holds no content. */
final class Entry {
    private static final int BLOCK = 4096;

    private final long id;
    private final String key;
    private volatile Stored stored;
    private final long length;
    private volatile int headOctets;
    private volatile boolean written;
    private volatile boolean checked;
    private volatile int checksum;

    /**
     * @param length octets of the content
     * @param headOctets octets the head takes on disk
     */
    Entry(long id, String key, Stored stored, long length, int headOctets) {
        this.id = id;
        this.key = key;
        this.stored = stored;
        this.length = length;
        this.headOctets = headOctets;
    }

    long id() {
        return id;
    }

    String key() {
        return key;
    }

    Stored stored() {
        return stored;
    }

    long length() {
        return length;
    }

    /** What its two files take on disk: whole blocks. */
    long octets() {
        return blocks(length) + blocks(headOctets);
    }

    private static long blocks(long octets) {
        return (octets + BLOCK - 1) / BLOCK * BLOCK;
    }

    void update(Stored newer, int newHeadOctets) {
        stored = newer;
        headOctets = newHeadOctets;
    }

    /** Whether its files are complete; until then they are read behind their writing. */
    boolean written() {
        return written;
    }

    /** @param crc of the content, CRC-32C */
    void written(int crc) {
        checksum = crc;
        checked = true;
        written = true;
    }

    /** From an earlier run: to be checked before its first use. */
    void found(int crc) {
        checksum = crc;
        written = true;
    }

    int checksum() {
        return checksum;
    }

    boolean checked() {
        return checked;
    }

    void markChecked() {
        checked = true;
    }
}
