package dev.hopscope.ui.body;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodySample;
import dev.hopscope.inspect.body.BodyView;
import dev.hopscope.inspect.body.BodyViews;
import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.inspect.body.TreeFinder;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * How long a large JSON body takes on its way to the screen, and for how long the screen stands still meanwhile. A program of its own, run by hand without a
 * display; not JMH, since what counts is the longest gap between two frames. Argument: megabytes.
 */
public final class BodyBenchmark {
    private final int megabytes;
    private final Background background = new Background();
    private final AtomicLong gap = new AtomicLong();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long screenThread;
    private RenderingPane pane;
    private Stage stage;
    private long last;

    private BodyBenchmark(int megabytes) {
        this.megabytes = megabytes;
    }

    public static void main(String[] args) throws Exception {
        new BodyBenchmark(args.length > 0 ? Integer.parseInt(args[0]) : 20).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Theme.loadFonts();
        Screen.run(() -> {
            screenThread = Thread.currentThread().threadId();
            pane = new RenderingPane(background);
            stage = new Stage();
            stage.setScene(new Scene(pane, 560, 760));
            new Theme().install(stage.getScene());
            stage.show();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    long real = System.nanoTime();
                    gap.accumulateAndGet(last == 0 ? 0 : real - last, Math::max);
                    last = real;
                }
            }.start();
        });
        byte[] json = json(megabytes << 20);
        System.out.printf("JSON of %,d bytes; each twice, the second time warm%n", json.length);
        for (int round = 0; round < 2; round++) {
            System.out.println(round == 0 ? "cold" : "warm");
            all(json);
        }
    }

    private void all(byte[] json) throws Exception {
        BodySample sample = timed("read, as a sample", () -> {
            BodyRef ref = new BodyRef(new ExchangeId(1), Direction.RESPONSE, json.length, json.length);
            return BodySample.read(
                    ByteSource.of(json), ref, Headers.of("Content-Type", "application/json"), BodySample.MAX);
        });
        var views = timed("choose a view", () -> BodyViews.suiting(sample));
        System.out.println("  first: " + views.getFirst().id());
        BodyRendering.Tree tree = (BodyRendering.Tree)
                timed("render as a tree", () -> view("json-tree").render(sample));
        BodyRendering.Text text = (BodyRendering.Text)
                timed("render as text, up to its cap", () -> view("json").render(sample));
        drawn("draw the tree", tree);
        timed("find in the tree (last member)", () -> TreeFinder.find(tree.root(), "the end", 10, () -> true));
        found("find on the screen and open the way", "the end");
        drawn("draw the text", text);
        found("find in the text (10,000 places)", "title");
        drawn("draw the bytes", view("hex").render(sample));
        found("find in the bytes (last ones)", "the end");
    }

    private static BodyView view(String id) {
        return BodyViews.ALL.stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow();
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        System.out.printf("  %-40s %6d ms in the background%n", what, (System.nanoTime() - start) / 1_000_000);
        return result;
    }

    private void drawn(String what, BodyRendering rendering) {
        Screen.frames(30);
        gap.set(0);
        long cpu = threads.getThreadCpuTime(screenThread);
        long start = System.nanoTime();
        Screen.run(() -> pane.show(rendering));
        Screen.until(what, () -> pane.shows(rendering));
        Screen.frames(5);
        System.out.printf(
                "  %-40s %6d ms, longest gap between frames %d ms, CPU of the FX thread %d ms%n",
                what,
                (System.nanoTime() - start) / 1_000_000,
                gap.get() / 1_000_000,
                (threads.getThreadCpuTime(screenThread) - cpu) / 1_000_000);
    }

    private void found(String what, String text) {
        Screen.frames(30);
        gap.set(0);
        long cpu = threads.getThreadCpuTime(screenThread);
        AtomicInteger number = new AtomicInteger(-1);
        long start = System.nanoTime();
        Screen.run(() -> {
            Findable where = (Findable) pane.getCenter();
            where.find(text, found -> {
                number.set(found);
                if (found > 0) {
                    where.showFind(found - 1);
                }
            });
        });
        Screen.until(what, () -> number.get() >= 0);
        Screen.frames(5);
        System.out.printf(
                "  %-40s %6d ms, %d found, longest gap between frames %d ms, CPU of the FX thread %d ms%n",
                what,
                (System.nanoTime() - start) / 1_000_000,
                number.get(),
                gap.get() / 1_000_000,
                (threads.getThreadCpuTime(screenThread) - cpu) / 1_000_000);
    }

    private static byte[] json(int size) {
        StringBuilder out = new StringBuilder(size + 1000).append("{\"generated\":\"2026-11-24\",\"items\":[");
        for (int i = 0; out.length() < size; i++) {
            out.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(i)
                    .append(",\"sku\":\"SKU-")
                    .append(i)
                    .append("\",\"title\":\"Caf\u00e9 filter ")
                    .append(i)
                    .append("\",\"price\":{\"net\":")
                    .append(i % 97)
                    .append(".5,\"vat\":0.19},\"tags\":[\"tea\",\"sale\"],\"stock\":null}");
        }
        return out.append("],\"last\":\"the end\"}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
