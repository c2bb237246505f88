package dev.hopscope.ui.compare;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.inspect.compare.BodyMode;
import dev.hopscope.inspect.compare.CompareOptions;
import dev.hopscope.inspect.compare.Comparison;
import dev.hopscope.inspect.compare.Section;
import dev.hopscope.inspect.compare.Subject;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Memory;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Two exchanges on their way to the screen: fetched and compared in the background, a late answer dropped; the rows to be shown, and the one selected. Screen thread.
 * Remembers how the user wants to compare. Draws nothing.
 */
public final class CompareModel {
    /** What there is to show. */
    public sealed interface State {}

    /** Nothing was asked for, or it was given up before there was an answer. */
    public record Nothing() implements State {}

    public record Shown(Comparison comparison) implements State {}

    /** One of the two was removed meanwhile. */
    public record Gone(ExchangeId id) implements State {}

    /** The session file could not be read; {@code cause} says why. */
    public record Unreadable(String cause) implements State {}

    private static final String IGNORED = "compare.ignored";
    private static final String ORDER = "compare.order";
    private static final String LAYOUT = "compare.layout";

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new Nothing());
    private final ReadOnlyObjectWrapper<CompareOptions> options;
    private final ReadOnlyObjectWrapper<CompareRows.View> view;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
    private final ObservableList<CompareRow> rows = FXCollections.observableArrayList();
    private final Background background;
    private final Memory memory;
    private final Lane lane;
    private @Nullable ExchangeLog log;
    private @Nullable Bodies bodies;
    private @Nullable ExchangeId first;
    private @Nullable ExchangeId second;

    public CompareModel(Background background, Memory memory) {
        this.background = background;
        this.memory = memory;
        lane = background.lane();
        String ignored = memory.get(IGNORED);
        options = new ReadOnlyObjectWrapper<>(
                this,
                "options",
                CompareOptions.DEFAULT
                        .withIgnoredFields(
                                ignored == null ? CompareOptions.USUALLY_IGNORED : CompareOptions.names(ignored))
                        .withIgnoreOrder(!"counts".equals(memory.get(ORDER))));
        view = new ReadOnlyObjectWrapper<>(
                this, "view", CompareRows.View.FIRST.withUnified("unified".equals(memory.get(LAYOUT))));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CompareOptions> optionsProperty() {
        return options.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return lane.busyProperty();
    }

    /** 0 to 1; -1 where not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return lane.progressProperty();
    }

    /** Index of the row selected; -1 for none. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ObservableList<CompareRow> rows() {
        return rows;
    }

    public boolean unified() {
        return view.get().unified();
    }

    public boolean equalShown(Section.Part part) {
        return view.get().equalShown().contains(part);
    }

    /** Reads from another session from now on, and shows nothing. */
    public void use(ExchangeLog newLog, Bodies newBodies) {
        log = newLog;
        bodies = newBodies;
        leave();
    }

    /** Shows nothing, and gives up what is under way. */
    public void leave() {
        first = null;
        second = null;
        lane.cancel();
        state.set(new Nothing());
        rows.clear();
        selected.set(-1);
    }

    /** Compares two exchanges; what is shown stays until the answer is there. */
    public void compare(ExchangeId a, ExchangeId b) {
        first = a;
        second = b;
        options.set(options.get().withBody(Section.Part.REQUEST_BODY, null).withBody(Section.Part.RESPONSE_BODY, null));
        view.set(CompareRows.View.FIRST.withUnified(unified()));
        ask();
    }

    /** The second becomes the first. */
    public void swap() {
        ExchangeId was = first;
        first = second;
        second = was;
        ask();
    }

    public void setIgnoreOrder(boolean on) {
        if (options.get().ignoreOrder() != on) {
            memory.put(ORDER, on ? "ignored" : "counts");
            options.set(options.get().withIgnoreOrder(on));
            ask();
        }
    }

    public void setIgnoredFields(List<String> names) {
        if (!options.get().ignoredFields().equals(names)) {
            memory.put(IGNORED, String.join(", ", names));
            options.set(options.get().withIgnoredFields(names));
            ask();
        }
    }

    /** Compares a body in another way, of those that are possible. */
    public void choose(Section.Part part, BodyMode mode) {
        options.set(options.get().withBody(part, mode));
        ask();
    }

    public void setUnified(boolean on) {
        if (unified() != on) {
            memory.put(LAYOUT, on ? "unified" : "split");
            look(v -> v.withUnified(on));
        }
    }

    /** Opens a section that is closed, or closes it. */
    public void toggle(Section.Part part) {
        look(v -> new CompareRows.View(v.unified(), flipped(v.toggled(), part), v.equalShown(), v.opened()));
    }

    /** Shows the equal lines of a body too, or no longer. */
    public void setEqualShown(Section.Part part, boolean on) {
        if (equalShown(part) != on) {
            look(v -> new CompareRows.View(v.unified(), v.toggled(), flipped(v.equalShown(), part), v.opened()));
        }
    }

    public void open(CompareRow.Gap gap) {
        CompareRows.Place place = new CompareRows.Place(gap.section().part(), gap.from());
        look(v -> new CompareRows.View(v.unified(), v.toggled(), v.equalShown(), flipped(v.opened(), place)));
    }

    private static <T> Set<T> flipped(Set<T> set, T element) {
        Set<T> flipped = new HashSet<>(set);
        if (!flipped.remove(element)) {
            flipped.add(element);
        }
        return Set.copyOf(flipped);
    }

    /** Gives up the comparison under way; what is shown stays. */
    public void cancel() {
        lane.cancel();
    }

    public void select(int row) {
        selected.set(row < 0 || row >= rows.size() ? -1 : row);
    }

    /** Goes to the head of a section. */
    public void select(Section.Part part) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof CompareRow.Head head && head.section().part() == part) {
                select(i);
                return;
            }
        }
    }

    /** Goes to the first row of the next change, or of the one before; round the end. Those of closed sections are left out. */
    public void go(int step) {
        int at = selected.get();
        int current = change(at);
        int size = rows.size();
        int i = at < 0 && step < 0 ? size : at;
        for (int n = 0; n < size; n++) {
            i = Math.floorMod(i + step, size);
            int number = change(i);
            boolean begins = number > 0 && (i == 0 || change(i - 1) != number);
            if (begins && (number != current || i == at)) {
                select(i);
                return;
            }
        }
    }

    private int change(int row) {
        return row >= 0 && row < rows.size() && rows.get(row) instanceof CompareRow.Pair pair ? pair.change() : 0;
    }

    /** Which change is selected, 1 for the first; 0 for none. */
    public int place() {
        return change(selected.get());
    }

    /** How many changes there are. */
    public int changes() {
        return state.get() instanceof Shown shown ? shown.comparison().changes() : 0;
    }

    /** The comparison as text, made in the background. */
    public void copy(CompareWords words, Consumer<String> to) {
        if (state.get() instanceof Shown shown) {
            background.run(
                    () -> words.unified(shown.comparison()),
                    to,
                    failure -> state.set(new Unreadable(String.valueOf(failure.getMessage()))));
        }
    }

    private void look(UnaryOperator<CompareRows.View> change) {
        view.set(change.apply(view.get()));
        if (state.get() instanceof Shown shown) {
            fill(shown.comparison());
        }
    }

    private void ask() {
        ExchangeLog from = log;
        Bodies with = bodies;
        ExchangeId a = first;
        ExchangeId b = second;
        if (from == null || with == null || a == null || b == null) {
            return;
        }
        CompareOptions wanted = options.get();
        lane.ask(
                progress -> compare(from, with, a, b, wanted, progress),
                this::arrived,
                failure -> state.set(new Unreadable(String.valueOf(failure.getMessage()))));
    }

    private static State compare(
            ExchangeLog log, Bodies bodies, ExchangeId a, ExchangeId b, CompareOptions options, Lane.Progress progress)
            throws IOException {
        Exchange first = log.find(a).orElse(null);
        Exchange second = log.find(b).orElse(null);
        if (first == null || second == null) {
            return new Gone(first == null ? a : b);
        }
        return new Shown(
                Comparison.of(new Subject(first, bodies), new Subject(second, bodies), options, progress::report));
    }

    private void arrived(State answer) {
        if (answer instanceof Shown shown) {
            fill(shown.comparison());
        } else {
            rows.clear();
            selected.set(-1);
        }
        state.set(answer);
    }

    /** Keeps the selection at its line where that is still shown. */
    private void fill(Comparison comparison) {
        CompareRow before = selected.get() >= 0 && selected.get() < rows.size() ? rows.get(selected.get()) : null;
        rows.setAll(CompareRows.of(comparison, view.get()).rows());
        selected.set(-1);
        for (int i = 0; before != null && i < rows.size(); i++) {
            if (alike(before, rows.get(i))) {
                selected.set(i);
                return;
            }
        }
    }

    private static boolean alike(CompareRow before, CompareRow now) {
        return before.section().part() == now.section().part()
                && (before instanceof CompareRow.Pair a && now instanceof CompareRow.Pair b && a.index() == b.index()
                        || before instanceof CompareRow.Gap gap
                                && now instanceof CompareRow.Pair pair
                                && gap.from() == pair.index()
                        || before instanceof CompareRow.Head && now instanceof CompareRow.Head);
    }
}
