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
 * connections that wait, and looking takes at most a twentieth of that thread's time, so that a flood of connections costs nothing: those that do not fit wait,
 * and those beyond the queue or gone before their turn stay without a name. Knows only Linux, and only programs on this machine.
 */
final class ClientPrograms implements AutoCloseable {
    private static final int WAITING = 512;
    private static final long FIRST_LOOK_MILLIS = 5;
    private static final long REST_FACTOR = 20;

    private record Asked(Channel channel, ConnectionInfo client) {}

    private final BlockingQueue<Asked> waiting = new ArrayBlockingQueue<>(WAITING);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("client-programs").factory());
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final boolean possible = Files.isReadable(Path.of("/proc/net/tcp"));

    /** Asks for the program behind a connection just accepted. Never blocks. */
    void ask(Channel channel, ConnectionInfo client) {
        boolean local = channel.remoteAddress() instanceof InetSocketAddress remote
                && remote.getAddress().isLoopbackAddress();
        if (possible && local && waiting.offer(new Asked(channel, client))) {
            schedule(FIRST_LOOK_MILLIS);
        }
    }

    private void schedule(long millis) {
        if (scheduled.compareAndSet(false, true)) {
            thread.schedule(this::look, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        long before = System.nanoTime();
        try {
            List<Asked> asked = new ArrayList<>();
            waiting.drainTo(asked);
            asked.removeIf(a -> !a.channel().isActive());
            if (!asked.isEmpty()) {
                tell(asked);
            }
        } finally {
            long rest = REST_FACTOR * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
            scheduled.set(false);
            if (!waiting.isEmpty()) {
                schedule(rest);
            } else if (rest > FIRST_LOOK_MILLIS) {
                rest(rest);
            }
        }
    }

    /** Keeps the thread from looking again too soon. */
    private void rest(long millis) {
        if (scheduled.compareAndSet(false, true)) {
            thread.schedule(
                    () -> {
                        scheduled.set(false);
                        if (!waiting.isEmpty()) {
                            schedule(0);
                        }
                    },
                    millis,
                    TimeUnit.MILLISECONDS);
        }
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
