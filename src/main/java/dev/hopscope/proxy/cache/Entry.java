package dev.hopscope.proxy.cache;

import dev.hopscope.caching.Age;
import dev.hopscope.caching.CacheControl;
import dev.hopscope.caching.CachingOptions;
import dev.hopscope.caching.Lifetime;
import dev.hopscope.caching.Stored;
import dev.hopscope.caching.Validation;
import dev.hopscope.proxy.CacheContents;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

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
    private final AtomicLong hits = new AtomicLong();
    private volatile Instant used;

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
        this.used = stored.received();
    }

    /** It answers now. */
    void answers(Instant now) {
        hits.incrementAndGet();
        used = now;
    }

    /** As it is shown. */
    CacheContents.Response look(CachingOptions rules) {
        Stored now = stored;
        int scheme = key.lastIndexOf(' ', key.indexOf("://")) + 1;
        String type = now.response().headers().first("Content-Type");
        return new CacheContents.Response(
                id,
                key.substring(scheme),
                key.substring(0, scheme).strip(),
                now.response().status(),
                length,
                type == null ? "" : type,
                now.selecting(),
                now.received().minusSeconds(Age.of(now, now.received()).current()),
                Lifetime.of(now, rules).seconds(),
                CacheControl.of(now.response().headers()).whole("no-cache"),
                !Validation.conditions(now).isEmpty(),
                used,
                hits.get());
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
