package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A process that records made-up traffic until it is killed, and prints the ids that are acknowledged, a full stop after each line. */
final class RecordingChild {
    private static final int AHEAD = 400;
    private static final int MOST_A_LINE = 100;

    private RecordingChild() {}

    /** What the body of an exchange measures: from its id alone. */
    static int bodyOf(ExchangeId id) {
        return (int) (id.value() * 7919 % (id.value() % 50 == 0 ? 150_000 : 3000)) + 1;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        RecordingSession session = SessionFiles.record(Path.of(args[0]), RecordingOptions.DEFAULT);
        BlockingQueue<String> told = new ArrayBlockingQueue<>(AHEAD);
        for (int t = 0; t < 2; t++) {
            Traffic traffic = new Traffic(session.exchangeSink(), session.bodySink(), t);
            Thread.ofPlatform().daemon().start(() -> produce(traffic, told));
        }
        PrintStream out = System.out;
        while (true) {
            List<String> batch = new ArrayList<>();
            batch.add(told.take());
            told.drainTo(batch, MOST_A_LINE);
            session.flush();
            out.print(String.join(" ", batch) + " .\n");
            out.flush();
        }
    }

    /** One in twenty stays open. */
    private static void produce(Traffic traffic, BlockingQueue<String> told) {
        try {
            for (int i = 1; ; i++) {
                ExchangeId id = traffic.begin(1);
                if (i % 20 == 0) {
                    told.put("open:" + id.value());
                } else {
                    traffic.end(id, bodyOf(id));
                    told.put("ended:" + id.value());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
