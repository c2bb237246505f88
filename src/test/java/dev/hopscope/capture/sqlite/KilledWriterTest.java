package dev.hopscope.capture.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
    private static final int ROUNDS = 20;
    private static final int MOST_LINES = 8;

    @TempDir
    Path folder;

    @Test
    void whateverWasAcknowledgedIsThereAfterAKillAtAnyMomentTwentyTimesUnderLoad() throws Exception {
        Path file = folder.resolve("killed.hops");
        Random random = new Random(42);
        Set<Long> ended = new HashSet<>();
        Set<Long> open = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Set<Long> endedNow = new HashSet<>();
            killAfter(1 + random.nextInt(MOST_LINES), random.nextInt(3000), file, endedNow, open);
            assertThat(endedNow).isNotEmpty();
            try (SessionReader reader = SessionFiles.read(file)) {
                check(reader, endedNow, open);
            }
            ended.addAll(endedNow);
        }
        assertThat(open).isNotEmpty();
        try (SessionReader reader = SessionFiles.read(file)) {
            check(reader, ended, open);
            checkAll(reader, ended.size() + open.size());
        }
    }

    /** Reads so many lines of what is acknowledged, spins so often, kills, and reads what was printed before the kill. */
    private static void killAfter(int lines, int spins, Path file, Set<Long> ended, Set<Long> open)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingChild.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < lines; i++) {
                take(out.readLine(), ended, open);
            }
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
            child.toHandle().destroyForcibly(); // unlike the process's own method this leaves its output readable
            for (String line = out.readLine(); line != null && line.endsWith(" ."); line = out.readLine()) {
                take(line, ended, open);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static void take(String line, Set<Long> ended, Set<Long> open) {
        assertThat(line).as("the child's output").isNotNull().endsWith(" .");
        for (String word : line.substring(0, line.length() - 2).split(" ")) {
            int colon = word.indexOf(':');
            (word.startsWith("ended") ? ended : open).add(Long.parseLong(word.substring(colon + 1)));
        }
    }

    private static void check(SessionReader reader, Set<Long> ended, Set<Long> open) throws IOException {
        for (long id : ended) {
            Exchange found = reader.find(new ExchangeId(id))
                    .orElseThrow(() -> new AssertionError("acknowledged, but not there: " + id));
            assertThat(found.outcome()).isEqualTo(Outcome.COMPLETED);
            HttpExchange http = (HttpExchange) found;
            assertThat(http.responseBody()).isNotNull();
            try (SeekableByteChannel body = reader.bodies().open(http.responseBody())) {
                ByteBuffer all = ByteBuffer.allocate((int) http.responseBody().length());
                while (all.hasRemaining() && body.read(all) >= 0) {}
                assertThat(all.array()).isEqualTo(Traffic.octets(found.id(), RecordingChild.bodyOf(found.id())));
            }
        }
        for (long id : open) {
            assertThat(reader.find(new ExchangeId(id)).orElseThrow().outcome()).isEqualTo(Outcome.INTERRUPTED);
        }
    }

    private static void checkAll(SessionReader reader, int atLeast) throws IOException {
        int[] rows = new int[1];
        reader.exchanges(exchange -> {
            assertThat(exchange.outcome()).isNotEqualTo(Outcome.PENDING);
            return ++rows[0] > 0;
        });
        assertThat(rows[0]).isEqualTo((int) reader.count()).isGreaterThanOrEqualTo(atLeast);
        assertThat(reader.damage()).isEmpty();
    }
}
