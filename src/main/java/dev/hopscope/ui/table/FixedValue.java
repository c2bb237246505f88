package dev.hopscope.ui.table;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A value that never changes and so remembers no listener: rows are immutable, and a cell asks for one at each turn. */
record FixedValue<T extends @Nullable Object>(T value) implements ObservableValue<T> {
    @Override
    public T getValue() {
        return value;
    }

    @Override
    public void addListener(ChangeListener<? super T> listener) {}

    @Override
    public void removeListener(ChangeListener<? super T> listener) {}

    @Override
    public void addListener(InvalidationListener listener) {}

    @Override
    public void removeListener(InvalidationListener listener) {}
}
