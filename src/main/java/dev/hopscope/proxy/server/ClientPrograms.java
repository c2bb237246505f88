package dev.hopscope.proxy.server;

import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.proxy.protocol.ClientFound;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds the local program behind each new connection and tells the connection's pipeline. A thread of its own; one look at the system's tables serves all
 * connections that wait, at once as long as looking took less than two seconds in excess of a twentieth of the time gone by, so that a flood of connections
 * costs little: those that do not fit wait, and those beyond the queue or gone before their turn stay without a name. Knows only Linux, and only programs on this machine.
 */
final class ClientPrograms implements AutoCloseable {
    private static final int WAITING = 512;
    private static final long REST_FACTOR = 20;
    private static final long SAVED_AT_MOST = TimeUnit.MILLISECONDS.toNanos(2_000);

    private record Asked(Channel channel, ConnectionInfo client) {}

    private final BlockingQueue<Asked> waiting = new ArrayBlockingQueue<>(WAITING);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("client-programs").factory());
    private final AtomicBoolean scheduled = new AtomicBoolean();
    /** Nanoseconds of looking that may be spent at once; on the thread only, as is the next. */
    private long saved = SAVED_AT_MOST;

    private long savedAt = System.nanoTime();
    private final boolean possible = Files.isReadable(Path.of("/proc/net/tcp"));

    /** Asks for the program behind a connection just accepted. Never blocks. */
    void ask(Channel channel, ConnectionInfo client) {
        boolean local = channel.remoteAddress() instanceof InetSocketAddress remote
                && remote.getAddress().isLoopbackAddress();
        if (possible && local && waiting.offer(new Asked(channel, client))) {
            schedule();
        }
    }

    /** At once: a client such as curl may be gone in a few milliseconds. */
    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            thread.execute(this::look);
        }
    }

    private void look() {
        long owed = owed();
        if (owed > 0) {
            thread.schedule(this::look, owed, TimeUnit.NANOSECONDS);
            return;
        }
        long before = System.nanoTime();
        try {
            List<Asked> asked = new ArrayList<>();
            waiting.drainTo(asked);
            asked.removeIf(a -> !a.channel().isActive());
            if (!asked.isEmpty()) {
                tell(asked);
            }
        } finally {
            long after = System.nanoTime();
            saved = Math.min(SAVED_AT_MOST, saved + (after - savedAt) / REST_FACTOR) - (after - before);
            savedAt = after;
            scheduled.set(false);
            if (!waiting.isEmpty()) {
                schedule();
            }
        }
    }

    /** How long the thread has to rest before it may look again. */
    private long owed() {
        long now = saved + (System.nanoTime() - savedAt) / REST_FACTOR;
        return now >= 0 ? 0 : -now * REST_FACTOR;
    }

    private static void tell(List<Asked> asked) {
        Map<SocketOwners.Ports, Asked> byPorts = new HashMap<>();
        asked.forEach(a -> byPorts.put(
                new SocketOwners.Ports(
                        a.client().remote().port(), a.client().local().port()),
                a));
        Map<SocketOwners.Ports, ClientProcess> found = SocketOwners.holdersOf(byPorts.keySet());
        found.forEach((ports, process) -> {
            Asked one = byPorts.get(ports);
            if (one != null) {
                one.channel().eventLoop().execute(() -> {
                    one.channel().attr(ClientFound.PROCESS).set(process);
                    one.channel()
                            .pipeline()
                            .fireUserEventTriggered(new ClientFound(one.client().withProcess(process)));
                });
            }
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
