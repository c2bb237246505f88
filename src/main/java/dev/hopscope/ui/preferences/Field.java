package dev.hopscope.ui.preferences;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A text the user types, what it means, and what is wrong with it. One thread.
 *
 * @param <T> what the text stands for
 */
final class Field<T> {
    /** Says what is wrong, in a message shown beside the field. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    /** From text to what it stands for. */
    @FunctionalInterface
    interface Reader<T> {
        T read(String text) throws Wrong;
    }

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<@Nullable String> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    private final Reader<T> reader;
    private final Function<T, String> writer;
    private T value;

    Field(T value, Function<T, String> writer, Reader<T> reader) {
        this.value = value;
        this.reader = reader;
        this.writer = writer;
        set(value);
        text.subscribe(typed -> read(typed));
    }

    void set(T newValue) {
        value = newValue;
        text.set(writer.apply(newValue));
    }

    /** The last that could be read. */
    T value() {
        return value;
    }

    StringProperty textProperty() {
        return text;
    }

    /** Null if nothing is wrong. */
    ReadOnlyObjectProperty<@Nullable String> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Says that what was typed cannot be used after all, until something else is typed. */
    void refuse(String why) {
        problem.set(why);
    }

    /** Looks at what is typed again. */
    void recheck() {
        read(text.get());
    }

    private void read(String typed) {
        try {
            value = reader.read(typed.strip());
            problem.set(null);
        } catch (Wrong e) {
            problem.set(e.getMessage());
        }
    }
}
