package dev.hopscope.ui.compare;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The columns of a row: mark, name, one side or two, remark. FX thread. The same in every row and in the head above, since they follow from the width alone.
 */
final class CompareColumns extends Region {
    private static final double MARK = 2.75;
    private static final double NAME = 18.4;
    private static final double NUMBER = 9.5;
    private static final double REMARK = 15.3;
    /** Widths of the body text below which there is no room for remarks. */
    private static final double WITH_REMARK = 75;

    private final boolean unified;
    private final boolean numbered;

    /** @param numbered whether the name is a number, which needs less room */
    CompareColumns(boolean unified, boolean numbered) {
        this.unified = unified;
        this.numbered = numbered;
        getStyleClass().add("compare-columns");
        setMinWidth(0);
        setPrefWidth(0);
    }

    /** Where the columns begin, and the width they end at; in pixels. */
    record Places(double name, double left, double right, double remark, double end) {
        static Places of(double width, double em, boolean unified, boolean numbered) {
            double name = Math.round(MARK * em);
            double left = Math.round(name + (numbered ? NUMBER : NAME) * em);
            // numbered lines have hardly a remark, and need the room
            double remark = numbered || width < WITH_REMARK * em ? width : Math.round(width - REMARK * em);
            double right = unified ? remark : Math.round((left + remark) / 2);
            return new Places(name, left, right, remark, width);
        }
    }

    /** Characters of the wire's face that have room in a side. */
    static int characters(double width, double em, boolean unified, boolean numbered) {
        Places p = Places.of(width, em, unified, numbered);
        return Math.max(10, (int) ((p.right() - p.left() - 1.8 * em) / (0.6 * 0.958 * em)));
    }

    void add(Region node, String style) {
        node.getStyleClass().add(style);
        getChildren().add(node);
    }

    void add(Label mark, Region name, String style) {
        getChildren().add(mark);
        add(name, style);
    }

    void addRemark(Label remark) {
        getChildren().add(remark);
    }

    private double em() {
        return ((Label) getChildren().getFirst()).getFont().getSize() / 0.958;
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = 0;
        for (var child : getChildren()) {
            height = Math.max(height, child.prefHeight(-1));
        }
        return Math.ceil(height);
    }

    @Override
    protected void layoutChildren() {
        Places p = Places.of(getWidth(), em(), unified, numbered);
        double height = getHeight();
        int size = getChildren().size();
        place(0, 0, p.name(), height);
        place(1, p.name(), p.left(), height);
        place(2, p.left(), unified ? p.remark() : p.right(), height);
        if (!unified) {
            place(3, p.right(), p.remark(), height);
        }
        getChildren().get(size - 1).setVisible(p.remark() < p.end());
        place(size - 1, p.remark(), p.end(), height);
    }

    private void place(int child, double from, double to, double height) {
        getChildren().get(child).resizeRelocate(from, 0, Math.max(0, to - from), height);
    }
}
