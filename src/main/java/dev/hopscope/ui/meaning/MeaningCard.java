package dev.hopscope.ui.meaning;

import dev.hopscope.inspect.meaning.Level;
import dev.hopscope.inspect.meaning.Meaning;
import dev.hopscope.inspect.meaning.Part;
import dev.hopscope.inspect.warning.Warning;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import dev.hopscope.ui.kit.WordsColumn;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a line means, drawn: title, words, source, warnings, and the value part by part. FX thread. Loads nothing; runs nothing of what it shows. */
public final class MeaningCard extends ScrollPane {
    private final WordsColumn column = new WordsColumn();

    /** @param warnings of the line that its parts do not say themselves */
    public MeaningCard(Meaning meaning, List<Warning> warnings) {
        getStyleClass().add("meaning-card");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setContent(column);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text(meaning, warnings));
        column.getStyleClass().add("meaning");
        Label title = label(meaning.title(), "strong", "mono");
        Label where = label(meaning.where(), "tertiary", "caption");
        where.setMinWidth(Region.USE_PREF_SIZE);
        where.setWrapText(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        column.getChildren().addAll(new HBox(title, space, where), label(meaning.words()));
        if (!meaning.specification().isEmpty()) {
            column.getChildren().add(label(meaning.specification(), "mono", "tertiary", "wire"));
        }
        warnings.forEach(w -> column.getChildren().add(warning(w)));
        if (!meaning.parts().isEmpty()) {
            column.getChildren().add(parts(meaning.parts()));
        }
    }

    /** Moves the content by a share of what is in sight. */
    void scroll(double share) {
        double hidden = column.getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            setVvalue(Math.clamp(getVvalue() + share * getViewportBounds().getHeight() / hidden, 0, 1));
        }
    }

    /** All it says, for assistive technology. */
    public static String text(Meaning meaning, List<Warning> warnings) {
        StringBuilder out = new StringBuilder(Plain.line(meaning.title()));
        out.append(". ").append(meaning.words());
        warnings.forEach(
                w -> out.append('\n').append(level(w.level())).append(Plain.line(w.title() + ". " + w.words())));
        for (Part part : meaning.parts()) {
            out.append('\n').append(level(part.level())).append(Plain.line(part.text()));
            out.append(part.text().isEmpty() ? "" : ": ").append(Plain.line(part.words()));
        }
        return out.append(meaning.specification().isEmpty() ? "" : "\n" + meaning.specification())
                .toString();
    }

    private static String level(Level level) {
        return switch (level) {
            case PLAIN -> "";
            case ADVICE -> Messages.text("meaning.level.advice") + ": ";
            case FAULT -> Messages.text("meaning.level.fault") + ": ";
        };
    }

    private static Node warning(Warning warning) {
        Label title = label(warning.title(), "strong");
        VBox words = new VBox(title, label(warning.words(), "secondary"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(icon(warning.level()), words);
        line.getStyleClass().addAll("meaning-warning", style(warning.level()));
        return line;
    }

    private static Node parts(List<Part> parts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("meaning-parts");
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(40);
        ColumnConstraints right = new ColumnConstraints();
        right.setPercentWidth(60);
        grid.getColumnConstraints().addAll(left, right);
        for (int row = 0; row < parts.size(); row++) {
            Part part = parts.get(row);
            Node words = words(part);
            GridPane.setValignment(words, VPos.TOP);
            if (part.text().isEmpty()) {
                grid.add(words, 0, row, 2, 1);
            } else {
                boolean again = row > 0 && parts.get(row - 1).text().equals(part.text());
                Label text = label(again ? "" : part.text(), "mono", "wire");
                GridPane.setValignment(text, VPos.TOP);
                grid.add(text, 0, row);
                grid.add(words, 1, row);
            }
        }
        return grid;
    }

    private static Node words(Part part) {
        Label words = label(part.words(), "secondary");
        if (part.level() == Level.PLAIN) {
            return words;
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(icon(part.level()), words);
        line.getStyleClass().addAll("meaning-part", style(part.level()));
        return line;
    }

    private static Node icon(Level level) {
        Glyph glyph = new Glyph(glyph(level));
        glyph.getStyleClass().add(style(level));
        return glyph;
    }

    static String glyph(Level level) {
        return level == Level.FAULT ? "bi-exclamation-octagon" : "bi-exclamation-triangle";
    }

    static String style(Level level) {
        return level == Level.FAULT ? "danger" : "warning";
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(Plain.line(text));
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMinWidth(0);
        return label;
    }
}
