package dev.hopscope.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A column as high as its words need at its own width: menus and popups ask for a height without saying how wide it will be. FX thread. Wraps nothing itself. */
public final class WordsColumn extends VBox {
    @Override
    public @Nullable Orientation getContentBias() {
        return null;
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(prefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
