package dev.hopscope.ui.shell;

import dev.hopscope.capture.Session;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import dev.hopscope.ui.table.ExchangeTableModel;
import dev.hopscope.ui.table.IdSet;
import dev.hopscope.ui.table.RowFilter;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: a text, errors, tunnels, what came from caches, changed lines. FX thread. The rows are filtered by their model; the heads are searched by {@link HeadSearch}.
 */
public final class FilterBarController {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final ShellModel model;
    private final ExchangeTableModel rows;
    private final HeadSearch search;
    private final Runnable toRows;
    private final BooleanProperty openedTunnels = new SimpleBooleanProperty(this, "openedTunnels");
    /** The work shows after a moment only: most searches are over by then. */
    private final PauseTransition soon = new PauseTransition(Duration.millis(150));

    @FXML
    private HBox box;

    @FXML
    private TextField text;

    @FXML
    private HBox searching;

    @FXML
    private Label searchingText;

    @FXML
    private Button cancel;

    @FXML
    private Label key;

    @FXML
    private Button clear;

    @FXML
    private ToggleButton errors;

    @FXML
    private Label errorsCount;

    @FXML
    private ToggleButton tunnels;

    @FXML
    private Label tunnelsCount;

    @FXML
    private ToggleButton cached;

    @FXML
    private Label cachedCount;

    @FXML
    private ToggleButton changed;

    @FXML
    private Label changedCount;

    @FXML
    private MenuButton show;

    @FXML
    private CheckMenuItem showErrors;

    @FXML
    private CheckMenuItem showTunnels;

    @FXML
    private CheckMenuItem showCached;

    @FXML
    private CheckMenuItem showChanged;

    @FXML
    private Label count;

    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    FilterBarController(ShellModel model, ExchangeTableModel rows, Background background, Runnable toRows) {
        this.model = model;
        this.rows = rows;
        this.toRows = toRows;
        search = new HeadSearch(background, rows);
    }

    @FXML
    private void initialize() {
        key.setText(Keys.text(Keys.FILTER));
        Tips.name(clear, Messages.text("filter.clear"));
        Tips.on(errors, Messages.text("filter.errors.tip"));
        Tips.on(tunnels, Messages.text("filter.tunnels.tip"));
        Tips.on(cached, Messages.text("filter.cached.tip"));
        Tips.on(changed, Messages.text("filter.changed.tip"));
        text.textProperty().subscribe(() -> filter());
        text.setOnAction(e -> toRows.run());
        text.setOnKeyPressed(e -> {
            switch (e.getCode()) {
                case ESCAPE -> escape();
                case DOWN -> toRows.run();
                default -> {}
            }
        });
        openedTunnels.subscribe(on -> filter());
        rows.countsProperty().subscribe(counts -> showCounts());
        rows.foundProperty().subscribe(counts -> showCounts());
        rows.filterProperty().subscribe(filter -> showCounts());
        rows.addListener((javafx.beans.InvalidationListener) o -> showCounts());
        model.narrowProperty().subscribe(this::setNarrow);
        model.sessionProperty().subscribe(this::session);
        soon.setOnFinished(e -> showSearching());
        search.busyProperty().subscribe(on -> showSearching());
        search.progressProperty().subscribe(share -> showSearching());
        search.failureProperty().subscribe(failure -> showSearching());
        showSearching();
    }

    /** Whether opened tunnels have a row of their own. */
    BooleanProperty openedTunnelsProperty() {
        return openedTunnels;
    }

    /** Errors, tunnels and the like, as commands. */
    List<Command> quickCommands() {
        return List.of(
                quick("filter.errors", errors),
                quick("filter.tunnels", tunnels),
                quick("filter.cached", cached),
                quick("filter.changed", changed),
                Command.of(Messages.text("empty.clearFilter"), Messages.text("palette.filters"), true, this::reset));
    }

    private static Command quick(String key, ToggleButton button) {
        return new Command(
                Messages.text(key), Messages.text("palette.filters"), "", true, button.isSelected(), button::fire);
    }

    /** Shows the rows that match a text. */
    void show(String query) {
        text.setText(query);
        toRows.run();
    }

    void focus() {
        text.requestFocus();
        text.selectAll();
    }

    TextField field() {
        return text;
    }

    /** Asks for everything again. */
    void reset() {
        errors.setSelected(false);
        tunnels.setSelected(false);
        cached.setSelected(false);
        changed.setSelected(false);
        text.clear();
        filter();
    }

