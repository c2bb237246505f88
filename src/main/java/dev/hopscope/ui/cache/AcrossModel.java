package dev.hopscope.ui.cache;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.UrlIndex;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.inspect.reuse.AcrossRows;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of the selected row's URL tell together: looked up in the background while somebody looks, a late answer dropped. Screen thread. Of many rows it looks at
 * the {@value #BEFORE} before and the {@value #AFTER} after the selected one, and says so.
 */
public final class AcrossModel {
    static final int BEFORE = 400;
    static final int AFTER = 100;

    private final Lane lane;
    private final ReadOnlyObjectWrapper<AcrossReport> report =
            new ReadOnlyObjectWrapper<>(this, "report", AcrossReport.NONE);
    private @Nullable ExchangeLog log;
    private @Nullable UrlIndex index;
    private @Nullable ContentPrints prints;
    private @Nullable HttpExchange shown;
    private boolean wanted;
    private boolean answered = true;

    public AcrossModel(Background background) {
        lane = background.lane();
    }

    public ReadOnlyObjectProperty<AcrossReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return lane.busyProperty();
    }

    /** Reads from another session from now on. */
    public void use(ExchangeLog newLog, Bodies bodies) {
        log = newLog;
        index = new UrlIndex(newLog);
        prints = new ContentPrints(bodies);
        show(null);
    }

    /** Seen from another row; null for none. */
    public void show(@Nullable HttpExchange exchange) {
        shown = exchange;
        answered = exchange == null;
        lane.cancel();
        if (exchange == null) {
            report.set(AcrossReport.NONE);
        } else {
            ask();
        }
    }

    /** Whether somebody looks; while nobody does, nothing is looked up. */
    public void setWanted(boolean on) {
        wanted = on;
        if (on) {
            ask();
        } else {
            lane.cancel();
        }
    }

    private void ask() {
        HttpExchange exchange = shown;
        ExchangeLog from = log;
        UrlIndex urls = index;
        ContentPrints contents = prints;
        if (!wanted || answered || exchange == null || from == null || urls == null || contents == null) {
            return;
        }
        lane.ask(
                progress -> look(exchange, from, urls, contents, progress),
                found -> {
                    if (found != null) {
                        answered = true;
                        report.set(found);
                    }
                },
                failure -> {
                    answered = true;
                    report.set(AcrossReport.failed(String.valueOf(failure.getMessage())));
                });
    }

    private static @Nullable AcrossReport look(
            HttpExchange exchange, ExchangeLog from, UrlIndex urls, ContentPrints contents, Lane.Progress progress)
            throws IOException {
        UrlIndex.Found found = urls.of(exchange, BEFORE, AFTER, () -> progress.report(0));
        if (found == null) {
            return null;
        }
        List<HttpExchange> others = new ArrayList<>();
        for (ExchangeId id : found.nearest()) {
            if (!progress.report((double) others.size() / (found.nearest().size() + 1))) {
                return null;
            }
            if (from.find(id).orElse(null) instanceof HttpExchange other) {
                others.add(other);
            }
        }
        synchronized (contents) { // the one before may still be reading
            ContentPrints.Asked asked = contents.ask();
            AcrossRows rows = AcrossRows.of(exchange, others, asked, () -> progress.report(0));
            int beyond = found.all() - found.nearest().size();
            return rows == null ? null : AcrossReport.of(exchange, rows, beyond, asked.leftOut());
        }
    }
}
