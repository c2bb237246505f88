package dev.hopscope.proxy.cache;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Requests under way to origins, so that one answer serves all who ask meanwhile (RFC 9111 §4). Any thread; who waits is called on its own loop. Holds no
 * response.
 */
final class Flights {
    private static final int REMEMBERED = 4096;

    private record Waiter(Executor loop, Runnable then) {}

    private final Map<String, List<Waiter>> underWay = new HashMap<>();
    /** Keys whose last answer could not be shared: nobody waits for those. */
    private final Set<String> unshared = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @return whether the caller is to fetch it; else somebody does */
    synchronized boolean begin(String key) {
        return underWay.putIfAbsent(key, new ArrayList<>(0)) == null;
    }

    /** Whether it is worth to wait for the answer under way, if there is one. */
    synchronized boolean shared(String key) {
        return underWay.containsKey(key) && !unshared.contains(key);
    }

    /** Calls {@code then} when the answer under way is there or given up. */
    void await(String key, Executor loop, Runnable then) {
        synchronized (this) {
            List<Waiter> waiters = underWay.get(key);
            if (waiters != null) {
                waiters.add(new Waiter(loop, then));
                return;
            }
        }
        loop.execute(then);
    }

    /** @param stored whether the answer may serve those who waited */
    void end(String key, boolean stored) {
        List<Waiter> waiters;
        synchronized (this) {
            waiters = underWay.remove(key);
            if (stored) {
                unshared.remove(key);
            } else {
                unshared.add(key);
            }
        }
        if (waiters != null) {
            waiters.forEach(w -> w.loop().execute(w.then()));
        }
    }
}
