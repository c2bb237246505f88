package dev.hopscope.ui.cache;

import dev.hopscope.ui.kit.Glyph;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Draws a {@link CacheReport}: the verdict, then one card with a row a layer, each with its words and the lines that prove it. FX thread. Reads no exchange. */
public final class CachePane extends ScrollPane {
    private final Label verdict = new Label();
    private final Label note = new Label();
    private final VBox layers = new VBox();

    public CachePane() {
        verdict.getStyleClass().add("cache-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("secondary");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        layers.getStyleClass().add("cache-layers");
        VBox content = new VBox(verdict, note, layers);
        content.getStyleClass().add("cache-pane");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("section-scroll");
    }

    public void show(CacheReport report) {
        verdict.setText(report.verdict());
        note.setText(report.note());
        note.setManaged(!report.note().isEmpty());
        layers.setVisible(!report.layers().isEmpty());
        layers.getChildren().setAll(report.layers().stream().map(CachePane::row).toList());
    }

    private static Node row(CacheReport.Layer layer) {
        CachePips pip = new CachePips();
        pip.show(List.of(layer.state()));
        Label title = new Label(layer.title());
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        Label node = new Label(layer.node());
        node.getStyleClass().addAll("caption", "secondary");
        node.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label badge = new Label(CacheWords.word(layer.state()));
        badge.getStyleClass().addAll("cache-badge", layer.state().name().toLowerCase(java.util.Locale.ROOT));
        badge.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(pip, title, node, space, badge);
        head.getStyleClass().add("line");
        VBox row = new VBox(head);
        row.getStyleClass().add("cache-layer");
        layer.quotes().forEach(quote -> row.getChildren().add(quote(quote)));
        row.getChildren().add(words(layer.says()));
        layer.warnings().forEach(warning -> row.getChildren().add(warning(warning)));
        return row;
    }

    private static TextFlow quote(CacheReport.Quote quote) {
        Text words = new Text(quote.words());
        words.getStyleClass().add("quoted");
        TextFlow line = new TextFlow(new Text(quote.before()), words, new Text(quote.behind()));
        line.getStyleClass().add("cache-quote");
        line.setAccessibleText(quote.text());
        return line;
    }

    private static Label words(String text) {
        Label words = new Label(text);
        words.getStyleClass().add("secondary");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    private static Node warning(String text) {
        HBox line = new HBox(new Glyph("bi-exclamation-triangle"), words(text));
        line.getStyleClass().add("cache-warning");
        return line;
    }
}
