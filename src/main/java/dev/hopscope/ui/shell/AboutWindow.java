package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Theme;
import dev.hopscope.ui.kit.Tips;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Version and places of the program, each to copy. FX thread. Opens nothing itself. */
final class AboutWindow {
    private AboutWindow() {}

    static void show(Stage owner, Theme theme, AboutProgram program, @Nullable Path session, Runnable openFolder) {
        Stage window = new Stage();
        window.initOwner(owner);
        window.initModality(Modality.WINDOW_MODAL);
        window.setTitle(Messages.text("menu.about"));
        Scene scene = new Scene(page(facts(program, session), openFolder));
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

    static Map<String, String> facts(AboutProgram program, @Nullable Path session) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("about.version", program.version());
        facts.put("about.java", Runtime.version() + ", JavaFX " + System.getProperty("javafx.runtime.version", "?"));
        facts.put("about.licence", "Apache License 2.0");
        facts.put("about.folder", program.folder().toAbsolutePath().toString());
        if (session != null) {
            facts.put("about.session", session.toAbsolutePath().toString());
        }
        facts.put("about.errors", program.errorLog().toString());
        return facts;
    }

    static GridPane page(Map<String, String> facts, Runnable openFolder) {
        GridPane page = new GridPane(16, 8);
        page.getStyleClass().add("keys-page");
        page.setPadding(new Insets(20));
        int row = 0;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            Label name = new Label(Messages.text(fact.getKey()));
            Button copy = new Button("", new Glyph("bi-clipboard"));
            copy.getStyleClass().addAll("quiet", "icon-only");
            Tips.name(copy, Messages.text("about.copy", name.getText()));
            copy.setOnAction(e -> ShellCommands.copy(fact.getValue()));
            page.addRow(row++, name, new Label(fact.getValue()), copy);
        }
        Button open = new Button(Messages.text("about.open"), new Glyph("bi-folder2-open"));
        open.setOnAction(e -> openFolder.run());
        page.add(open, 1, row);
        return page;
    }
}
