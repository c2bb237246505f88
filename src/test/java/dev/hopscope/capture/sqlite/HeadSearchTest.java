package dev.hopscope.capture.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadSearchTest {
    private static final Endpoint HERE = new Endpoint("127.0.0.1", 1);
    private static final ConnectionUse CLIENT =
            new ConnectionUse(new ConnectionInfo(1, HERE, HERE, Instant.EPOCH, null, null, null), 1);

    @TempDir
    Path folder;

    private RecordingSession session;

    @BeforeEach
    void record() throws IOException {
        session = SessionFiles.record(folder.resolve("a.hops"), RecordingOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aTextIsFoundInAnyHeadIgnoringCase() throws Exception {
        request("/one", "X-Thing", "Needle in HAY");
        request("/two", "X-Other", "hay");

        assertThat(search("needle IN hay")).containsExactly(1L);
        assertThat(search("x-other: HAY")).containsExactly(2L);
        assertThat(search("absent")).isEmpty();
    }

    @Test
    void aUrlIsFoundAsItIsTypedThoughNoLineHoldsIt() throws Exception {
        request("/path?q=1", "A", "b");

        assertThat(search("http://h.example/path?q")).containsExactly(1L);
        assertThat(search("h.example/PATH")).containsExactly(1L);
    }

    @Test
    void textBeyondAsciiIsFoundAsTheWireHasIt() throws Exception {
        request("/", "X", new String("gr\u00fcn".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        request("/", "X", "gr\u00fcn");

        assertThat(search("gr\u00fcn")).containsExactly(1L, 2L);
    }

    @Test
    void aLineThatOnlyPointsAtAnotherHeadIsNoHit() throws Exception {
        new Traffic(session.exchangeSink(), session.bodySink(), 1).plain(1);
        session.flush();

        assertThat(search("=1-4")).isEmpty();
        assertThat(search("via: 1.1 hopscope")).containsExactly(1L);
    }

    @Test
    void hitsComeInOrderWithProgressUntilTheReaderHasEnough() throws Exception {
        Traffic traffic = new Traffic(session.exchangeSink(), session.bodySink(), 1);
        for (int i = 0; i < 2500; i++) {
            traffic.plain(1);
        }
        session.flush();
        List<Double> shares = new ArrayList<>();
        List<Long> hits = new ArrayList<>();
        session.search("traffic/1.0", ids -> add(ids, hits), share -> {
            shares.add(share);
            return shares.size() < 2;
        });

        assertThat(hits).hasSize(2000).isSorted();
        assertThat(shares).containsExactly(0.4, 0.8);
        assertThat(search("traffic/1.0")).hasSize(2500);
    }

    @Test
    void aSessionOpenedToLookAtIsSearchedTheSameWay() throws Exception {
        request("/one", "X-Thing", "needle");
        session.close();
        try (Session opened = SessionFiles.open(folder.resolve("a.hops"))) {
            List<Long> hits = new ArrayList<>();
            opened.search("needle", ids -> add(ids, hits), share -> true);

            assertThat(hits).containsExactly(1L);
        }
    }

    private void request(String target, String name, String value) throws IOException {
        ExchangeId id = session.exchangeSink().nextId();
        session.exchangeSink()
                .accept(new ExchangeEvent.RequestReceived(
                        id,
                        0,
                        Instant.EPOCH,
                        CLIENT,
                        null,
                        Source.CAPTURED,
                        new Origin("http", "h.example", 80),
                        new RequestHead(
                                "GET", target, HttpVersion.HTTP_1_1, Headers.of("Host", "h.example", name, value)),
                        0));
        session.flush();
    }

    private List<Long> search(String text) throws IOException {
        List<Long> hits = new ArrayList<>();
        session.search(text, ids -> add(ids, hits), share -> true);
        return hits;
    }

    private static void add(long[] ids, List<Long> hits) {
        for (long id : ids) {
            hits.add(id);
        }
    }
}
