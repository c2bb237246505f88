package dev.hopscope.capture.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.Session;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFileTest {
    private static final int EXCHANGES = 300;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void record() throws IOException {
        file = folder.resolve("a.hops");
        try (RecordingSession session = SessionFiles.record(file, RecordingOptions.DEFAULT)) {
            Traffic traffic = new Traffic(session.exchangeSink(), session.bodySink(), 3);
            for (int i = 0; i < EXCHANGES; i++) {
                traffic.plain(1000);
            }
        }
    }

    @Test
    void anotherProgramsDatabaseIsRefusedAndLeftAsItIs() throws Exception {
        Path other = folder.resolve("other.db");
        change(other, "CREATE TABLE cookies(x)");
        byte[] before = Files.readAllBytes(other);

        assertRefused(other, "is no Hopscope session");
        assertThat(Files.readAllBytes(other)).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a database\n".repeat(1000));
        byte[] before = Files.readAllBytes(text);

        assertRefused(text, "is no Hopscope session");
        assertThat(Files.readAllBytes(text)).isEqualTo(before);
    }

    @Test
    void aNewerFormatIsRefusedWithWhatToDo() throws Exception {
        change(file, "PRAGMA user_version = 99");

        assertRefused(file, "newer Hopscope (format 99, this one knows 1); update Hopscope");
    }

    @Test
    void aViewInPlaceOfATableIsNotRead() throws Exception {
        change(
                file,
                "DROP TABLE exchange",
                "CREATE VIEW exchange AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT *"
                        + " FROM r");

        assertRefused(file, "does not have the tables of a session");
    }

    @Test
    void aFileWithATriggerIsReadButNotRecordedInto() throws Exception {
        change(file, "CREATE TRIGGER evil AFTER INSERT ON exchange BEGIN DELETE FROM body; END");

        assertThatThrownBy(() -> SessionFiles.record(file, RecordingOptions.DEFAULT))
                .hasMessageContaining("not Hopscope's");
        assertThat(read(file).ids).hasSize(EXCHANGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 9",
                "kind = 'x'",
                "state = -1",
                "state = 2",
                "started = 'noon'",
                "request_bytes = -5",
                "response_bytes = 'many'",
                "port = 70000",
                "status = 12345678901",
                "host = x'00ff'",
                "scheme = zeroblob(70000000)",
                "client = printf('%.*c', 100000, 'x')",
                "client_connection = 4711",
                "client_connection = 'x'",
                "response_body_recorded = 2000000",
                "response_body_length = -1, response_body_recorded = -1",
                "request_received = 'not netstrings'",
                "request_received = '999999999,'",
                "request_received = 7",
                "request_received = x'0a'",
                "request_received = NULL",
                "request_forwarded = x'3d302d390a'",
                "request_forwarded = zeroblob(100000000)",
                "response_received = cast('HTTP/1.1 9999999999 x' || char(10) as blob)",
                "response_received = cast('HTTP/9 200 x' || char(10) as blob)",
                "trailers = x'0a'",
                "changes = 'x'",
                "changes = 'zzz' || char(10)",
                "changes = 'qh+' || char(9) || char(9) || '99' || char(9) || 'via' || char(10)",
                "changes = 'qh+' || char(9) || char(9) || '1' || char(9) || 'no-such-reason' || char(10)",
                "timings = 'x:1'",
                "timings = 'request:99999999999999999999'",
                "parent = -3",
                "original = 0.5"
            })
    void aRowThatMakesNoSenseIsLeftOutAndSaidAndTheOthersAreRead(String what) throws Exception {
        change(file, "UPDATE exchange SET " + what + " WHERE id = 150");

        Reading reading = read(file);

        assertThat(reading.ids).contains(1L, 149L, 151L, (long) EXCHANGES).hasSizeGreaterThanOrEqualTo(EXCHANGES - 1);
        if (!what.startsWith("request_received = NULL")) {
            assertThat(reading.damage).isNotEmpty().first().asString().contains("#1");
        }
    }

    @Test
    void aConnectionThatMakesNoSenseTakesItsExchangesWithItAndNoMore() throws Exception {
        change(file, "UPDATE connection SET remote_port = -1 WHERE key = 1");

        Reading reading = read(file);

        assertThat(reading.ids).isEmpty();
        assertThat(reading.rows).hasSize(EXCHANGES);
        assertThat(reading.damage).hasSize(101).last().asString().isEqualTo("and 200 more findings");
    }

    @Test
    void idsAtTheEdgeAreReadAndNotRecordedBehind() throws Exception {
        change(
                file,
                "UPDATE exchange SET id = 9223372036854775807 WHERE id = 300",
                "UPDATE exchange SET id = 4611686018427387904 WHERE id = 299");

        assertThat(read(file).ids).hasSize(EXCHANGES).contains(Long.MAX_VALUE);
        assertThatThrownBy(() -> SessionFiles.record(file, RecordingOptions.DEFAULT))
                .hasMessageContaining("too high to go on from");
        try (SessionReader reader = SessionFiles.read(file);
                SeekableByteChannel none =
                        reader.bodies().open(new BodyRef(new ExchangeId(Long.MAX_VALUE), Direction.REQUEST, 1, 1))) {
            assertThat(none.size()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM body WHERE id = 150 * 33554432 + 16777216",
                "UPDATE body SET octets = 'text' WHERE id = 150 * 33554432 + 16777216",
                "UPDATE body SET octets = 5 WHERE id = 150 * 33554432 + 16777216",
                "UPDATE body SET octets = x'' WHERE id = 150 * 33554432 + 16777216",
                "UPDATE body SET id = id + 1 WHERE id = 150 * 33554432 + 16777216"
            })
    void aBodyThatIsNotThereReadsAsEmpty(String sql) throws Exception {
        change(file, sql);

        try (SessionReader reader = SessionFiles.read(file);
                SeekableByteChannel body =
                        reader.bodies().open(new BodyRef(new ExchangeId(150), Direction.RESPONSE, 1000, 1000))) {
            assertThat(body.size()).isZero();
            assertThat(body.read(ByteBuffer.allocate(10))).isEqualTo(-1);
        }
    }

    @Test
    void aBodyPieceBeyondAllMeasureIsAnErrorInWords() throws Exception {
        change(file, "UPDATE body SET octets = zeroblob(100000000) WHERE id = 150 * 33554432 + 16777216");

        try (SessionReader reader = SessionFiles.read(file);
                SeekableByteChannel body =
                        reader.bodies().open(new BodyRef(new ExchangeId(150), Direction.RESPONSE, 1000, 1000))) {
            assertThatThrownBy(() -> body.read(ByteBuffer.allocate(10)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is damaged here");
        }
    }

    @Test
    void ofATruncatedFileTheBeginningIsReadAndTheFileStaysAsItIs() throws Exception {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length / 8192 / 2 * 8192));
        byte[] before = Files.readAllBytes(file);

        Reading reading = read(file);

        assertThat(reading.damage).isNotEmpty();
        assertThat(reading.ids.size()).isBetween(1, EXCHANGES - 1);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDamagedPageIsLeaptOver() throws Exception {
        long page;
        try (Connection connection = connect(file)) {
            page = Database.query(
                    connection,
                    "SELECT pageno FROM dbstat WHERE name = 'exchange' AND pagetype = 'leaf' ORDER BY path LIMIT 1"
                            + " OFFSET 20");
        }
        byte[] all = Files.readAllBytes(file);
        Arrays.fill(all, (int) ((page - 1) * 8192), (int) (page * 8192), (byte) 0x5A);
        Files.write(file, all);

        Reading reading = read(file);

        assertThat(reading.damage).isNotEmpty().first().asString().contains("left out");
        assertThat(reading.ids.contains(1L) && reading.ids.contains((long) EXCHANGES))
                .isTrue();
        assertThat(reading.ids.size()).as(reading.damage.toString()).isBetween(EXCHANGES - 12, EXCHANGES - 1);
        try (Session opened = SessionFiles.open(file)) {
            ((OpenedSession) opened).awaitLoading();
            assertThat(opened.damage()).anyMatch(finding -> finding.startsWith("SQLite finds damage"));
            assertThat(opened.log().size()).isEqualTo(reading.rows.size());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void octetsChangedAnywhereDoNoHarm(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] all = Files.readAllBytes(file);
        for (int i = 0; i < 60; i++) {
            all[random.nextInt(all.length)] = (byte) random.nextInt(256);
        }
        Files.write(file, all);
        byte[] before = Files.readAllBytes(file);

        try {
            Reading reading = read(file);
            assertThat(reading.ids.size() + reading.damage.size()).isPositive();
        } catch (IOException e) {
            assertThat(e.getMessage()).contains(file.toString());
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private record Reading(List<Long> ids, List<ExchangeRow> rows, List<String> damage) {}

    private static Reading read(Path file) throws IOException {
        List<Long> ids = new ArrayList<>();
        List<ExchangeRow> rows = new ArrayList<>();
        try (SessionReader reader = SessionFiles.read(file)) {
            reader.exchanges((Exchange exchange) -> ids.add(exchange.id().value()));
            reader.rows(rows::add);
            return new Reading(ids, rows, reader.damage());
        }
    }

    private static void assertRefused(Path file, String words) {
        assertThatThrownBy(() -> SessionFiles.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words);
        assertThatThrownBy(() -> SessionFiles.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words);
        assertThatThrownBy(() -> SessionFiles.record(file, RecordingOptions.DEFAULT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words);
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void change(Path file, String... statements) throws SQLException {
        try (Connection connection = connect(file)) {
            for (String sql : statements) {
                Database.run(connection, sql);
            }
        }
    }
}
