package dev.hopscope.ui.environment;

import dev.hopscope.snippet.noproxy.ClientCard;
import dev.hopscope.snippet.noproxy.Verdict;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The matrix: a row a client, a column a URL. FX thread. Decides nothing. */
final class TesterTable extends TableView<TesterMatrix.Row> {
    /** Widths at first, in pixels; those of URLs share what is left. */
    private static final double CLIENT = 200;

    private static final double RULE = 200;
    private static final double URL = 160;
    private static final double WIDEST = 320;
    private static final double SCROLL_BAR = 18;

    private final TesterModel model;
    private List<TesterMatrix.Column> shown = List.of();
    private boolean variables;

    TesterTable(TesterModel model) {
        super(model.rows());
        this.model = model;
        getStyleClass().add("tester-table");
        setAccessibleText(Messages.text("tester.title"));
        setPlaceholder(new Label(Messages.text("tester.empty")));
        getColumns().add(column(Messages.text("tester.client"), CLIENT, ClientCell::new));
        getColumns().add(column(Messages.text("tester.rule"), RULE, RuleCell::new));
        model.matrixProperty().subscribe(this::show);
        widthProperty().subscribe(width -> fit());
        model.chosen.addListener((Observable changed) -> {
            heads(model.matrixProperty().get());
            refresh();
        });
    }

    private interface Cells {
        TableCell<TesterMatrix.Row, TesterMatrix.Row> make();
    }

    private static TableColumn<TesterMatrix.Row, TesterMatrix.Row> column(String title, double width, Cells cells) {
        TableColumn<TesterMatrix.Row, TesterMatrix.Row> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> cells.make());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private void show(@Nullable TesterMatrix matrix) {
        if (matrix == null) {
            return;
        }
        boolean now = matrix.list() == null;
        if (!matrix.columns().equals(shown) || now != variables) {
            shown = matrix.columns();
            variables = now;
            List<TableColumn<TesterMatrix.Row, TesterMatrix.Row>> columns =
                    new ArrayList<>(List.of(first(0), first(1)));
            for (int i = 0; i < shown.size(); i++) {
                int at = i;
                Verdict wanted = shown.get(i).wanted();
                columns.add(column("", URL, () -> new TesterCell(at, wanted, now)));
            }
            getColumns().setAll(columns);
            fit();
        }
        heads(matrix);
    }

    private void fit() {
        double left = getWidth() - CLIENT - RULE - SCROLL_BAR;
        double each = Math.clamp(left / Math.max(1, shown.size()), URL, WIDEST);
        getColumns().stream().skip(2).forEach(column -> column.setPrefWidth(each));
    }

    @SuppressWarnings("unchecked") // every column was made here
    private TableColumn<TesterMatrix.Row, TesterMatrix.Row> first(int at) {
        return (TableColumn<TesterMatrix.Row, TesterMatrix.Row>) getColumns().get(at);
    }

    private void heads(@Nullable TesterMatrix matrix) {
        if (matrix == null || matrix.columns().size() + 2 != getColumns().size()) {
            return;
        }
        for (int i = 0; i < matrix.columns().size(); i++) {
            getColumns().get(i + 2).setGraphic(head(matrix, i));
        }
    }

    private VBox head(TesterMatrix matrix, int at) {
        TesterMatrix.Column column = matrix.columns().get(at);
        Label url = new Label(column.url());
        url.getStyleClass().add("mono");
        url.setMinWidth(0);
        url.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(url, Priority.ALWAYS);
        Tips.on(url, column.url());
        Button remove = new Button("", new Glyph("bi-x"));
        remove.getStyleClass().addAll("quiet", "icon-only", "small");
        Tips.name(remove, Messages.text("tester.url.remove", column.url()));
        remove.setOnAction(e -> model.urls.remove(column.url()));
        Set<String> chosen = Set.copyOf(model.chosen);
        long differing = matrix.differing(at, chosen);
        Label wanted = new Label(Messages.text("tester.want." + column.wanted().word())
                + (differing == 0 ? "" : ", " + Messages.text("tester.differing", differing)));
        wanted.getStyleClass().add(differing == 0 ? "tertiary" : "tester-differing");
        if (matrix.disagree(at, chosen)) {
            wanted.setGraphic(new Glyph("bi-exclamation-triangle"));
            Tips.on(wanted, Messages.text("tester.disagree"));
        }
        VBox head = new VBox(new HBox(url, remove), wanted);
        head.getStyleClass().add("tester-head");
        return head;
    }

    /** Whether the client counts for the advice, its name and the version measured. */
    private final class ClientCell extends TableCell<TesterMatrix.Row, TesterMatrix.Row> {
        private final CheckBox counts = new CheckBox();
        private final Label title = new Label();
        private final Label version = new Label();
        private final HBox box = new HBox(counts, title, version);

        ClientCell() {
            box.getStyleClass().add("tester-client");
            title.setMinWidth(0);
            version.getStyleClass().add("tertiary");
            version.setMinWidth(0);
            counts.setOnAction(e -> {
                TesterMatrix.Row row = getItem();
                if (row != null && counts.isSelected()) {
                    model.chosen.add(row.client().id());
                } else if (row != null) {
                    model.chosen.remove(row.client().id());
                }
            });
        }

        @Override
        protected void updateItem(TesterMatrix.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null || empty ? null : box);
            if (row != null) {
                ClientCard card = row.client().card();
                title.setText(card.title());
                version.setText(card.version());
                counts.setSelected(model.chosen.contains(card.id()));
                counts.setAccessibleText(Messages.text("tester.counts", card.title()));
                Tips.on(title, Messages.text("tester.measured", card.title(), card.version()));
            }
        }
    }

    private static final class RuleCell extends TableCell<TesterMatrix.Row, TesterMatrix.Row> {
        RuleCell() {
            getStyleClass().add("quiet");
        }

        @Override
        protected void updateItem(TesterMatrix.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : row.client().card().rule());
            if (row != null) {
                Tips.on(this, row.client().card().rule());
            }
        }
    }
}
