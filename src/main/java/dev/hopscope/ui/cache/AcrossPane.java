package dev.hopscope.ui.cache;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws an {@link AcrossReport}: earlier rows, contradictions, what to change. FX thread. Looks nothing up. */
final class AcrossPane extends VBox {
    private final Consumer<ExchangeId> go;

    /** @param go shows another row */
    AcrossPane(Consumer<ExchangeId> go) {
        this.go = go;
        getStyleClass().add("across");
    }

    void show(AcrossReport report, boolean busy) {
        getChildren().clear();
        if (busy && report == AcrossReport.NONE) {
            add(secondary(Messages.text("cache.across.looking")));
            return;
        }
        if (!report.failure().isEmpty()) {
            add(warned(Messages.text("cache.across.failed"), secondary(report.failure())));
            return;
        }
        if (report == AcrossReport.NONE) {
            return;
        }
        rows(report);
        if (!report.contradictions().isEmpty()) {
            add(title(Messages.text("cache.across.contradictions")));
            report.contradictions().forEach(found -> add(finding(found)));
        }
        if (!report.changes().isEmpty()) {
            add(title(Messages.text("cache.across.changes")));
            report.changes().forEach(change -> add(change(change)));
        }
        if (!report.sum().isEmpty()) {
            add(title(Messages.text("cache.across.sum.title")));
            add(secondary(report.sum()));
        }
    }

    private void add(Node node) {
        getChildren().add(node);
    }

    private void rows(AcrossReport report) {
        add(title(report.title()));
        if (!report.note().isEmpty()) {
            add(secondary(report.note()));
        }
        report.rows().forEach(row -> add(row(row)));
        if (!report.bounds().isEmpty()) {
            Label bounds = secondary(report.bounds());
            bounds.getStyleClass().setAll("label", "tertiary", "across-bounds");
            add(bounds);
        }
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().addAll("section-title", "across-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private static Label secondary(String text) {
        Label words = new Label(text);
        words.getStyleClass().add("secondary");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        return words;
    }

    private Node row(AcrossReport.Row row) {
        Label when = new Label(row.when());
        when.getStyleClass().addAll("caption", "tertiary");
        when.setMinWidth(USE_PREF_SIZE);
        VBox place = new VBox(link(row.id()), when);
        place.getStyleClass().add("across-place");
        Label badge = new Label(row.badge());
        badge.getStyleClass().addAll("cache-badge", row.answer().name().toLowerCase(Locale.ROOT));
        badge.setMinWidth(USE_PREF_SIZE);
        VBox mark = new VBox(badge);
        mark.getStyleClass().add("across-mark");
        VBox words = new VBox();
        row.words().forEach(text -> words.getChildren().add(secondary(text)));
        return line(place, mark, words);
    }

    private Hyperlink link(ExchangeId id) {
        Hyperlink link = new Hyperlink(id.toString());
        link.getStyleClass().addAll("mono", "across-link");
        link.setMinWidth(USE_PREF_SIZE);
        link.setAccessibleText(Messages.text("cache.across.go", id));
        link.setOnAction(e -> {
            link.setVisited(false);
            go.accept(id);
        });
        return link;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        Region last = (Region) nodes[nodes.length - 1];
        last.setMinWidth(0);
        HBox.setHgrow(last, Priority.ALWAYS);
        line.getStyleClass().add("across-line");
        return line;
    }

    private Node finding(AcrossReport.Finding found) {
        VBox lines = new VBox();
        lines.getStyleClass().add("across-lines");
        for (AcrossReport.Line line : found.lines()) {
            Label text = new Label(line.text());
            text.getStyleClass().addAll("mono", "wire", "secondary");
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            Hyperlink link = link(line.row());
            HBox proof = new HBox(link, text);
            text.setMinWidth(0);
            proof.getStyleClass().add("across-proof");
            lines.getChildren().add(proof);
        }
        if (!found.more().isEmpty()) {
            lines.getChildren().add(secondary(found.more()));
        }
        return warned(found.title(), secondary(found.words()), lines);
    }

    private static Node warned(String title, Node... below) {
        return entry("bi-exclamation-triangle", "warned", title, below);
    }

    private static HBox entry(String icon, String style, String title, Node... below) {
        Label head = new Label(title);
        head.getStyleClass().add("strong");
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        VBox text = new VBox(head);
        text.getChildren().addAll(below);
        HBox entry = line(new Glyph(icon), text);
        entry.getStyleClass().add(style);
        return entry;
    }

    private static Node change(AcrossReport.Change change) {
        HBox entry = entry("bi-lightbulb", "advised", change.title(), secondary(change.words()));
        Label saved = new Label(change.saved());
        saved.getStyleClass().addAll("number", "across-saved");
        saved.setMinWidth(USE_PREF_SIZE);
        entry.getChildren().add(saved);
        return entry;
    }
}
