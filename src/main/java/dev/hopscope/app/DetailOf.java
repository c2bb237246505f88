package dev.hopscope.app;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.detail.DetailModel;
import dev.hopscope.ui.detail.DetailView;
import dev.hopscope.ui.shell.DetailPane;
import java.util.List;
import javafx.scene.Parent;

/** The detail pane as the window knows it. FX thread. */
record DetailOf(DetailModel model, DetailView view) implements DetailPane {
    @Override
    public Parent node() {
        return view.node();
    }

    @Override
    public void use(Session session) {
        model.use(session.log(), session.bodies());
    }

    @Override
    public void setFocused(boolean on) {
        view.setFocused(on);
    }

    @Override
    public void place(int position, int rows) {
        view.place(position, rows);
    }

    @Override
    public void show(List<ExchangeRow> selected) {
        switch (selected.size()) {
            case 0 -> model.showNothing();
            case 1 -> model.show(new ExchangeId(selected.getFirst().id()));
            default ->
                model.showSeveral(
                        selected.size(),
                        selected.stream()
                                .mapToLong(row -> Math.max(0, row.requestBytes()))
                                .sum(),
                        selected.stream()
                                .mapToLong(row -> Math.max(0, row.responseBytes()))
                                .sum());
        }
    }
}
