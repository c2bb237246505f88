package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** A process that records made-up traffic until it is killed, and prints the ids that are acknowledged, a full stop after each line. */
final class RecordingChild {
    private static final int AHEAD = 400;

    private RecordingChild() {}

    /** What the body of an exchange measures: from its id alone. */
    static int bodyOf(ExchangeId id) {
        return (int) (id.value() * 7919 % (id.value() % 50 == 0 ? 150_000 : 3000)) + 1;
    }

    public static void main(String[] args) throws IOException {
        RecordingSession session = SessionFiles.record(Path.of(args[0]), RecordingOptions.DEFAULT);
        ConcurrentLinkedQueue<Long> ended = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> open = new ConcurrentLinkedQueue<>();
        Semaphore ahead = new Semaphore(AHEAD);
        for (int t = 0; t < 2; t++) {
            long seed = t;
            Thread.ofPlatform()
                    .daemon()
                    .start(() ->
                            produce(new Traffic(session.exchangeSink(), session.bodySink(), seed), ended, open, ahead));
        }
        PrintStream out = System.out;
        while (true) {
            String line = line("ended", ended, ahead) + line("open", open, ahead);
            session.flush();
            out.print(line);
            out.flush();
        }
    }

    private static void produce(
            Traffic traffic, ConcurrentLinkedQueue<Long> ended, ConcurrentLinkedQueue<Long> open, Semaphore ahead) {
        for (int i = 1; ; i++) {
            ahead.acquireUninterruptibly();
            ExchangeId id = traffic.begin(1);
            if (i % 20 == 0) {
                open.add(id.value());
            } else {
                traffic.end(id, bodyOf(id));
                ended.add(id.value());
            }
        }
    }

    private static String line(String word, ConcurrentLinkedQueue<Long> ids, Semaphore ahead) {
        List<String> words = new ArrayList<>(List.of(word));
        for (Long id = ids.poll(); id != null && words.size() < 200; id = ids.poll()) {
            words.add(id.toString());
        }
        ahead.release(words.size() - 1);
        return words.size() == 1 ? "" : String.join(" ", words) + ".\n";
    }
}
