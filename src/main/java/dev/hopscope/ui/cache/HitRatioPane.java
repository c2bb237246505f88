package dev.hopscope.ui.cache;

import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import dev.hopscope.ui.kit.Tips;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Draws the sums of a {@link HitRatioModel}: one sentence, then bars by host, type and layer. FX thread. Sums nothing up. */
public final class HitRatioPane extends BorderPane {
    private static final Duration EVERY = Duration.millis(500);

    private final HitRatioModel model;
    private final Label summary = new Label();
    private final GridPane hosts = list();
    private final GridPane types = list();
    private final GridPane layers = list();
    private final Timeline refresh;

    /** @param close puts the pane away */
    public HitRatioPane(HitRatioModel model, Runnable close) {
        this.model = model;
        refresh = new Timeline(new KeyFrame(EVERY, e -> model.refresh()));
        refresh.setCycleCount(Animation.INDEFINITE);
        getStyleClass().add("ratio-pane");
        setTop(head(close));
        HBox columns = new HBox(
                column("cache.ratio.hosts", hosts),
                column("cache.ratio.types", types),
                column("cache.ratio.layers", layers));
        columns.getStyleClass().add("ratio-columns");
        setCenter(columns);
        model.ratioProperty().subscribe(this::show);
        sceneProperty().subscribe(scene -> {
            model.setWanted(scene != null);
            if (scene == null) {
                refresh.stop();
            } else {
                refresh.play();
            }
        });
    }

    private Node head(Runnable close) {
        Label title = new Label(Messages.text("cache.ratio.title"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().add("secondary");
        summary.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button button = new Button("", new Glyph("bi-x"));
        button.getStyleClass().addAll("quiet", "icon-only", "small");
        Tips.name(button, Messages.text("cache.ratio.close"));
        button.setOnAction(e -> close.run());
        HBox head = new HBox(title, summary, space, button);
        head.getStyleClass().addAll("line", "ratio-head");
        return head;
    }

    private static Node column(String key, GridPane list) {
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("section-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        GridPane head = list();
        head.addRow(0, caption(key), caption("cache.ratio.requests"), caption("cache.ratio.bytes"));
        VBox column = new VBox(head, scroll);
        column.getStyleClass().add("ratio-column");
        column.setMinWidth(0);
        column.setPrefWidth(100);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Label caption(String key) {
        Label caption = new Label(Messages.text(key));
        caption.getStyleClass().addAll("caption", "medium", "secondary");
        caption.setMinWidth(0);
        return caption;
    }

    private static GridPane list() {
        GridPane list = new GridPane();
        list.getStyleClass().add("ratio-list");
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(28);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setPercentWidth(36);
        list.getColumnConstraints().addAll(names, bars, bars);
        return list;
    }

    private void show(HitRatio ratio) {
        HitRatio.Share all = ratio.all();
        summary.setText(
                all.requests() == 0
                        ? Messages.text("cache.ratio.empty")
                        : Messages.text(
                                "cache.ratio.summary",
                                all.hits(),
                                all.requests(),
                                Figures.size(all.hitBytes()),
                                Figures.size(all.bytes()),
                                all.unmarked()));
        fill(hosts, ratio.hosts(), ratio.otherHosts(), "");
        fill(types, ratio.types(), ratio.otherTypes(), "");
        fill(layers, ratio.layers(), 0, all.requests() == 0 ? "" : Messages.text("cache.ratio.noLayers"));
    }

    private static void fill(GridPane list, List<HitRatio.Share> shares, int others, String none) {
        list.getChildren().clear();
        for (int i = 0; i < shares.size(); i++) {
            HitRatio.Share share = shares.get(i);
            Label name =
                    new Label(Plain.line(share.name().isEmpty() ? Messages.text("cache.ratio.noType") : share.name()));
            name.setMinWidth(0);
            Tips.on(name, line(name.getText(), share));
            list.addRow(
                    i,
                    name,
                    bar(
                            share.ofRequests(),
                            (double) share.unmarked() / Math.max(1, share.requests()),
                            Figures.count(share.hits()) + "/" + Figures.count(share.requests()),
                            line(name.getText(), share)),
                    bar(share.ofBytes(), 0, Figures.size(share.hitBytes()), line(name.getText(), share)));
        }
        if (others > 0 || shares.isEmpty()) {
            Label rest = new Label(shares.isEmpty() ? none : Messages.text("cache.ratio.others", others));
            rest.getStyleClass().add("tertiary");
            rest.setWrapText(true);
            list.add(rest, 0, shares.size(), 3, 1);
        }
    }

    private static String line(String name, HitRatio.Share share) {
        return Messages.text(
                "cache.ratio.line",
                name,
                Figures.count(share.hits()),
                Figures.count(share.requests()),
                Figures.size(share.hitBytes()),
                Figures.size(share.bytes()));
    }

    private static Node bar(double hit, double unmarked, String figures, String accessible) {
        Label text = new Label(figures);
        text.getStyleClass().addAll("number", "secondary", "ratio-figures");
        text.setMinWidth(USE_PREF_SIZE);
        RatioBar bar = new RatioBar(hit, unmarked);
        bar.setAccessibleText(accessible);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(bar, text);
        line.getStyleClass().add("ratio-line");
        return line;
    }
}