    private void session(@Nullable Session session) {
        search.use(session);
        filter();
    }

    private void filter() {
        if (rows == null || text == null) {
            return;
        }
        RowFilter wanted = new RowFilter(
                text.getText(),
                errors.isSelected(),
                tunnels.isSelected(),
                cached.isSelected(),
                changed.isSelected(),
                openedTunnels.get(),
                IdSet.NONE);
        clear.setVisible(!text.getText().isEmpty());
        clear.setManaged(!text.getText().isEmpty());
        key.setVisible(text.getText().isEmpty());
        key.setManaged(text.getText().isEmpty());
        rows.show(wanted);
        search.look(wanted.text());
        soon.playFromStart();
    }

    private void escape() {
        if (text.getText().isEmpty()) {
            toRows.run();
        } else {
            text.clear();
        }
    }

    private void showSearching() {
        boolean failed = !search.failureProperty().get().isEmpty();
        boolean busy = search.busyProperty().get() && soon.getStatus() != javafx.animation.Animation.Status.RUNNING;
        searching.setVisible(busy || failed);
        searching.setManaged(busy || failed);
        cancel.setVisible(busy);
        cancel.setManaged(busy);
        double share = search.progressProperty().get();
        searchingText.setText(
                failed && !busy
                        ? Messages.text(
                                "filter.failed", search.failureProperty().get())
                        : share < 0
                                ? Messages.text("filter.searching")
                                : Messages.text("filter.searching.share", Math.round(100 * share)));
    }

    private void showCounts() {
        // what each of them alone would show of the rows that hold the text
        ExchangeTableModel.Counts counts = rows.foundProperty().get();
        errorsCount.setText(number(counts.errors()));
        changedCount.setText(number(counts.changed()));
        changed.setAccessibleText(Messages.text("filter.changed.name", counts.changed()));
        showChanged.setText(Messages.text("filter.changed.name", counts.changed()));
        cachedCount.setText(number(counts.cached()));
        cached.setAccessibleText(Messages.text("filter.cached.name", counts.cached()));
        showCached.setText(Messages.text("filter.cached.name", counts.cached()));
        tunnelsCount.setText(number(counts.tunnels()));
        errors.setAccessibleText(Messages.text("filter.errors.name", counts.errors()));
        tunnels.setAccessibleText(Messages.text("filter.tunnels.name", counts.tunnels()));
        showErrors.setText(Messages.text("filter.errors.name", counts.errors()));
        showTunnels.setText(Messages.text("filter.tunnels.name", counts.tunnels()));
        boolean narrow = model.narrowProperty().get();
        int all = rows.countsProperty().get().listed(rows.filterProperty().get());
        String shown = Figures.count(rows.size());
        if (rows.filterProperty().get().active()) {
            count.setText(narrow ? shown : Messages.text("filter.count", shown, Figures.count(all)));
        } else {
            count.setText(narrow ? shown : Messages.text("filter.count.all", rows.size(), shown));
        }
    }

    private static String number(int count) {
        return count == 0 ? "" : Figures.brief(count);
    }

    private void setNarrow(boolean narrow) {
        count.pseudoClassStateChanged(NARROW, narrow);
        errors.setVisible(!narrow);
        errors.setManaged(!narrow);
        tunnels.setVisible(!narrow);
        tunnels.setManaged(!narrow);
        cached.setVisible(!narrow);
        cached.setManaged(!narrow);
        changed.setVisible(!narrow);
        changed.setManaged(!narrow);
        show.setVisible(narrow);
        show.setManaged(narrow);
        showCounts();
    }

    @FXML
    private void quickFilters() {
        showErrors.setSelected(errors.isSelected());
        showTunnels.setSelected(tunnels.isSelected());
        showCached.setSelected(cached.isSelected());
        showChanged.setSelected(changed.isSelected());
        filter();
    }

    @FXML
    private void quickFiltersFromMenu() {
        errors.setSelected(showErrors.isSelected());
        tunnels.setSelected(showTunnels.isSelected());
        cached.setSelected(showCached.isSelected());
        changed.setSelected(showChanged.isSelected());
        filter();
    }

    @FXML
    private void clearText() {
        text.clear();
        text.requestFocus();
    }

    @FXML
    private void cancelSearch() {
        search.cancel();
    }
}
