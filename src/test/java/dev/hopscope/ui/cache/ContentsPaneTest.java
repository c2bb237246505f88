package dev.hopscope.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import dev.hopscope.proxy.CacheContents;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentsPaneTest implements CacheContents, ContentsPane.Asks {
    private static final Instant STORED = Instant.parse("2026-11-23T21:40:52Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(STORED.plusSeconds(3));
    private final Background background = new Background();
    private Theme theme;
    private Stage stage;
    private ContentsPane pane;

    @Override
    public Snapshot snapshot() {
        Response one = new Response(
                1,
                "http://shop.example/style.css",
                "",
                200,
                1200,
                "text/css",
                Headers.of(),
                STORED,
                600,
                false,
                true,
                STORED,
                0);
        return new Snapshot(State.ON, null, List.of(one), 1200, 1 << 20);
    }

    @Override
    public int drop(Collection<Long> ids) {
        throw new AssertionError("nothing is dropped");
    }

    @Override
    public void turnOn() {}

    @Override
    public void preferences() {}

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        return false;
    }

    @Override
    public void close() {}

    @BeforeEach
    void open() {
        Screen.run(() -> {
            theme = new Theme();
            ContentsModel model = new ContentsModel(this, background, e -> {
                throw new AssertionError(e);
            });
            pane = new ContentsPane(model, this, now::get);
            Scene scene = new Scene(pane, 1200, 300);
            theme.install(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void shut() {
        Screen.run(() -> {
            stage.close();
            // no refresh for a pane that is out of its window
            stage.setScene(null);
            pane.getScene().setRoot(new javafx.scene.layout.Region());
        });
        background.close();
    }

    @Test
    void ageFreshnessAndUseGoOnWhereNothingElseChanges() {
        Screen.until("the row", () -> cells().contains("3 s"));
        assertThat(Screen.on(this::cells)).contains("3 s", "for another 597 s", "3 s ago");

        now.set(STORED.plusSeconds(64));
        Screen.until("the times", () -> cells().contains("for another 536 s"));

        assertThat(Screen.on(this::cells)).doesNotContain("3 s", "3 s ago");
    }

    private List<String> cells() {
        return pane.lookupAll(".table-cell").stream()
                .filter(node -> node instanceof TableCell<?, ?> cell && !cell.isEmpty())
                .map(node -> ((TableCell<?, ?>) node).getText())
                .toList();
    }
}
