package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.FramePump;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.PulseFrames;
import dev.hopscope.ui.kit.Theme;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * CPU of the FX thread at a million rows while five thousand exchanges a second arrive, each first pending and then complete. A program of its own, run by hand
 * without a display; not JMH, since what counts is a pulse of the toolkit. Arguments: rows, exchanges a second, frames of each scene.
 */
public final class TableBenchmark {
    private static final int WARM_UP = 600;

    private final int rows;
    private final int rate;
    private final int frameCount;
    private final Random random = new Random(1);
    private final Background background = new Background();
    private final Samples applies = new Samples();
    private final Samples pulses = new Samples();
    private final Deque<Long> pending = new ArrayDeque<>();
    private ExchangeTable table;
    private Stage stage;
    private long nextId = 1;
    private long frames;
    private volatile boolean flowing;
    private volatile long shown;

    private TableBenchmark(int rows, int rate, int frameCount) {
        this.rows = rows;
        this.rate = rate;
        this.frameCount = frameCount;
    }

    public static void main(String[] args) throws InterruptedException {
        new TableBenchmark(number(args, 0, 1_000_000), number(args, 1, 5_000), number(args, 2, 600)).run();
        System.exit(0);
    }

    private static int number(String[] args, int index, int usual) {
        return args.length > index ? Integer.parseInt(args[index]) : usual;
    }

