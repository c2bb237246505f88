package dev.hopscope.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Parameters of a query or a form, in plain words, to edit in place. FX thread. */
final class ParameterTable {
    private final PairTable table;

    /** @param form whether a blank is written as a plus sign */
    ParameterTable(String add, boolean form, Supplier<List<Parameter>> now, Consumer<List<Parameter>> changed) {
        table = new PairTable(add, new PairTable.Edits() {
            private void change(Consumer<List<Parameter>> change) {
                List<Parameter> next = new ArrayList<>(now.get());
                change.accept(next);
                changed.accept(next);
            }

            private void at(int index, UnaryOperator<Parameter> edit) {
                change(all -> all.set(index, edit.apply(all.get(index))));
            }

            @Override
            public void name(int index, String name) {
                at(index, p -> p.withName(name, form));
            }

            @Override
            public void value(int index, String value) {
                at(index, p -> p.withValue(value, form));
            }

            @Override
            public void turn(int index, boolean on) {
                at(index, p -> p.with(on));
            }

            @Override
            public void remove(int index) {
                change(all -> all.remove(index));
            }

            @Override
            public void add() {
                change(all -> all.add(Parameter.of("", "", form)));
            }
        });
    }

    PairTable node() {
        return table;
    }

    void show(List<Parameter> parameters) {
        table.show(parameters.stream()
                .map(p -> new PairTable.Pair(p.name(), p.value(), p.on()))
                .toList());
    }
}
