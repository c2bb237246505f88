package dev.hopscope.ui.cache;

import javafx.scene.layout.Region;

/** A share as a bar: what came from caches filled, that of which no cache says anything hatched at the other end. FX thread. Its figures stand beside it. */
final class RatioBar extends Region {
    private static final double HEIGHT = 8;

    private final double hit;
    private final double unmarked;
    private final Region filled = new Region();
    private final Region hatched = new Region();

    /** @param hit 0 to 1, as is {@code unmarked}; together at most 1 */
    RatioBar(double hit, double unmarked) {
        this.hit = hit;
        this.unmarked = unmarked;
        getStyleClass().add("ratio-bar");
        filled.getStyleClass().add("hit");
        hatched.getStyleClass().add("unmarked");
        getChildren().setAll(hatched, filled);
        setMinWidth(24);
    }

    @Override
    protected void layoutChildren() {
        double top = snapPositionY((getHeight() - HEIGHT) / 2);
        double least = hit > 0 ? 2 : 0;
        double width = hit >= 1 ? getWidth() : Math.max(least, Math.round(getWidth() * hit));
        filled.resizeRelocate(0, top, width, HEIGHT);
        double rest = Math.round(getWidth() * unmarked);
        hatched.resizeRelocate(getWidth() - rest, top, rest, HEIGHT);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT + 8;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 60;
    }
}