    private void run() throws InterruptedException {
        Screen.run(this::open);
        fill();
        System.out.printf("%,d rows, %,d exchanges/s, FX-thread CPU in ms: p50 / p99 / max%n", rows, rate);
        FramePump<ExchangeLog.Changes> pump = new FramePump<>(
                this::fetch, ExchangeLog.Changes::isEmpty, this::apply, new PulseFrames(), Throwable::printStackTrace);
        Screen.run(() -> {
            meter();
            pump.start();
        });
        flowing = true;
        pulses(WARM_UP);
        scene("following the newest");
        Screen.run(() -> table.select(new ExchangeId(rows / 2)));
        scene("standing in the middle");
        order(new Order(Column.DURATION, true));
        scene("sorted by duration, descending");
        order(new Order(Column.HOST, false));
        scene("sorted by host");
        order(Order.ARRIVAL);
        filter(new RowFilter("items/1", false, false, false, IdSet.NONE));
        scene("filtered by text");
        filter(new RowFilter("", true, false, false, IdSet.NONE));
        scene("errors only");
        filter(RowFilter.DEFAULT);
        flowing = false;
        swaps();
        jumps();
        pump.close();
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf("heap %,d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private void open() {
        Theme theme = new Theme();
        table = new ExchangeTable(background, new Memory() {
            @Override
            public @Nullable String get(String key) {
                return null;
            }

            @Override
            public void put(String key, String value) {}
        });
        stage = new Stage();
        Scene scene = new Scene(table, 1000, 900);
        theme.install(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void fill() {
        while (nextId <= rows) {
            List<ExchangeRow> batch = new ArrayList<>();
            for (int i = 0; i < 20_000 && nextId <= rows; i++) {
                batch.add(done(nextId++));
            }
            Screen.run(() -> table.apply(new ExchangeLog.Changes(false, batch, List.of(), List.of(), false)));
        }
    }

    private ExchangeRow done(long id) {
        if (id % 40 == 0) {
            return Rows.tunnel(id, id % 80 == 0);
        }
        return Rows.get(id)
                .target("https", "host-" + id % 500 + ".example", 443)
                .path("/api/v1/some/collection/of/items/" + id + "/with/parts", false)
                .status(id % 50 == 7 ? 500 : id % 20 == 3 ? 404 : 200)
                .duration(1000 * (1 + random.nextInt(5000)))
                .build();
    }

    private ExchangeRow waiting(long id) {
        return Rows.get(id)
                .target("https", "host-" + id % 500 + ".example", 443)
                .state(ExchangeRow.State.PENDING)
                .status(0)
                .bytes(0, -1)
                .duration(-1)
                .build();
    }

    private ExchangeLog.Changes fetch() {
        if (!flowing) {
            return new ExchangeLog.Changes(false, List.of(), List.of(), List.of(), false);
        }
        // what a frame of 1/60 s brings, whatever else the machine is doing
        int due = rate / 60 + (frames++ % 60 < rate % 60 ? 1 : 0);
        List<ExchangeRow> appended = new ArrayList<>(due);
        List<ExchangeRow> replaced = new ArrayList<>(due);
        for (int i = 0; i < due && pending.size() > rate / 20; i++) {
            replaced.add(done(pending.removeFirst()));
        }
        for (int i = 0; i < due; i++) {
            pending.addLast(nextId);
            appended.add(waiting(nextId++));
        }
        return new ExchangeLog.Changes(false, appended, replaced, List.of(), false);
    }

    private void apply(ExchangeLog.Changes changes) {
        long before = cpu();
        table.apply(changes);
        applies.add(cpu() - before);
        shown++;
    }

    private void meter() {
        new AnimationTimer() {
            private long last = cpu();

            @Override
            public void handle(long now) {
                long at = cpu();
                pulses.add(at - last);
                last = at;
            }
        }.start();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Waits until as many batches were shown. */
    private void pulses(int number) throws InterruptedException {
        for (long from = shown, seen = from; seen < from + number; seen = shown) {
            Thread.sleep(50);
        }
    }

    private void scene(String name) throws InterruptedException {
        pulses(100);
        Screen.run(() -> {
            applies.clear();
            pulses.clear();
        });
        pulses(frameCount);
        Screen.run(() -> System.out.printf("%-32s apply %s   pulse %s%n", name, applies, pulses));
    }

    private void order(Order order) {
        Screen.run(() -> table.model().sort(order));
        settle();
    }

    private void filter(RowFilter filter) {
        Screen.run(() -> table.model().show(filter));
        settle();
    }

    private void settle() {
        Screen.until("settled", () -> !table.model().busyProperty().get());
        Screen.frames(5);
    }

    /** The dearest pulse between a wish and its rows on the screen. */
    private void swaps() {
        List<Runnable> wishes = List.of(
                () -> table.model().show(new RowFilter("items/1", false, false, false, IdSet.NONE)),
                () -> table.model().show(RowFilter.DEFAULT),
                () -> table.model().sort(new Order(Column.SIZE, true)),
                () -> table.model().sort(new Order(Column.PATH, false)),
                () -> table.model().sort(Order.ARRIVAL));
        Samples dearest = new Samples();
        for (int i = 0; i < 25; i++) {
            Screen.run(pulses::clear);
            Screen.run(wishes.get(i % wishes.size()));
            settle();
            Screen.run(() -> dearest.add(pulses.most()));
        }
        System.out.printf("%-32s pulse %s%n", "swap after filter or sort", dearest);
    }

    private void jumps() throws InterruptedException {
        Samples dearest = new Samples();
        for (int i = 0; i < 100; i++) {
            Screen.frames(3);
            Screen.run(pulses::clear);
            int to = random.nextInt(rows);
            Screen.run(() -> table.scrollTo(to));
            Screen.frames(4);
            Screen.run(() -> dearest.add(pulses.most()));
        }
        System.out.printf("%-32s pulse %s%n", "far jump", dearest);
        new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
    }

    /** Durations in nanoseconds; FX thread. */
    private static final class Samples {
        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        void clear() {
            size = 0;
        }

        long most() {
            return Arrays.stream(values, 0, size).max().orElse(0);
        }

        @Override
        public String toString() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return size == 0
                    ? "none"
                    : "%6.2f / %6.2f / %6.2f (%d)"
                            .formatted(
                                    sorted[size / 2] / 1e6,
                                    sorted[(int) (size * 0.99)] / 1e6,
                                    sorted[size - 1] / 1e6,
                                    size);
        }
    }
}
