package dev.hopscope.ui.cache;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Draws a {@link CacheReport}: the verdict, then one card with a row a layer, each with its words and the lines that prove it; beside or below it what the rows of the URL
 * tell together. FX thread. Reads no exchange.
 */
public final class CachePane extends ScrollPane {
    /** Width, in sizes of the verdict's text, above which there are two columns. */
    private static final double WIDE_AT = 70;

    private final Label verdict = new Label();
    private final Label note = new Label();
    private final VBox layers = new VBox();
    private final VBox life = new VBox();
    private final VBox steps = new VBox();
    private final AcrossPane across;
    private final AcrossModel model;
    private final VBox left;
    private final HBox columns = new HBox();
    private @Nullable Boolean wide;

    /**
     * @param model what the rows of the URL tell together
     * @param go shows another row
     */
    public CachePane(AcrossModel model, Consumer<ExchangeId> go) {
        this.model = model;
        across = new AcrossPane(go);
        verdict.getStyleClass().add("cache-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("secondary");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        layers.getStyleClass().add("cache-layers");
        life.getStyleClass().add("cache-part");
        steps.getStyleClass().add("cache-part");
        left = new VBox(verdict, note, layers, life, steps);
        left.getStyleClass().add("cache-pane");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        columns.getChildren().add(left);
        setContent(columns);
        columns.minHeightProperty().bind(heightProperty().subtract(2));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("section-scroll");
        widthProperty().subscribe(width -> arrange());
        model.reportProperty().subscribe(report -> showAcross());
        model.busyProperty().subscribe(busy -> showAcross());
    }

    private void showAcross() {
        across.show(model.reportProperty().get(), model.busyProperty().get());
    }

    /** What the rows tell stands at the right where there is room, else below. */
    private void arrange() {
        boolean now = getWidth() >= WIDE_AT * verdict.getFont().getSize();
        if (getWidth() <= 0 || (wide != null && wide == now)) {
            return;
        }
        wide = now;
        left.getChildren().remove(across);
        columns.getChildren().remove(across);
        across.getStyleClass().remove("beside");
        if (now) {
            across.getStyleClass().add("beside");
            columns.getChildren().add(across);
        } else {
            left.getChildren().add(left.getChildren().indexOf(life) + 1, across);
        }
    }

    public void show(CacheReport report) {
        verdict.setText(report.verdict());
        note.setText(report.note());
        note.setManaged(!report.note().isEmpty());
        layers.setVisible(!report.layers().isEmpty());
        layers.setManaged(!report.layers().isEmpty());
        layers.getChildren().setAll(report.layers().stream().map(CachePane::row).toList());
        show(report.rules());
    }

    private void show(@Nullable CacheVerdict rules) {
        boolean living = rules != null && rules.lanes().stream().anyMatch(l -> l.onError() > 0);
        life.getChildren().clear();
        life.setManaged(living);
        steps.getChildren().clear();
        if (rules != null && living) {
            life.getChildren().setAll(title("cache.life.title"), new LifeLine(rules));
        }
        if (rules != null) {
            steps.getChildren().add(title("cache.steps.title"));
            rules.steps().forEach(step -> steps.getChildren().add(step(step)));
        }
    }

    private static Label title(String key) {
        Label title = new Label(Messages.text(key));
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Node step(CacheVerdict.Step step) {
        Glyph icon = new Glyph(
                switch (step.kind()) {
                    case YES -> "bi-check2";
                    case NO -> "bi-x";
                    case SUM -> "bi-arrow-right";
                    case NOTE -> "bi-dot";
                });
        icon.getStyleClass().add(step.kind().name().toLowerCase(java.util.Locale.ROOT));
        Label words = new Label(step.words());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        if (step.kind() == CacheVerdict.Kind.SUM) {
            words.getStyleClass().add("strong");
        }
        VBox text = new VBox(words);
        if (!step.line().isEmpty()) {
            Label line = new Label(step.line());
            line.getStyleClass().addAll("mono", "wire", "secondary");
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            text.getChildren().add(line);
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label section = new Label(step.section());
        section.getStyleClass().addAll("caption", "secondary");
        section.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(icon, text, section);
        row.getStyleClass().add("cache-step");
        return row;
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
