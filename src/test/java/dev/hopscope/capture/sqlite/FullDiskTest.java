package dev.hopscope.capture.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    @TempDir
    Path folder;

    private Path file;
    private RecordingSession session;
    private Traffic traffic;

    @BeforeEach
    void record() throws IOException {
        file = folder.resolve("full.hops");
        session = SessionFiles.record(file, RecordingOptions.DEFAULT);
        traffic = new Traffic(session.exchangeSink(), session.bodySink(), 1);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aFullDiskStopsRecordingInWordsAndNotTheTraffic() throws Exception {
        ExchangeId before = traffic.plain(100);
        session.flush();
        fill();

        assertThat(session.state())
                .isInstanceOfSatisfying(
                        RecordingState.Stopped.class,
                        stopped -> assertThat(stopped.cause()).contains("is full", file.toString(), "by itself"));
        assertThat(session.bodySink().full()).isFalse();
        assertThat(session.exchangeSink().recording()).isTrue();
        assertThat(session.log().find(before).orElseThrow().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void whatPassesWhileTheDiskIsFullIsCountedAndSaid() throws Exception {
        fill();
        for (int i = 0; i < 7; i++) {
            traffic.plain(10);
        }
        assertThatThrownBy(() -> session.flush()).isInstanceOf(IOException.class);

        assertThat(session.unrecorded()).isEqualTo(7);
        assertThat(session.state())
                .isInstanceOfSatisfying(
                        RecordingState.Stopped.class,
                        stopped -> assertThat(stopped.cause()).endsWith("7 exchanges passed unrecorded so far"));
    }

    @Test
    void recordingGoesOnByItselfAndWhatWasAcceptedBeforeIsThere() throws Exception {
        ExchangeId underWay = traffic.begin(20_000);
        fill();
        ExchangeId lost = traffic.plain(10);
        traffic.end(underWay, 20_000);
        ((LiveSession) session).store().limitGrowth(1_000_000);
        session.flush();
        ExchangeId after = traffic.plain(10);
        session.flush();

        assertThat(session.state()).isEqualTo(new RecordingState.Recording());
        assertThat(session.log().find(lost)).isEmpty();
        assertThat(session.log().find(after)).isPresent();
        HttpExchange ended = (HttpExchange) session.log().find(underWay).orElseThrow();
        assertThat(ended.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(ended.responseBody().length()).isEqualTo(20_000);
        assertThat(ended.responseBody().recorded()).isZero();
        try (SessionReader reader = SessionFiles.read(file)) {
            assertThat(reader.count()).isEqualTo(after.value() - 1);
        }
    }

    @Test
    void afterClearingRecordingGoesOnThoughNothingWaits() throws Exception {
        fill();
        session.clear();
        session.flush();

        assertThat(session.state()).isEqualTo(new RecordingState.Recording());
    }

    @Test
    void aFileThatIsRemovedStopsRecording() throws Exception {
        Files.move(file, folder.resolve("away"));
        traffic.plain(10);
        assertThatThrownBy(() -> session.flush()).hasMessageContaining("was removed or renamed");
        Files.move(folder.resolve("away"), file);
        session.flush();

        assertThat(session.state()).isEqualTo(new RecordingState.Recording());
    }

    /** Leaves recording stopped, with exchanges that wait. */
    private void fill() throws Exception {
        ((LiveSession) session).store().limitGrowth(3);
        for (int i = 0; i < 20; i++) {
            traffic.plain(10_000);
        }
        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is full");
    }
}
