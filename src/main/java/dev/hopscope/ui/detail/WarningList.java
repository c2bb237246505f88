package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Direction;
import dev.hopscope.inspect.meaning.Level;
import dev.hopscope.inspect.warning.Warning;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What of the exchange deserves a look, the worst first, each with the way to its line; a few at first. FX thread. Finds nothing itself. */
final class WarningList extends VBox {
    private static final int FEW = 4;

    private final Consumer<Warning> opener;
    private final Label title = new Label();
    private List<Warning> shown = List.of();

    WarningList(Consumer<Warning> opener) {
        this.opener = opener;
        getStyleClass().addAll("block", "warnings");
        setMinWidth(0);
        title.getStyleClass().add("section-title");
        show(List.of());
    }

    void show(List<Warning> warnings) {
        shown = warnings;
        fill(warnings.size() <= FEW + 1);
    }

    private void fill(boolean all) {
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
        title.setText(Messages.text("detail.warnings", shown.size()));
        getChildren().setAll(title);
        List<Warning> some = all ? shown : shown.subList(0, FEW);
        some.forEach(w -> getChildren().add(line(w)));
        if (!all) {
            Hyperlink more = new Hyperlink(Messages.text("detail.warnings.all", shown.size()));
            more.setOnAction(e -> fill(true));
            getChildren().add(more);
        }
    }

    private Node line(Warning warning) {
        boolean fault = warning.level() == Level.FAULT;
        Glyph glyph = new Glyph(fault ? "bi-exclamation-octagon" : "bi-exclamation-triangle");
        glyph.getStyleClass().add(fault ? "danger" : "warning");
        Label what = new Label(Plain.line(warning.title()));
        what.getStyleClass().add("strong");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        Label words = new Label(Plain.line(warning.words()));
        words.getStyleClass().add("secondary");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(what, words);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        boolean request = warning.direction() == Direction.REQUEST;
        Hyperlink open = new Hyperlink(Messages.text(request ? "detail.warnings.request" : "detail.warnings.response"));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setAccessibleText(Messages.text("detail.warnings.open", open.getText(), Plain.line(warning.title())));
        open.setOnAction(e -> opener.accept(warning));
        HBox line = new HBox(glyph, text, open);
        line.getStyleClass().add("warning-line");
        return line;
    }
}
