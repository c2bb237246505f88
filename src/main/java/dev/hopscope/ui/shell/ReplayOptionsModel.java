package dev.hopscope.ui.shell;

import dev.hopscope.exchange.Origin;
import dev.hopscope.replay.ReplayEdit;
import dev.hopscope.replay.ReplayOptions;
import dev.hopscope.replay.RequestUrl;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The options of a replay while they are chosen. FX thread. Sends nothing. */
final class ReplayOptionsModel {
    /** So many places are offered again. */
    static final int MOST_PLACES = 8;

    private static final String PLACES = "replay.places";

    final ObjectProperty<ReplayEdit> edit = new SimpleObjectProperty<>(this, "edit", ReplayEdit.NONE);
    /** Another place to send it to, as typed; empty for its own origin. */
    final StringProperty place = new SimpleStringProperty(this, "place", "");

    final BooleanProperty hostFollows = new SimpleBooleanProperty(this, "hostFollows", true);
    final BooleanProperty follow = new SimpleBooleanProperty(this, "follow");
    final BooleanProperty freshCookies = new SimpleBooleanProperty(this, "freshCookies");
    final BooleanProperty direct = new SimpleBooleanProperty(this, "direct");

    private final Memory memory;
    private final String scheme;
    private final boolean upstream;

    /**
     * @param scheme of the first request: that of a place typed without one
     * @param upstream whether there is an upstream proxy
     */
    ReplayOptionsModel(Memory memory, String scheme, boolean upstream) {
        this.memory = memory;
        this.scheme = scheme;
        this.upstream = upstream;
    }

    boolean upstream() {
        return upstream;
    }

    /** The places used last, newest first. */
    List<String> places() {
        String kept = memory.get(PLACES);
        return kept == null || kept.isEmpty() ? List.of() : List.of(kept.split("\n"));
    }

    /** What is wrong with what is typed, in words; null for nothing. */
    @Nullable
    String problem() {
        if (place.get().isBlank()) {
            return null;
        }
        RequestUrl url = url();
        if (url instanceof RequestUrl.Faulty faulty) {
            return Messages.text("editor.flaw.url." + faulty.fault().name().toLowerCase(Locale.ROOT));
        }
        if (url instanceof RequestUrl.Asked asked && !asked.target().equals("/")) {
            return Messages.text("replay.options.place.path");
        }
        Origin to = elsewhere();
        return to != null && !to.secure() && upstream && !direct.get() && !hostFollows.get()
                ? Messages.text("replay.options.place.host")
                : null;
    }

    private RequestUrl url() {
        String typed = place.get().strip();
        return RequestUrl.of(typed.contains("://") ? typed : scheme + "://" + typed, "GET", false);
    }

    /** Where it goes instead; null for its own origin, and while what is typed is no place. */
    @Nullable
    Origin elsewhere() {
        return !place.get().isBlank() && url() instanceof RequestUrl.Asked asked ? asked.origin() : null;
    }

    /** The options as they stand; remembers the place. */
    ReplayOptions take() {
        Origin to = elsewhere();
        if (to != null) {
            List<String> places = new ArrayList<>(places());
            places.remove(to.toString());
            places.addFirst(to.toString());
            memory.put(PLACES, String.join("\n", places.subList(0, Math.min(MOST_PLACES, places.size()))));
        }
        return new ReplayOptions(
                edit.get(), to, hostFollows.get(), follow.get(), freshCookies.get(), upstream && direct.get());
    }
}
