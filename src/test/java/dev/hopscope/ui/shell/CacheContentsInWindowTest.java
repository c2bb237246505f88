package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import dev.hopscope.proxy.CacheContents;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pane of what the cache holds, in the window. */
class CacheContentsInWindowTest {
    @TempDir
    Path folder;

    private TestWindow window;
    private Held held;

    /** A cache that holds what it is given. */
    private static final class Held implements CacheContents {
        private final List<Response> responses = new ArrayList<>();
        private State state = State.ON;

        @Override
        public synchronized Snapshot snapshot() {
            return new Snapshot(state, state == State.BROKEN ? "no room" : null, responses, 14_200_000, 268_435_456);
        }

        @Override
        public synchronized int drop(Collection<Long> ids) {
            int before = responses.size();
            responses.removeIf(response -> ids.contains(response.id()));
            return before - responses.size();
        }

        synchronized void put(int id, String url, String type, long octets, long age, long lifetime, String... vary) {
            Instant now = Instant.now();
            responses.add(new Response(
                    id,
                    url,
                    "",
                    200,
                    octets,
                    type,
                    Headers.of(vary),
                    now.minusSeconds(age),
                    lifetime,
                    lifetime == 0,
                    true,
                    now.minusSeconds(age / 3),
                    100 / id));
        }
    }

    @BeforeEach
    void open() {
        Theme.loadFonts();
        held = new Held();
        held.put(1, "https://shop.example/app.js", "text/javascript", 412_000, 90, 600, "Accept-Encoding", "gzip, br");
        held.put(2, "https://shop.example/", "text/html; charset=utf-8", 18_400, 700, 600, "Accept-Language", "de");
        held.put(3, "https://api.shop.example/v1/cart?currency=EUR", "application/json", 2_100, 12, 0);
        held.put(4, "https://img.shop.example/p/1034-large.webp", "image/webp", 88_000, 86_500, 31_536_000);
        window = new TestWindow(folder);
        window.proxy.contents = held;
        window.started();
        Screen.run(() -> window.window.showContents(true));
        Screen.until("four rows", () -> rows() == 4);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private TableView<?> table() {
        return (TableView<?>) window.find(".contents-table");
    }

    private int rows() {
        return table() == null ? -1 : table().getItems().size();
    }

    private void press(String id) {
        Screen.run(() -> ((Button) window.find(id)).fire());
    }

    @Test
    void itIsDrawnInBothThemesAndSizes() {
        for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            Screen.run(() -> window.theme.choose(choice));
            String name = choice.name().toLowerCase(java.util.Locale.ROOT);
            window.snapshot("cache-contents-1440-" + name, 1440, 900);
            window.snapshot("cache-contents-900-" + name, 900, 600);
        }
        assertThat(window.text("#contents-summary")).isEqualTo("4, 14.2 MB of 268 MB on disk");
    }

    @Test
    void theFilterLeavesWhatContainsItAndDropAllDropsThatAlone() {
        Screen.run(() -> ((TextField) window.find("#contents-filter")).setText("SHOP.example/a"));
        Screen.until("one row", () -> rows() == 1);
        assertThat(window.text("#contents-summary")).startsWith("1 of 4");
        press("#contents-drop-all");
        Screen.until("no row", () -> rows() == 0);

        assertThat(held.snapshot().responses()).hasSize(3);
        assertThat(window.calls).anyMatch(call -> call.contains("Drop 1 stored response?"));
        assertThat(Screen.on(() -> ((Label) window.find("#contents-headline")).getText()))
                .isEqualTo("No stored response matches the filter");
    }

    @Test
    void theResponsesSelectedAreDropped() {
        Screen.run(() -> table().getSelectionModel().selectRange(0, 2));
        press("#contents-drop");

        Screen.until("two rows", () -> rows() == 2);
        assertThat(held.snapshot().responses()).hasSize(2);
    }

    @Test
    void withoutConfirmationNothingIsDropped() {
        window.confirmed = false;
        press("#contents-drop-all");
        Screen.frames(4);

        assertThat(held.snapshot().responses()).hasSize(4);
    }

    @Test
    void aCacheThatIsOffSaysSoAndCanBeTurnedOn() {
        held.responses.clear();
        held.state = CacheContents.State.OFF;
        Screen.until(
                "that it is off",
                () -> "The cache is off".equals(((Label) window.find("#contents-headline")).getText()));
        press("#contents-remedy");

        Screen.until("it is on", () -> window.settings.get().cache().on());
    }
}
