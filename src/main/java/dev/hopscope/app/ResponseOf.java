package dev.hopscope.app;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.detail.DetailModel;
import dev.hopscope.ui.detail.DetailView;
import dev.hopscope.ui.editor.ResponsePlace;
import javafx.scene.Parent;

/** What shows the response of a draft, as the editor knows it. FX thread. */
record ResponseOf(DetailModel model, DetailView view) implements ResponsePlace {
    @Override
    public Parent node() {
        return view.node();
    }

    @Override
    public void show(ExchangeId id) {
        model.show(id);
    }

    @Override
    public void showNothing() {
        model.showNothing();
    }
}
