package dev.hopscope.ui.editor;

import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.proxy.ProxyState;
import org.jspecify.annotations.Nullable;

/** What keeps any draft from being sent; each can be removed by a button. */
public enum Hindrance {
    /** A session of the past is shown. */
    PAST,
    /** Recording is off: there would be no row, and so no response to show. */
    PAUSED,
    /** The recorder stopped, for want of a disk. */
    STOPPED,
    /** The proxy does not listen. */
    OFF;

    /** Null where nothing does. */
    static @Nullable Hindrance of(@Nullable Session session, ProxyState proxy) {
        if (session == null || !(proxy instanceof ProxyState.Listening)) {
            return session != null && session.readOnly() ? PAST : OFF;
        }
        return switch (session.state()) {
            case RecordingState.ReadOnly r -> PAST;
            case RecordingState.Paused p -> PAUSED;
            case RecordingState.Stopped s -> STOPPED;
            case RecordingState.Recording r -> null;
            case RecordingState.Slowed s -> null;
        };
    }
}
