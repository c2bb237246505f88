package dev.hopscope.ui.cache;

import dev.hopscope.proxy.CacheContents;
import dev.hopscope.proxy.CacheContents.Response;
import dev.hopscope.proxy.CacheContents.Snapshot;
import dev.hopscope.proxy.CacheContents.State;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the cache holds, filtered and sorted in the background while somebody looks. Screen thread. Keeps no response from one look to the next. */
public final class ContentsModel {
    /**
     * What is shown.
     *
     * @param rows those that pass the filter, in order
     * @param all how many there are
     * @param octets they take on disk, of {@code most}
     */
    record Shown(State state, @Nullable String problem, List<Response> rows, int all, long octets, long most) {
        static final Shown NOTHING = new Shown(State.OFF, null, List.of(), 0, 0, 0);
    }

    private final CacheContents contents;
    private final Lane lane;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown", Shown.NOTHING);
    private String filter = "";
    private ContentsColumn column = ContentsColumn.USED;
    private boolean descending;
    private boolean wanted;

    public ContentsModel(CacheContents contents, Background background, Consumer<Exception> failed) {
        this.contents = contents;
        this.background = background;
        this.failed = failed;
        lane = background.lane();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether somebody looks. */
    void setWanted(boolean on) {
        wanted = on;
        if (on) {
            look();
        } else {
            lane.cancel();
        }
    }

    /** Only responses whose URL, type or variant contains this, ignoring case; empty for all. */
    void setFilter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        look();
    }

    boolean filtered() {
        return !filter.isEmpty();
    }

    void sort(ContentsColumn by, boolean downwards) {
        column = by;
        descending = downwards;
        look();
    }

    /** Looks again, unless that is under way: call it now and then. */
    void refresh() {
        if (!lane.busyProperty().get()) {
            look();
        }
    }

    private void look() {
        if (!wanted) {
            return;
        }
        String text = filter;
        ContentsColumn by = column;
        boolean downwards = descending;
        lane.ask(progress -> shown(contents.snapshot(), text, by, downwards), shown::set, failed);
    }

    static Shown shown(Snapshot now, String text, ContentsColumn by, boolean downwards) {
        List<Response> rows = new ArrayList<>();
        for (Response response : now.responses()) {
            if (text.isEmpty() || passes(response, text)) {
                rows.add(response);
            }
        }
        rows.sort(downwards ? by.order().reversed() : by.order());
        return new Shown(now.state(), now.problem(), rows, now.responses().size(), now.octets(), now.most());
    }

    private static boolean passes(Response response, String text) {
        return contains(response.url(), text)
                || contains(response.type(), text)
                || contains(ContentsColumn.VARIANT.text(response, response.used()), text);
    }

    private static boolean contains(String value, String text) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }

    /** Removes these from the cache. */
    void drop(Collection<Long> ids) {
        List<Long> those = List.copyOf(ids);
        if (!those.isEmpty()) {
            background.run(() -> contents.drop(those), dropped -> look(), failed);
        }
    }

    /** Removes all that pass the filter, also those that came since the last look. */
    void dropShown() {
        String text = filter;
        background.run(
                () -> contents.drop(contents.snapshot().responses().stream()
                        .filter(response -> text.isEmpty() || passes(response, text))
                        .map(Response::id)
                        .toList()),
                dropped -> look(),
                failed);
    }
}
