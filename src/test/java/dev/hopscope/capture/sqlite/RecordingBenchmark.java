package dev.hopscope.capture.sqlite;

import com.sun.management.OperatingSystemMXBean;
import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures recording, run by hand: {@code RecordingBenchmark FOLDER EXCHANGES PER_SECOND} (0: as fast as the disk takes it). Prints CPU of the whole process for an
 * exchange with a body of 1 KiB (without what making the traffic costs), rows a second, bytes on disk, resident memory, and the time to load, to search and to
 * find.
 */
final class RecordingBenchmark {
    private static final int THREADS = 2;
    private static final int BODY = 1024;

    private RecordingBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int exchanges = Integer.parseInt(args[1]);
        int perSecond = Integer.parseInt(args[2]);
        Files.createDirectories(folder);
        warmUp(folder);
        double making = cost(new Nothing(), new Nothing(), 200_000, 0);
        Path file = folder.resolve("bench.hops");
        Files.deleteIfExists(file);
        RecordingSession session = SessionFiles.record(file, RecordingOptions.DEFAULT);
        long start = System.nanoTime();
        double whole = cost(session.exchangeSink(), session.bodySink(), exchanges, perSecond);
        session.flush();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d exchanges: %.1f us CPU each for recording (%.1f with making the traffic, GC and JIT included),"
                        + " %.0f a second%n",
                exchanges, whole - making, whole, exchanges / seconds);
        System.out.printf("on disk %d bytes an exchange; resident %s%n", session.sizeOnDisk() / exchanges, resident());
        threads();
        System.gc();
        System.out.printf(
                "heap after GC %d MB, resident %s%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20, resident());
        time("find", () -> session.log().find(new ExchangeId(exchanges / 2)));
        time("search for what every head has", () -> search(session, "traffic/1.0"));
        time("search for what no head has", () -> search(session, "nowhere to be found"));
        session.close();
        Session opened = SessionFiles.open(file);
        time("load the rows, and check the file", () -> ((OpenedSession) opened).awaitLoading());
        System.out.println("rows " + opened.log().size() + ", damage " + opened.damage() + ", resident " + resident());
        time("copy", () -> opened.saveCopy(folder.resolve("copy.hops")));
        opened.close();
        RecordingSession[] again = new RecordingSession[1];
        time("open again to record", () -> again[0] = SessionFiles.record(file, RecordingOptions.DEFAULT));
        time("clear", () -> again[0].clear());
        again[0].close();
    }

    private static void search(Session session, String text) throws IOException {
        long[] count = new long[1];
        session.search(text, ids -> count[0] += ids.length, share -> true);
        System.out.print(count[0] + " hits, ");
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void time(String what, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        System.out.printf("%s: %.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }

    private static void warmUp(Path folder) throws Exception {
        Path file = folder.resolve("warm.hops");
        try (RecordingSession session = SessionFiles.record(file, RecordingOptions.DEFAULT)) {
            cost(session.exchangeSink(), session.bodySink(), 100_000, 0);
        }
        Files.deleteIfExists(file);
        cost(new Nothing(), new Nothing(), 100_000, 0);
    }

    /** Microseconds of CPU of the whole process for one exchange. */
    private static double cost(ExchangeSink events, BodySink bodies, int exchanges, int perSecond) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int t = 0; t < THREADS; t++) {
            long seed = t;
            Thread.ofPlatform().start(() -> {
                run(new Traffic(events, bodies, seed), bodies, exchanges / THREADS, perSecond / THREADS);
                done.countDown();
            });
        }
        done.await();
        return (system.getProcessCpuTime() - before) / 1000.0 / exchanges;
    }

    private static void run(Traffic traffic, BodySink bodies, int exchanges, int perSecond) {
        long start = System.nanoTime();
        for (int i = 0; i < exchanges; i++) {
            traffic.plain(BODY);
            if (bodies.full()) {
                CountDownLatch drained = new CountDownLatch(1);
                bodies.whenDrained(drained::countDown);
                await(drained);
            }
            if (perSecond > 0 && i % 50 == 0) {
                long ahead = start + i * 1_000_000_000L / perSecond - System.nanoTime();
                if (ahead > 0) {
                    java.util.concurrent.locks.LockSupport.parkNanos(ahead);
                }
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void threads() throws IOException {
        try (var tasks = Files.list(Path.of("/proc/self/task"))) {
            for (Path task : tasks.toList()) {
                String stat = Files.readString(task.resolve("stat"));
                String[] f = stat.substring(stat.lastIndexOf(41) + 2).split(" ");
                if (Long.parseLong(f[11]) + Long.parseLong(f[12]) > 20) {
                    System.out.println("  " + stat.substring(stat.indexOf(40), stat.lastIndexOf(41) + 1) + " user "
                            + f[11] + "0 ms, system " + f[12] + "0 ms");
                }
            }
        }
    }

    private static String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(l -> l.startsWith("VmRSS") || l.startsWith("VmHWM"))
                .toList()
                .toString();
    }

    /** Takes all and keeps nothing. */
    private static final class Nothing implements ExchangeSink, BodySink {
        private final AtomicLong ids = new AtomicLong();

        @Override
        public ExchangeId nextId() {
            return new ExchangeId(ids.incrementAndGet());
        }

        @Override
        public long nextConnectionId() {
            return ids.incrementAndGet();
        }

        @Override
        public void accept(ExchangeEvent event) {}

        @Override
        public boolean recording() {
            return true;
        }

        @Override
        public long write(ExchangeId exchange, Direction direction, ByteBuffer octets) {
            return octets.remaining();
        }

        @Override
        public boolean full() {
            return false;
        }

        @Override
        public void whenDrained(Runnable resume) {
            resume.run();
        }
    }
}
