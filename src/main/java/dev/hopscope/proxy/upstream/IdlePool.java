package dev.hopscope.proxy.upstream;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The idle connections of one event loop, the last one given back lent first. Used on that loop only. Does not know who borrows.
 */
final class IdlePool {
    /** Idle connections kept for one route; further ones are closed on return. */
    static final int PER_ROUTE = 32;

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long SWEEP_SECONDS = 10;

    private final EventLoop loop;
    private final Map<Route, Deque<PooledConnection>> idle = new HashMap<>();
    private boolean sweeping;
    private boolean closed;

    IdlePool(EventLoop loop) {
        this.loop = loop;
    }

    @Nullable
    PooledConnection take(Route route) {
        Deque<PooledConnection> those = idle.get(route);
        while (those != null && !those.isEmpty()) {
            PooledConnection last = those.pop();
            if (last.wake()) {
                return last;
            }
        }
        return null;
    }

    /** Keeps it, or says no: then the caller closes it. */
    boolean offer(PooledConnection connection) {
        if (closed) {
            return false;
        }
        Deque<PooledConnection> those = idle.computeIfAbsent(connection.route(), r -> new ArrayDeque<>());
        if (those.size() >= PER_ROUTE) {
            return false;
        }
        those.push(connection);
        if (!sweeping) {
            sweeping = true;
            loop.schedule(this::sweep, SWEEP_SECONDS, TimeUnit.SECONDS);
        }
        return true;
    }

    /** A connection that died while idle. */
    void forget(PooledConnection connection) {
        Deque<PooledConnection> those = idle.get(connection.route());
        if (those != null && those.remove(connection) && those.isEmpty()) {
            idle.remove(connection.route());
        }
    }

    int size() {
        return idle.values().stream().mapToInt(Deque::size).sum();
    }

    /** Closes all that is idle now, and what is given back later. */
    void close() {
        closed = true;
        all().forEach(PooledConnection::discard);
        idle.clear();
    }

    private List<PooledConnection> all() {
        List<PooledConnection> all = new ArrayList<>();
        idle.values().forEach(all::addAll);
        return all;
    }

    private void sweep() {
        long now = System.nanoTime();
        all().stream().filter(c -> now - c.idleSince() > IDLE_NANOS).forEach(PooledConnection::discard);
        idle.values().removeIf(Deque::isEmpty);
        sweeping = !idle.isEmpty();
        if (sweeping) {
            loop.schedule(this::sweep, SWEEP_SECONDS, TimeUnit.SECONDS);
        }
    }
}
