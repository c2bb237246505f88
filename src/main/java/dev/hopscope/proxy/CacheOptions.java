package dev.hopscope.proxy;

import java.nio.file.Path;
import java.util.List;

/**
 * The cache of a proxy that has one.
 *
 * @param folder where it keeps what it stores; its own, made where it is not there
 * @param bytes octets on disk it may take
 * @param shared whether it heeds that several users may be behind the proxy (RFC 9111 §1); else it stores what is private to one
 * @param targets response fields heeded in place of Cache-Control, as a content delivery network heeds CDN-Cache-Control (RFC 9213)
 */
public record CacheOptions(Path folder, long bytes, boolean shared, List<String> targets) {
    public CacheOptions(Path folder, long bytes, boolean shared) {
        this(folder, bytes, shared, List.of());
    }

    public CacheOptions {
        targets = List.copyOf(targets);
        if (bytes <= 0) {
            throw new IllegalArgumentException("a cache of " + bytes + " octets");
        }
    }
}
