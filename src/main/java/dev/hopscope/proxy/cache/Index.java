package dev.hopscope.proxy.cache;

import dev.hopscope.caching.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which responses are stored, by key and by last use. Any thread; each call is short and touches no file. Deletes nothing from disk. */
final class Index {
    /** The heads of that many are held in memory, some 2 KiB each. */
    private static final int MOST_ENTRIES = 50_000;

    private final Map<String, List<Entry>> byKey = new HashMap<>();
    /** Least recently used first. */
    private final LinkedHashMap<Long, Entry> byUse = new LinkedHashMap<>(64, 0.75f, true);

    private final long most;
    private long octets;

    /** @param most octets of all entries together */
    Index(long most) {
        this.most = most;
    }

    /** All variants of a key, newest first. */
    synchronized List<Entry> variants(String key) {
        return List.copyOf(byKey.getOrDefault(key, List.of()));
    }

    synchronized void used(Entry entry) {
        byUse.get(entry.id());
    }

    /** @return what had to go for it, maybe itself */
    synchronized List<Entry> add(Entry entry) {
        byKey.computeIfAbsent(entry.key(), k -> new ArrayList<>(1)).addFirst(entry);
        byUse.put(entry.id(), entry);
        octets += entry.octets();
        List<Entry> gone = new ArrayList<>();
        while ((octets > most || byUse.size() > MOST_ENTRIES) && !byUse.isEmpty()) {
            Entry oldest = byUse.firstEntry().getValue();
            remove(oldest);
            gone.add(oldest);
        }
        return gone;
    }

    /** @return whether it was there */
    synchronized boolean remove(Entry entry) {
        if (byUse.remove(entry.id()) == null) {
            return false;
        }
        octets -= entry.octets();
        List<Entry> variants = byKey.get(entry.key());
        if (variants != null) {
            variants.remove(entry);
            if (variants.isEmpty()) {
                byKey.remove(entry.key());
            }
        }
        return true;
    }

    /** Takes a newer head; nothing where the entry is gone. */
    synchronized boolean update(Entry entry, Stored stored, int headOctets) {
        if (!byUse.containsKey(entry.id())) {
            return false;
        }
        octets -= entry.octets();
        entry.update(stored, headOctets);
        octets += entry.octets();
        return true;
    }

    /** Least recently used first. */
    synchronized List<Entry> all() {
        return List.copyOf(byUse.values());
    }

    /** Those of these ids that are there; their place in the order of use stays. */
    synchronized List<Entry> find(Collection<Long> ids) {
        Set<Long> wanted = new HashSet<>(ids);
        return byUse.values().stream()
                .filter(entry -> wanted.contains(entry.id()))
                .toList();
    }

    synchronized int size() {
        return byUse.size();
    }

    synchronized long octets() {
        return octets;
    }
}
