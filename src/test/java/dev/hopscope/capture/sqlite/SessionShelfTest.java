package dev.hopscope.capture.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionShelfTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);

    @TempDir
    Path folder;

    private SessionShelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new SessionShelf(folder.resolve("sessions"));
    }

    @Test
    void aNewSessionIsNamedByDateAndTimeInAFolderOfItsOwnersAlone() throws Exception {
        Path file = shelf.newFile(NOON);

        assertThat(file).isEqualTo(folder.resolve("sessions/2026-11-24_12-00-00.hops"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("sessions"))))
                .isEqualTo("rwx------");
    }

    @Test
    void twoSessionsOfOneSecondHaveTwoNames() throws Exception {
        Path first = make(NOON, 1);

        assertThat(shelf.newFile(NOON)).isNotEqualTo(first);
    }

    @Test
    void theOldestStartsBeyondTheNumberAreRemovedAndNamed() throws Exception {
        List<Path> made = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            made.add(make(NOON, 10));
        }

        assertThat(shelf.tidy(10, 1 << 20)).containsExactly(made.get(0), made.get(1));
        assertThat(made.get(0)).doesNotExist();
        assertThat(made.get(2)).exists();
    }

    @Test
    void theOldestAreRemovedUntilTheRestFitsTheSize() throws Exception {
        Path oldest = make(NOON, 600);
        Path middle = make(NOON.plusDays(1), 600);
        Path newest = make(NOON.plusDays(2), 300);

        assertThat(shelf.tidy(10, 1000)).containsExactly(oldest);
        assertThat(middle).exists();
        assertThat(newest).exists();
    }

    @Test
    void aSessionBeingRecordedStays() throws Exception {
        Path used = shelf.newFile(NOON);
        try (RecordingSession session = SessionFiles.record(used, RecordingOptions.DEFAULT)) {
            Path newer = make(NOON.plusDays(1), 10);

            assertThat(shelf.tidy(0, 0)).containsExactly(newer);
            assertThat(session.file()).exists();
        }
    }

    @Test
    void filesOfOtherNamesStay() throws Exception {
        make(NOON, 10);
        Path saved = Files.writeString(folder.resolve("sessions/saved.hops"), "mine");

        assertThat(shelf.tidy(0, 0)).hasSize(1);
        assertThat(saved).exists();
    }

    private Path make(LocalDateTime when, int octets) throws IOException {
        return Files.write(shelf.newFile(when), new byte[octets]);
    }
}
