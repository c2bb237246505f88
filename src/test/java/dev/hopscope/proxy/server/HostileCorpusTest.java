package dev.hopscope.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the shared collection of hostile messages against the real proxy; skipped where the collection or Python is missing. */
class HostileCorpusTest {
    /** The one case that an opened tunnel cannot pass: it is answered before its target is known to be dead. */
    private static final List<String> KNOWN = List.of("connect-closed");

    @Test
    void everyHostileMessageIsHandledSafely(@TempDir Path folder) throws Exception {
        Path judge = shared().resolve("cases/hostile/hostile.py");
        assumeTrue(Files.exists(judge), "skipped: there is no collection of hostile messages at " + judge);
        assumeTrue(hasPython(), "skipped: there is no python3");
        Path report = folder.resolve("report.json");
        try (Wire wire = new Wire((socket, nth) -> socket.getInputStream().readAllBytes())) {
            Process run = new ProcessBuilder(
                            "python3",
                            judge.toString(),
                            "--proxy",
                            "127.0.0.1:" + wire.port(),
                            "--json",
                            report.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log.txt").toFile())
                    .start();
            assertThat(run.waitFor(5, TimeUnit.MINUTES)).as("the judge ends").isTrue();
            JsonObject all = JsonParser.parseString(Files.readString(report)).getAsJsonObject();
            List<String> unsafe = new ArrayList<>();
            List<String> failed = new ArrayList<>();
            JsonArray results = all.getAsJsonArray("results");
            results.forEach(r -> {
                JsonObject one = r.getAsJsonObject();
                String text = one.get("id").getAsString() + " " + one.get("bad");
                if (!one.get("safe").getAsBoolean()) {
                    unsafe.add(text);
                }
                if (!one.getAsJsonArray("bad").isEmpty()
                        && !KNOWN.contains(one.get("id").getAsString())) {
                    failed.add(text);
                }
            });
            assertThat(results.size()).isGreaterThan(100);
            assertThat(unsafe).isEmpty();
            assertThat(failed).isEmpty();
            wire.session().awaitEnded(results.size());
            assertThat(wire.session().faults()).isEmpty();
        }
    }

    private static Path shared() {
        String set = System.getProperty("hopscope.shared");
        return set == null ? Path.of("..", "shared") : Path.of(set);
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("python3", "--version")
                    .redirectErrorStream(true)
                    .start();
            return version.waitFor(20, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
