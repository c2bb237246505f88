package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Theme;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** All keys on one page. FX thread. */
final class KeysWindow {
    private KeysWindow() {}

    static void show(Stage owner, Theme theme) {
        GridPane page = new GridPane(24, 8);
        page.getStyleClass().add("keys-page");
        page.setPadding(new Insets(20));
        int row = 0;
        for (Map.Entry<String, String> entry : all().entrySet()) {
            Label key = new Label(entry.getKey());
            key.getStyleClass().add("key");
            page.addRow(row++, key, new Label(Messages.text(entry.getValue())));
        }
        Stage window = new Stage();
        window.initOwner(owner);
        window.initModality(Modality.WINDOW_MODAL);
        window.setTitle(Messages.text("keys.title"));
        Scene scene = new Scene(page);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                window.close();
            }
        });
        theme.install(scene);
        window.setOnHidden(e -> theme.release(scene));
        window.setScene(scene);
        window.show();
    }

    private static Map<String, String> all() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(Keys.text(Keys.FILTER) + "  /", "keys.filter");
        keys.put(Keys.text(Keys.PALETTE), "keys.palette");
        keys.put("↑ ↓  j k", "keys.move");
        keys.put("Home  End", "keys.ends");
        keys.put("Enter", "keys.focus");
        keys.put("Esc", "keys.back");
        keys.put("Alt 1 – 6", "keys.tabs");
        keys.put("F6  Shift F6", "keys.panes");
        keys.put("F7  Shift F7", "keys.changes");
        keys.put("F10", "keys.menu");
        keys.put(Keys.text(Keys.RECORDING), "keys.recording");
        keys.put(Keys.text(Keys.OPEN_TLS), "keys.openTls");
        keys.put(Keys.text(Keys.HIT_RATIO), "keys.hitRatio");
        keys.put(Keys.text(Keys.CACHE), "keys.cache");
        keys.put(Keys.text(Keys.CACHE_CONTENTS), "keys.cacheContents");
        keys.put(Keys.text(Keys.ENVIRONMENT), "keys.environment");
        keys.put(Keys.text(Keys.COMPARE), "keys.compare");
        keys.put(Keys.text(Keys.COMPARE_PREVIOUS), "keys.comparePrevious");
        keys.put(Keys.text(Keys.REPLAY), "keys.replay");
        keys.put(Keys.text(Keys.REPLAY_OPTIONS), "keys.replay.options");
        keys.put(Keys.text(Keys.REPLAY_UNCONDITIONAL), "keys.replay.unconditional");
        keys.put(Keys.text(Keys.REPLAY_CONDITIONAL), "keys.replay.conditional");
        keys.put(Keys.text(Keys.EDIT), "keys.edit");
        keys.put(Keys.text(Keys.NEW_DRAFT), "keys.newDraft");
        keys.put("Ctrl Enter", "keys.send");
        keys.put(Keys.text(Keys.COPY_URL), "keys.copyUrl");
        keys.put(Keys.text(Keys.COPY_CURL), "keys.copyCurl");
        keys.put(Keys.text(Keys.COPY_AS_CODE), "keys.copyAsCode");
        keys.put("Del", "keys.remove");
        keys.put(Keys.text(Keys.CLEAR), "keys.clear");
        keys.put(Keys.text(Keys.OPEN), "keys.open");
        keys.put(Keys.text(Keys.SAVE), "keys.save");
        keys.put(Keys.text(Keys.PREFERENCES), "keys.preferences");
        keys.put(Keys.text(Keys.QUIT), "keys.quit");
        return keys;
    }
}
