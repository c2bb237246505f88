package dev.hopscope.ui.cache;

import dev.hopscope.inspect.cache.CacheState;
import dev.hopscope.inspect.cache.PackedMarks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/**
 * One small mark a layer, the client's side first: each state has a shape of its own, so that no colour is needed to tell them apart. FX thread. Made once for a
 * place and filled again and again; says nothing to assistive technology, since a word stands beside it.
 */
public final class CachePips extends Region {
    private static final double SIZE = 7;
    private static final double GAP = 2;
    private static final Map<CacheState, PseudoClass> STATES = new EnumMap<>(CacheState.class);

    static {
        for (CacheState state : CacheState.values()) {
            STATES.put(state, PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT)));
        }
    }

    private final List<Region> pips = new ArrayList<>();
    private final List<CacheState> shown = new ArrayList<>();

    public CachePips() {
        getStyleClass().add("cache-pips");
        setMouseTransparent(true);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    public void show(PackedMarks marks) {
        List<CacheState> states = new ArrayList<>(marks.size());
        for (int i = 0; i < marks.size(); i++) {
            states.add(marks.state(i));
        }
        show(states);
    }

    void show(List<CacheState> states) {
        while (pips.size() < states.size()) {
            Region pip = new Region();
            pip.getStyleClass().add("pip");
            pips.add(pip);
            getChildren().add(pip);
        }
        boolean resized = shown.size() != states.size();
        for (int i = 0; i < pips.size(); i++) {
            Region pip = pips.get(i);
            pip.setVisible(i < states.size());
            CacheState before = i < shown.size() ? shown.get(i) : null;
            CacheState now = i < states.size() ? states.get(i) : null;
            if (before != now) {
                STATES.forEach((state, pseudoClass) -> pip.pseudoClassStateChanged(pseudoClass, state == now));
            }
        }
        shown.clear();
        shown.addAll(states);
        if (resized) {
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double top = snapPositionY((getHeight() - SIZE) / 2);
        for (int i = 0; i < pips.size(); i++) {
            pips.get(i).resizeRelocate(i * (SIZE + GAP), top, SIZE, SIZE);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return shown.isEmpty() ? 0 : shown.size() * (SIZE + GAP) - GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return SIZE;
    }
}
