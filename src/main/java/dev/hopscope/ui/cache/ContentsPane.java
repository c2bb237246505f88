package dev.hopscope.ui.cache;

import dev.hopscope.proxy.CacheContents.Response;
import dev.hopscope.proxy.CacheContents.State;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Draws a {@link ContentsModel}: one line of sums, then a row a stored response, which can be dropped. FX thread. Asks the cache nothing itself. */
public final class ContentsPane extends BorderPane {
    private static final Duration EVERY = Duration.seconds(1);
    private static final double USUAL_TEXT = 12;

    /** What the pane asks of the window. */
    public interface Asks {
        /** Turns the cache on. */
        void turnOn();

        /** Shows how large it is and what else it has. */
        void preferences();

        /** Whether to drop what is stored. */
        boolean confirm(String question, String consequence, String verb);

        /** Puts the pane away. */
        void close();
    }

    private final InstantSource clock;
    private final ContentsModel model;
    private final Asks asks;
    private final Label summary = new Label();
    private final TextField filter = new TextField();
    private final Button drop = new Button(Messages.text("cache.contents.drop"));
    private final Button dropAll = new Button(Messages.text("cache.contents.dropAll"));
    private final TableView<Response> table = new TableView<>();
    /** Every cell made for the screen; those that lie idle go by themselves. */
    private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());

    private final Label headline = new Label();
    private final Label more = new Label();
    private final Button remedy = new Button();
    private final VBox empty = new VBox(headline, more, remedy);
    private final Timeline refresh;
    private boolean showing;

    public ContentsPane(ContentsModel model, Asks asks) {
        this(model, asks, InstantSource.system());
    }

    ContentsPane(ContentsModel model, Asks asks, InstantSource clock) {
        this.clock = clock;
        this.model = model;
        this.asks = asks;
        refresh = new Timeline(new KeyFrame(EVERY, e -> tick()));
        refresh.setCycleCount(Animation.INDEFINITE);
        getStyleClass().addAll("ratio-pane", "contents-pane");
        setTop(head());
        columns();
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedIndices().addListener((javafx.beans.InvalidationListener) o -> allow());
        table.getStyleClass().addAll("exchange-table", "contents-table");
        table.setPlaceholder(new Region());
        table.setSortPolicy(t -> {
            sort();
            return true;
        });
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE) {
                dropSelected();
                e.consume();
            }
        });
        empty();
        setCenter(new StackPane(table, empty));
        filter.textProperty().subscribe(model::setFilter);
        model.shownProperty().subscribe(this::show);
        sceneProperty().subscribe(scene -> {
            model.setWanted(scene != null);
            if (scene == null) {
                refresh.stop();
            } else {
                refresh.play();
            }
        });
    }

    private HBox head() {
        Label title = new Label(Messages.text("cache.contents.title"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().add("secondary");
        summary.setId("contents-summary");
        summary.setMinWidth(0);
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        filter.setPromptText(Messages.text("cache.contents.filter"));
        filter.setAccessibleText(Messages.text("cache.contents.filter"));
        filter.setId("contents-filter");
        filter.setPrefColumnCount(16);
        filter.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                e.consume();
            }
        });
        drop.setId("contents-drop");
        drop.setOnAction(e -> dropSelected());
        Tips.on(drop, Messages.text("cache.contents.drop.tip"));
        dropAll.setId("contents-drop-all");
        dropAll.setOnAction(e -> dropAll());
        Button settings = icon("bi-gear", "cache.contents.preferences");
        settings.setOnAction(e -> asks.preferences());
        Button close = icon("bi-x", "cache.contents.close");
        close.setOnAction(e -> asks.close());
        for (Button button : List.of(drop, dropAll)) {
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox head = new HBox(title, summary, filter, drop, dropAll, settings, close);
        head.getStyleClass().addAll("line", "ratio-head");
        return head;
    }

    private static Button icon(String literal, String key) {
        Button button = new Button("", new Glyph(literal));
        button.getStyleClass().addAll("quiet", "icon-only", "small");
        Tips.name(button, Messages.text(key));
        return button;
    }

    private void columns() {
        for (ContentsColumn column : ContentsColumn.values()) {
            TableColumn<Response, Response> shown = new TableColumn<>(column.title());
            shown.setUserData(column);
            shown.setReorderable(false);
            shown.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
            shown.setCellFactory(c -> {
                Cell cell = new Cell(column);
                cells.add(cell);
                return cell;
            });
            if (column.width() > 0) {
                shown.setPrefWidth(column.width());
            }
            if (column.figures()) {
                shown.getStyleClass().add("figures");
            }
            table.getColumns().add(shown);
        }
        table.widthProperty().subscribe(width -> fit());
        table.fixedCellSizeProperty().subscribe(height -> fit());
    }

    /** The URL takes what the others leave. */
    private void fit() {
        double scale = Math.max(1, drop.getFont().getSize() / USUAL_TEXT);
        double rest = table.getWidth() - 16;
        for (int i = 1; i < table.getColumns().size(); i++) {
            ContentsColumn column = (ContentsColumn) table.getColumns().get(i).getUserData();
            boolean room = table.getWidth() >= 960 * scale
                    || column != ContentsColumn.TYPE && column != ContentsColumn.VARIANT;
            table.getColumns().get(i).setVisible(room);
            if (room) {
                table.getColumns().get(i).setPrefWidth(column.width() * scale);
                rest -= column.width() * scale;
            }
        }
        table.getColumns().getFirst().setPrefWidth(Math.max(140, rest));
    }

    /** Looks again; times go on even where the responses are the same. */
    private void tick() {
        model.refresh();
        cells.forEach(Cell::renew);
    }

    private final class Cell extends TableCell<Response, Response> {
        private final ContentsColumn column;

        Cell(ContentsColumn column) {
            this.column = column;
            getStyleClass().add(column == ContentsColumn.URL ? "url" : "quiet");
            if (column.figures()) {
                getStyleClass().addAll("figures", "number");
            }
        }

        @Override
        protected void updateItem(Response response, boolean none) {
            super.updateItem(response, none);
            String text = none || response == null ? null : column.text(response, clock.instant());
            setText(text);
            boolean wide = column == ContentsColumn.URL || column == ContentsColumn.VARIANT;
            if (wide && text != null && !text.isEmpty()) {
                Tips.on(this, text);
            } else {
                setTooltip(null);
            }
        }

        /** Tells the time as it is now. */
        void renew() {
            Response response = getItem();
            if (column.ticks() && !isEmpty() && response != null && getScene() != null) {
                setText(column.text(response, clock.instant()));
            }
        }
    }

    private void sort() {
        if (table.getSortOrder().isEmpty()) {
            model.sort(ContentsColumn.USED, false);
        } else {
            TableColumn<Response, ?> by = table.getSortOrder().getFirst();
            model.sort((ContentsColumn) by.getUserData(), by.getSortType() == TableColumn.SortType.DESCENDING);
        }
    }

    private void empty() {
        empty.getStyleClass().addAll("no-match", "contents-empty");
        headline.getStyleClass().add("strong");
        headline.setId("contents-headline");
        more.getStyleClass().add("secondary");
        more.setWrapText(true);
        more.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        remedy.setId("contents-remedy");
    }

    private void show(ContentsModel.Shown now) {
        Set<Long> selected = selected();
        showing = true;
        table.getItems().setAll(now.rows());
        table.getSelectionModel().clearSelection();
        for (int i = 0; !selected.isEmpty() && i < now.rows().size(); i++) {
            if (selected.contains(now.rows().get(i).id())) {
                table.getSelectionModel().select(i);
            }
        }
        showing = false;
        summary.setText(
                now.state() != State.ON
                        ? ""
                        : Messages.text(
                                model.filtered() ? "cache.contents.summary.filtered" : "cache.contents.summary",
                                now.all(),
                                Figures.size(now.octets()),
                                Figures.size(now.most()),
                                now.rows().size()));
        explain(now);
        dropAll.setText(Messages.text(model.filtered() ? "cache.contents.dropShown" : "cache.contents.dropAll"));
        dropAll.setDisable(now.rows().isEmpty());
        filter.setDisable(now.state() != State.ON);
        allow();
    }

    private Set<Long> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(java.util.Objects::nonNull)
                .map(Response::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void allow() {
        if (!showing) {
            drop.setDisable(table.getSelectionModel().getSelectedIndices().isEmpty());
        }
    }

    private void explain(ContentsModel.Shown now) {
        empty.setVisible(now.rows().isEmpty());
        table.setVisible(!now.rows().isEmpty());
        remedy.setVisible(false);
        switch (now.state()) {
            case OFF -> {
                say("cache.contents.off", Messages.text("cache.contents.off.more"));
                remedy("cache.contents.on", asks::turnOn);
            }
            case OPENING -> say("cache.contents.opening", "");
            case BROKEN -> {
                say("cache.contents.broken", String.valueOf(now.problem()));
                remedy("cache.contents.preferences", asks::preferences);
            }
            case ON -> {
                if (model.filtered() && now.all() > 0) {
                    say("cache.contents.noMatch", "");
                    remedy("empty.clearFilter", filter::clear);
                } else {
                    say("cache.contents.none", Messages.text("cache.contents.none.more"));
                }
            }
        }
        remedy.setManaged(remedy.isVisible());
        more.setManaged(!more.getText().isEmpty());
    }

    private void say(String key, String words) {
        headline.setText(Messages.text(key));
        more.setText(words);
    }

    private void remedy(String key, Runnable action) {
        remedy.setText(Messages.text(key));
        remedy.setOnAction(e -> action.run());
        remedy.setVisible(true);
    }

    private void dropSelected() {
        model.drop(selected());
        table.getSelectionModel().clearSelection();
    }

    private void dropAll() {
        ContentsModel.Shown now = model.shownProperty().get();
        boolean sure = asks.confirm(
                Messages.text("cache.contents.question", now.rows().size()),
                Messages.text("cache.contents.consequence"),
                Messages.text("cache.contents.verb"));
        if (sure) {
            model.dropShown();
        }
    }
}
