package dev.hopscope.ui.editor;

import org.jspecify.annotations.Nullable;

/**
 * A header line of a draft. Immutable.
 *
 * @param value null while the line has no colon: it then cannot be sent
 * @param on whether it is sent
 * @param follows whether Hopscope writes the value: Host from the URL, Content-Length from the body
 */
public record FieldLine(String name, @Nullable String value, boolean on, boolean follows) {
    public FieldLine(String name, String value) {
        this(name, value, true, false);
    }

    boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }

    String shown() {
        return value == null ? "" : value;
    }

    FieldLine withName(String next) {
        return new FieldLine(next, shown(), on, false);
    }

    /** As written by the user: it then follows nothing. */
    FieldLine withValue(String next) {
        return new FieldLine(name, next, on, false);
    }

    FieldLine following(String derived) {
        return new FieldLine(name, derived, on, true);
    }

    FieldLine with(boolean sent) {
        return new FieldLine(name, value, sent, follows);
    }
}
