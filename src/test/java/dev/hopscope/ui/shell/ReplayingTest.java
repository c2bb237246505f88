package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.ui.Screen;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keys of a replay do; the proxy names the rows, the test puts them in. */
class ReplayingTest {
    @TempDir
    Path folder;

    private TestWindow w;

    @BeforeEach
    void start() {
        w = new TestWindow(folder).started();
        put(1);
        put(2);
        w.rows(List.of(row(1).build(), row(2).build()));
    }

    @AfterEach
    void stop() {
        w.close();
    }

    private static ExchangeRow.Builder row(long id) {
        return ExchangeRow.builder(id)
                .kind(ExchangeRow.Kind.HTTP)
                .state(ExchangeRow.State.COMPLETED)
                .method("GET")
                .target("http", "shop.example", 80)
                .path("/" + id, false)
                .status(200);
    }

    private void put(long id) {
        Endpoint here = new Endpoint("127.0.0.1", 5000);
        ConnectionUse client = new ConnectionUse(new ConnectionInfo(1, here, here, Instant.EPOCH, null, null, null), 1);
        RequestHead head = new RequestHead(
                "GET",
                "http://shop.example/" + id,
                HttpVersion.HTTP_1_1,
                Headers.of("Host", "shop.example", "If-None-Match", "\"1\""));
        w.session.log.whole.put(
                new ExchangeId(id),
                Exchange.of(new ExchangeEvent.RequestReceived(
                        new ExchangeId(id),
                        0,
                        Instant.EPOCH,
                        client,
                        null,
                        Source.CAPTURED,
                        new Origin("http", "shop.example", 80),
                        head,
                        1)));
    }

    private void select(long... ids) {
        Screen.run(() -> {
            w.table().select(new ExchangeId(ids[0]));
            for (int i = 1; i < ids.length; i++) {
                w.table().selectToo(new ExchangeId(ids[i]));
            }
        });
    }

    private void type(String character) {
        Screen.run(() -> w.table()
                .view()
                .fireEvent(new KeyEvent(
                        KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    private void sent(int number) {
        Screen.until(number + " replays", () -> w.proxy.replayed.size() == number);
    }

    private List<Long> selected() {
        return Screen.on(
                () -> w.table().selectedIdsProperty().get().stream().boxed().toList());
    }

    private String banner() {
        Screen.until("a banner", () -> w.find(".banner") != null && !labels().isEmpty());
        return Screen.on(this::labels);
    }

    private String labels() {
        StringBuilder text = new StringBuilder();
        w.stage
                .getScene()
                .getRoot()
                .lookupAll(".banner .label")
                .forEach(node -> text.append(node instanceof Label label ? label.getText() : "")
                        .append(' '));
        return text.toString().strip();
    }

    @Test
    void rSendsTheRowAgainAndSelectsTheReplayWhenItAppears() {
        select(1);
        type("r");
        sent(1);
        assertThat(selected()).containsExactly(1L);
        w.rows(List.of(row(101).original(1).build()));
        Screen.until(
                "the replay selected",
                () -> w.table().selectedIdsProperty().get().contains(101));
        assertThat(selected()).containsExactly(101L);
    }

    @Test
    void rSendsAllSelectedRowsInTheirOrderAndSelectsTheirReplays() {
        select(2, 1);
        type("r");
        sent(2);
        assertThat(w.proxy.replayed).extracting(r -> r.original().value()).containsExactly(1L, 2L);
        w.rows(List.of(row(101).original(1).build(), row(102).original(2).build()));
        Screen.until(
                "both selected", () -> w.table().selectedIdsProperty().get().contains(102));
        assertThat(selected()).containsExactly(101L, 102L);
    }

    @Test
    void uSendsItWithoutConditionsPastCaches() {
        select(1);
        type("u");
        sent(1);
        assertThat(w.proxy.replayed.getFirst().head().headers())
                .isEqualTo(Headers.of("Host", "shop.example", "Cache-Control", "no-cache"));
    }

    @Test
    void aConditionalReplayWithoutAnythingToAskByIsRefusedWithWords() {
        select(1);
        type("U");
        assertThat(banner()).contains("#1").contains("ETag");
        assertThat(w.proxy.replayed).isEmpty();
    }

    @Test
    void withRecordingOffNothingIsSentAndTheReasonIsTold() {
        select(1);
        w.session.setRecording(false);
        type("r");
        assertThat(banner()).contains("Recording is off");
        assertThat(w.proxy.replayed).isEmpty();
    }

    @Test
    void theMenuOnTheRowsHasTheReplays() {
        select(1);
        List<MenuItem> items = Screen.on(() -> w.window.rowMenu());
        assertThat(items).extracting(MenuItem::getText).contains("Replay", "Replay past caches");
    }
}
