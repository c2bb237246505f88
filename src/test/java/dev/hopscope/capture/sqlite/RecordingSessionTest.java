package dev.hopscope.capture.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.RowMarking;
import dev.hopscope.capture.Session;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingSessionTest {
    private static final RowMarking LENGTHS = (request, response) ->
            100L * (request == null ? 0 : request.headers().size())
                    + response.headers().size();
    private static final long LENGTHS_OF_PLAIN = 606;

    @TempDir
    Path folder;

    @Test
    void aFinishedExchangeIsFoundWithItsBody() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            ExchangeId id = traffic(session).plain(1000);
            session.flush();

            HttpExchange found = (HttpExchange) session.log().find(id).orElseThrow();

            assertThat(found.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(read(session, found.responseBody())).isEqualTo(Traffic.octets(id, 1000));
        }
    }

    @Test
    void anExchangeUnderWayIsFoundInMemoryAndByReadersOfTheFileAsPending() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            ExchangeId id = traffic(session).begin(10);
            session.flush();

            assertThat(session.log().find(id).orElseThrow().outcome()).isEqualTo(Outcome.PENDING);
            try (SessionReader reader = SessionFiles.read(session.file())) {
                assertThat(reader.find(id).orElseThrow().outcome()).isEqualTo(Outcome.PENDING);
            }
        }
    }

    @Test
    void whatIsUnderWayWhenTheWriterEndsIsInterrupted() throws Exception {
        Path file = folder.resolve("a.hops");
        ExchangeId id;
        try (RecordingSession session = record("a.hops")) {
            id = traffic(session).begin(10);
            session.bodySink().write(id, Direction.RESPONSE, ByteBuffer.wrap(new byte[] {1, 2, 3}));
        }
        try (SessionReader reader = SessionFiles.read(file)) {
            HttpExchange found = (HttpExchange) reader.find(id).orElseThrow();

            assertThat(found.outcome()).isEqualTo(Outcome.INTERRUPTED);
            assertThat(found.responseBody()).isEqualTo(new BodyRef(id, Direction.RESPONSE, 3, 3));
        }
    }

    @Test
    void anExistingFileIsContinuedWithHigherIdsAndNoRowOfItInMemory() throws Exception {
        ExchangeId before;
        ExchangeId underWay;
        try (RecordingSession session = record("a.hops")) {
            before = traffic(session).plain(10);
            underWay = traffic(session).begin(10);
        }
        try (RecordingSession session = record("a.hops")) {
            ExchangeId after = traffic(session).plain(10);
            session.flush();

            assertThat(after.value()).isGreaterThan(underWay.value());
            assertThat(session.log().size()).isEqualTo(1);
            assertThat(session.log().find(before)).isPresent();
            assertThat(session.log().find(underWay).orElseThrow().outcome()).isEqualTo(Outcome.INTERRUPTED);
        }
    }

    @Test
    void theRowsOfAnExistingFileAreLoadedForAWindowThatRecordsIntoIt() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            for (int i = 0; i < 5000; i++) {
                traffic(session).plain(1);
            }
        }
        try (RecordingSession session =
                SessionFiles.record(folder.resolve("a.hops"), RecordingOptions.DEFAULT.withLoadExisting(true))) {
            ExchangeId id = traffic(session).plain(1);
            ((LiveSession) session).awaitLoading();
            session.flush();

            assertThat(rows(session.log()))
                    .extracting(ExchangeRow::id)
                    .hasSize(5001)
                    .contains(1L, 5000L, id.value())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void anOpenedSessionShowsItsRowsAndChangesNothing() throws Exception {
        ExchangeId id;
        try (RecordingSession session = record("a.hops")) {
            id = traffic(session).plain(10);
        }
        byte[] before = Files.readAllBytes(folder.resolve("a.hops"));
        try (Session session = SessionFiles.open(folder.resolve("a.hops"))) {
            ((OpenedSession) session).awaitLoading();

            assertThat(rows(session.log())).extracting(ExchangeRow::id).containsExactly(id.value());
            assertThat(session.state()).isEqualTo(new RecordingState.ReadOnly());
            assertThat(session.damage()).isEmpty();
        }
        assertThat(Files.readAllBytes(folder.resolve("a.hops"))).isEqualTo(before);
    }

    @Test
    void aRowKeepsWhatTheMarkingMakesOfItsHeads() throws Exception {
        try (RecordingSession session =
                SessionFiles.record(folder.resolve("a.hops"), RecordingOptions.DEFAULT.withMarking(LENGTHS))) {
            traffic(session).plain(10);
            session.flush();

            assertThat(rows(session.log())).extracting(ExchangeRow::cacheMarks).containsExactly(LENGTHS_OF_PLAIN);
        }
    }

    @Test
    void aFileRecordedWithoutMarkingGivesItsRowsTheSameMarksAsALiveOne() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            traffic(session).plain(10);
        }
        try (Session session = SessionFiles.open(folder.resolve("a.hops"), LENGTHS)) {
            ((OpenedSession) session).awaitLoading();

            assertThat(rows(session.log())).extracting(ExchangeRow::cacheMarks).containsExactly(LENGTHS_OF_PLAIN);
        }
    }

    @Test
    void aSecondWriterIsRefusedByName() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            assertThatThrownBy(() -> record("a.hops"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(session.file() + " is being recorded");
        }
        record("a.hops").close();
    }

    @Test
    void allFilesOfASessionAreItsOwnersAlone() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            traffic(session).plain(10);
            session.flush();
            List<Path> files = files();

            assertThat(files)
                    .extracting(f -> f.getFileName().toString())
                    .contains("a.hops", "a.hops-wal", "a.hops-shm", "a.hops-lock");
            for (Path file : files) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aClosedSessionIsOneFile() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            traffic(session).plain(10);
        }
        assertThat(files()).extracting(f -> f.getFileName().toString()).containsExactly("a.hops");
    }

    @Test
    void aFolderMayHaveAnyName() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("a b?c#d%e\u00e9"));
        try (RecordingSession session = SessionFiles.record(odd.resolve("f?.hops"), RecordingOptions.DEFAULT)) {
            traffic(session).plain(10);
        }
        try (SessionReader reader = SessionFiles.read(odd.resolve("f?.hops"))) {
            assertThat(reader.count()).isEqualTo(1);
        }
    }

    @Test
    void ofABodyOnlyTheBeginningIsKeptPastTheBound() throws Exception {
        try (RecordingSession session =
                SessionFiles.record(folder.resolve("a.hops"), RecordingOptions.DEFAULT.withMaxBody(150))) {
            ExchangeId id = traffic(session).plain(1000);
            session.flush();
            HttpExchange found = (HttpExchange) session.log().find(id).orElseThrow();

            assertThat(found.responseBody()).isEqualTo(new BodyRef(id, Direction.RESPONSE, 1000, 150));
            assertThat(read(session, found.responseBody())).isEqualTo(Arrays.copyOf(Traffic.octets(id, 1000), 150));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4095, 4096, 5000, 65535, 65536, 65537, 300_000})
    void aBodyThatTricklesIsWrittenPieceByPieceAndReadAsOne(int slice) throws Exception {
        try (RecordingSession session = record("a.hops")) {
            ExchangeId id = traffic(session).begin(1);
            byte[] body = Traffic.octets(id, Math.min(700_000, slice * 50));
            for (int from = 0; from < body.length; from += slice) {
                session.bodySink()
                        .write(
                                id,
                                Direction.RESPONSE,
                                ByteBuffer.wrap(body, from, Math.min(slice, body.length - from)));
                session.flush();
            }

            assertThat(read(session, new BodyRef(id, Direction.RESPONSE, body.length, body.length)))
                    .isEqualTo(body);
        }
    }

    @Test
    void aBodyIsReadFromAnywhere() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            ExchangeId id = traffic(session).plain(200_000);
            session.flush();
            ByteBuffer some = ByteBuffer.allocate(70_000);
            try (SeekableByteChannel channel =
                    session.bodies().open(new BodyRef(id, Direction.RESPONSE, 200_000, 200_000))) {
                assertThat(channel.size()).isEqualTo(200_000);
                channel.position(60_000);
                while (some.hasRemaining() && channel.read(some) >= 0) {}
            }
            assertThat(some.array()).isEqualTo(Arrays.copyOfRange(Traffic.octets(id, 200_000), 60_000, 130_000));
        }
    }

    @Test
    void whatIsClearedIsGoneFromLogAndFileAndItsLaterEventsLeaveNoRow() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            Traffic traffic = traffic(session);
            traffic.plain(100_000);
            ExchangeId underWay = traffic.begin(10);
            session.flush();
            ExchangeLog.Cursor cursor = session.log().newCursor();
            session.log().drain(cursor, 100);

            session.clear();
            traffic.end(underWay, 10);
            ExchangeId later = traffic.plain(5);
            session.flush();

            ExchangeLog.Changes changes = session.log().drain(cursor, 100);
            assertThat(changes.cleared()).isTrue();
            assertThat(changes.appended()).extracting(ExchangeRow::id).containsExactly(later.value());
            assertThat(session.log().find(underWay)).isEmpty();
            assertThat(session.log().find(new ExchangeId(1))).isEmpty();
            try (SessionReader reader = SessionFiles.read(session.file())) {
                assertThat(reader.count()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatIsRemovedIsGoneWithItsBodies() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            ExchangeId kept = traffic(session).plain(10);
            ExchangeId gone = traffic(session).plain(10);
            session.flush();
            ExchangeLog.Cursor cursor = session.log().newCursor();
            session.log().drain(cursor, 100);

            session.remove(List.of(gone));

            assertThat(session.log().drain(cursor, 100).removed()).containsExactly(gone);
            assertThat(session.log().find(gone)).isEmpty();
            assertThat(session.log().find(kept)).isPresent();
            assertThat(read(session, new BodyRef(gone, Direction.RESPONSE, 10, 10)))
                    .isEmpty();
        }
    }

    @Test
    void whilePausedTheEngineIsToldNotToReport() throws Exception {
        try (RecordingSession session = record("a.hops")) {
            assertThat(session.exchangeSink().recording()).isTrue();
            session.setRecording(false);
            assertThat(session.exchangeSink().recording()).isFalse();
            assertThat(session.state()).isEqualTo(new RecordingState.Paused());
            session.setRecording(true);
            assertThat(session.state()).isEqualTo(new RecordingState.Recording());
        }
    }

    @Test
    void aCopyHoldsAllAcceptedSoFarAndRecordingGoesOn() throws Exception {
        Path copy = folder.resolve("copy.hops");
        try (RecordingSession session = record("a.hops")) {
            ExchangeId id = traffic(session).plain(10);
            session.saveCopy(copy);
            traffic(session).plain(10);

            try (SessionReader reader = SessionFiles.read(copy)) {
                assertThat(reader.count()).isEqualTo(1);
                assertThat(reader.find(id)).isPresent();
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> session.saveCopy(session.file())).isInstanceOf(IOException.class);
        }
        try (RecordingSession continued = SessionFiles.record(copy, RecordingOptions.DEFAULT)) {
            assertThat(traffic(continued).plain(1).value()).isEqualTo(2);
        }
    }

    private RecordingSession record(String name) throws IOException {
        return SessionFiles.record(folder.resolve(name), RecordingOptions.DEFAULT);
    }

    private static Traffic traffic(RecordingSession session) {
        return new Traffic(session.exchangeSink(), session.bodySink(), 7);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static List<ExchangeRow> rows(ExchangeLog log) {
        List<ExchangeRow> rows = new ArrayList<>();
        ExchangeLog.Cursor cursor = log.newCursor();
        while (true) {
            ExchangeLog.Changes changes = log.drain(cursor, 1000);
            rows.addAll(changes.appended());
            if (!changes.more()) {
                return rows;
            }
        }
    }

    private static byte[] read(Session session, BodyRef ref) throws IOException {
        try (SeekableByteChannel channel = session.bodies().open(ref)) {
            ByteBuffer all = ByteBuffer.allocate((int) channel.size());
            while (all.hasRemaining() && channel.read(all) >= 0) {}
            return all.array();
        }
    }
}
