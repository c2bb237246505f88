package dev.hopscope.inspect.compare;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What comparing two bodies costs: time and allocation on one thread, the best of some runs. By hand: {@code ComparisonBenchmark [runs]}. */
public final class ComparisonBenchmark {
    private ComparisonBenchmark() {}

    public static void main(String[] args) throws IOException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        String json = json(2 << 20);
        String text = text(2 << 20);
        measure(
                "2 MB JSON, 1 item in 10 differs",
                "application/json",
                json,
                s -> s.replace("5,\"tags", "6,\"tags"),
                runs);
        measure(
                "2 MB JSON, all items moved by one",
                "application/json",
                json,
                s -> s.replaceFirst("\\[", "[{\"x\":1},"),
                runs);
        measure("2 MB text, 1 line in 100 differs", "text/plain", text, s -> s.replace("00 word", "00 WORD"), runs);
        measure("2 MB text, every line differs", "text/plain", text, s -> s.replace("line", "LINE"), runs);
        measure("2 MB text, nothing in common", "text/plain", text, s -> text(2 << 20, 99), runs);
        measure(
                "2 MB on one line",
                "text/javascript",
                text.replace('\n', ' '),
                s -> s.replace("00 word", "00 WORD"),
                runs);
        measure("2 MB bytes", "application/octet-stream", binary(2 << 20), s -> s.replace('\3', '\4'), runs);
        String large = text(50_000_000);
        measure("50 MB text, 1 line in 100 differs", "text/plain", large, s -> s.replace("00 word", "00 WORD"), runs);
        measure("50 MB text, equal", "text/plain", large, s -> s, runs);
    }

    private static void measure(String what, String type, String a, UnaryOperator<String> change, int runs)
            throws IOException {
        Pairs first = Pairs.get("/").gets(type, a.getBytes(StandardCharsets.ISO_8859_1));
        Pairs second = Pairs.get("/").gets(type, change.apply(a).getBytes(StandardCharsets.ISO_8859_1));
        Subject subjectA = first.subject();
        Subject subjectB = second.subject();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        long allocated = 0;
        int changes = 0;
        for (int i = 0; i < runs; i++) {
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long before = threads.getCurrentThreadCpuTime();
            Comparison comparison = Comparison.of(subjectA, subjectB, CompareOptions.DEFAULT, Progress.NONE);
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / 1e6);
            allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
            changes = comparison.changes();
        }
        System.out.printf(Locale.ROOT, "| %s | %.0f ms | %d MB | %,d |%n", what, best, allocated >> 20, changes);
    }

    private static String json(int size) {
        StringBuilder out = new StringBuilder("{\"items\":[");
        for (int i = 0; out.length() < size; i++) {
            out.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(i)
                    .append(",\"name\":\"item ")
                    .append(i * 31 % 977)
                    .append("\",\"price\":")
                    .append(i % 100)
                    .append(",\"tags\":[\"a\",\"b\"]}");
        }
        return out.append("]}").toString();
    }

    private static String text(int size) {
        return text(size, 1);
    }

    private static String text(int size, int seed) {
        Random random = new Random(seed);
        StringBuilder out = new StringBuilder(size + 64);
        for (int i = 0; out.length() < size; i++) {
            out.append("line ")
                    .append(i)
                    .append(" word ")
                    .append(random.nextInt(1_000_000))
                    .append('\n');
        }
        return out.toString();
    }

    private static String binary(int size) {
        Random random = new Random(1);
        StringBuilder out = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            out.append((char) random.nextInt(256));
        }
        return out.toString();
    }
}
