package dev.hopscope.ui.copyas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.interchange.code.CodeTargets;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pane on the toolkit: pictures under target/snapshots, and its buttons. */
class CopyAsPicturesTest {
    @TempDir
    Path folder;

    private static final RequestDraft CART = new RequestDraft(
            new Origin("https", "shop.example", 443),
            "POST",
            "/api/cart?lang=de",
            HttpVersion.HTTP_1_1,
            Headers.of(
                    "Host",
                    "shop.example",
                    "Accept",
                    "application/json",
                    "Authorization",
                    "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl",
                    "Content-Type",
                    "application/json",
                    "Cookie",
                    "sid=8f14e45f; theme=dark",
                    "User-Agent",
                    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            Content.ofText("{\"item\": 7, \"note\": \"it's \\\"new\\\"\", \"price\": \"$5\"}"));

    private static final class Kept implements Memory {
        private final Map<String, String> entries = new HashMap<>();

        @Override
        public String get(String key) {
            return entries.get(key);
        }

        @Override
        public void put(String key, String value) {
            entries.put(key, value);
        }
    }

    /** The pane over a window. */
    private static final class Shown implements AutoCloseable {
        final Background background = new Background();
        final Theme theme = Screen.on(Theme::new);
        final Stage owner = Screen.on(Stage::new);
        final CopyAsModel model;
        final CopyAsDialog dialog;

        Shown(Theme.Choice choice, Path file) {
            model = Screen.on(() -> new CopyAsModel(
                    new CopyAsChoice(new Kept()),
                    background,
                    () -> new ChosenRequests(List.of(CART), null),
                    failure -> {
                        throw new AssertionError(failure);
                    }));
            dialog = Screen.on(() -> new CopyAsDialog(model, background, new CopyAsActions() {
                @Override
                public void copy(String text) {}

                @Override
                public Optional<Path> fileToWrite(String name, String kind, String ending) {
                    return Optional.of(file.resolve(name));
                }
            }));
            Screen.run(() -> {
                theme.choose(choice);
                owner.show();
                dialog.show(owner, theme);
            });
            written("curl");
        }

        void choose(String id) {
            Screen.run(() -> model.targetProperty().set(CodeTargets.byId(id).orElseThrow()));
            written(id);
        }

        void written(String id) {
            Screen.until(
                    "the text for " + id,
                    () -> model.shownProperty().get() != null
                            && model.shownProperty().get().target().card().id().equals(id));
            Screen.frames(8);
        }

        void press(KeyCode key, boolean control) {
            Scene scene = dialog.window().getScene();
            Node owner = scene.getFocusOwner();
            Event.fireEvent(
                    owner == null ? scene : owner,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
        }

        void picture(String name) {
            Screen.frames(8);
            Screen.save(Screen.on(() -> dialog.window().getScene().snapshot(null)), name);
        }

        @Override
        public void close() {
            Screen.run(() -> {
                dialog.window().close();
                owner.close();
            });
            background.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void thePaneIsDrawnWithATextAndWithARefusal(Theme.Choice choice) {
        String theme = choice.name().toLowerCase(Locale.ROOT);
        try (Shown shown = new Shown(choice, folder)) {
            shown.picture("copyas-curl-" + theme);
            Screen.run(() -> shown.model.maskedProperty().set(true));
            shown.choose("python-requests");
            shown.picture("copyas-" + theme);
            assertThat(Screen.on(shown.model::notes)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#copyas-targets", "#copyas-mask", "#copyas-copy", ".styled-text"})
    void escapeClosesThePaneWhateverHasTheFocus(String focused) {
        try (Shown shown = new Shown(Theme.Choice.LIGHT, folder)) {
            Screen.run(() -> {
                shown.dialog.window().getScene().lookup(focused).requestFocus();
                shown.press(KeyCode.ESCAPE, false);
            });
            assertThat(Screen.on(() -> shown.dialog.window().isShowing())).isFalse();
        }
    }

    @Test
    void escapeClosesWhatFindsInTheTextBeforeThePane() {
        try (Shown shown = new Shown(Theme.Choice.LIGHT, folder)) {
            Screen.run(() -> {
                shown.dialog.window().getScene().lookup(".styled-text").requestFocus();
                shown.press(KeyCode.F, true);
            });
            Screen.frames(3);
            Screen.run(() -> shown.press(KeyCode.ESCAPE, false));
            assertThat(Screen.on(() -> shown.dialog.window().isShowing())).isTrue();
            Screen.run(() -> shown.press(KeyCode.ESCAPE, false));
            assertThat(Screen.on(() -> shown.dialog.window().isShowing())).isFalse();
        }
    }

    @Test
    void theTextIsSavedUnderTheNameChosen() throws Exception {
        try (Shown shown = new Shown(Theme.Choice.LIGHT, folder)) {
            shown.choose("go");
            Screen.run(
                    ((Button) Screen.on(() -> shown.dialog.window().getScene().lookup("#copyas-save")))::fire);
            Screen.until(
                    "saved",
                    () -> ((Label) shown.dialog.window().getScene().lookup("#copyas-done"))
                            .getText()
                            .equals("Saved as request.go"));
            assertThat(Files.readString(folder.resolve("request.go"))).startsWith("package main");
        }
    }
}
