package dev.hopscope.ui.shell;

import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.ProxyState;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * How the program stands, as all bars of the window see it. FX thread. Finds nothing out itself: the window sets it.
 */
final class ShellModel {
    private final ObjectProperty<@Nullable Session> session = new SimpleObjectProperty<>(this, "session", null);
    private final ObjectProperty<@Nullable Authority> authority = new SimpleObjectProperty<>(this, "authority", null);
    private final ObjectProperty<ProxyState> proxy =
            new SimpleObjectProperty<>(this, "proxy", new ProxyState.Starting());
    private final ObjectProperty<@Nullable RecordingState> recording =
            new SimpleObjectProperty<>(this, "recording", null);
    private final BooleanProperty intercept = new SimpleBooleanProperty(this, "intercept", true);
    private final BooleanProperty cache = new SimpleBooleanProperty(this, "cache", false);
    private final LongProperty sizeOnDisk = new SimpleLongProperty(this, "sizeOnDisk");
    private final LongProperty perSecond = new SimpleLongProperty(this, "perSecond", -1);
    private final LongProperty heapUsed = new SimpleLongProperty(this, "heapUsed");
    private final LongProperty heapMost = new SimpleLongProperty(this, "heapMost");
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");

    /** The session shown; null until there is one. */
    ObjectProperty<@Nullable Session> sessionProperty() {
        return session;
    }

    /** Null until it is known. */
    ObjectProperty<@Nullable Authority> authorityProperty() {
        return authority;
    }

    ObjectProperty<ProxyState> proxyProperty() {
        return proxy;
    }

    /** Of the session shown; null until there is one. */
    ObjectProperty<@Nullable RecordingState> recordingProperty() {
        return recording;
    }

    BooleanProperty interceptProperty() {
        return intercept;
    }

    /** Whether the proxy answers from a cache of its own. */
    BooleanProperty cacheProperty() {
        return cache;
    }

    LongProperty sizeOnDiskProperty() {
        return sizeOnDisk;
    }

    /** New exchanges a second; -1 where not known. */
    LongProperty perSecondProperty() {
        return perSecond;
    }

    LongProperty heapUsedProperty() {
        return heapUsed;
    }

    LongProperty heapMostProperty() {
        return heapMost;
    }

    /** What went wrong, oldest first, until it is put away. */
    ObservableList<Notice> notices() {
        return notices;
    }

    /** Whether the window is below 1100 px. */
    BooleanProperty narrowProperty() {
        return narrow;
    }

    /** {@code host:port} clients are to be pointed at; empty while nothing listens. */
    String address() {
        return proxy.get() instanceof ProxyState.Listening on ? on.address().toString() : "";
    }
}
