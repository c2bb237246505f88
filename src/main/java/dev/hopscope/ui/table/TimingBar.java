package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * How long an exchange took and with what, as a bar: length by a logarithmic scale from 4 ms to 40 s. FX thread. Four shapes, made once; says nothing to
 * assistive technology, since the duration stands beside it.
 */
final class TimingBar extends Region {
    private static final double LONGEST = 50;
    private static final double SHORTEST = 3;
    private static final double HEIGHT = 8;
    private static final double LOG_LEAST = Math.log(4_000);
    private static final double LOG_MOST = Math.log(40_000_000);

    private final Rectangle setup = part("setup");
    private final Rectangle wait = part("wait");
    private final Rectangle receive = part("receive");
    private final Rectangle outline = part("outline");

    TimingBar() {
        getStyleClass().add("timing-bar");
        getChildren().addAll(setup, wait, receive, outline);
        setMinSize(0, 0);
        setMouseTransparent(true);
    }

    private static Rectangle part(String name) {
        Rectangle part = new Rectangle();
        part.getStyleClass().add(name);
        part.setManaged(false);
        part.setHeight(HEIGHT);
        return part;
    }

    void show(ExchangeRow row, long nowMicros) {
        double length = length(RowText.micros(row, nowMicros));
        boolean pending = row.state() == ExchangeRow.State.PENDING;
        boolean tunnel = row.kind() == ExchangeRow.Kind.TUNNEL;
        outline.setVisible(pending && !tunnel);
        if (pending && !tunnel) {
            outline.setWidth(Math.max(8, length));
            place(setup, 0, 0);
            place(wait, 0, 0);
            place(receive, 0, 0);
            return;
        }
        double total = Math.max(1, row.setupMicros() + row.waitMicros() + row.receiveMicros());
        boolean plain = tunnel || row.setupMicros() + row.waitMicros() + row.receiveMicros() == 0;
        double first = plain ? length : Math.round(length * row.setupMicros() / total);
        double second = plain ? 0 : Math.round(length * row.waitMicros() / total);
        setup.setHeight(tunnel ? 3 : HEIGHT);
        setup.setY(wait.getY() + (HEIGHT - setup.getHeight()) / 2);
        place(setup, 0, first);
        place(wait, first, second);
        place(receive, first + second, Math.max(0, length - first - second));
    }

    private void place(Rectangle part, double x, double width) {
        part.setX(x);
        part.setWidth(width);
        part.setVisible(width > 0);
    }

    static double length(long micros) {
        if (micros <= 0) {
            return 0;
        }
        double share = (Math.log(micros) - LOG_LEAST) / (LOG_MOST - LOG_LEAST);
        return Math.round(SHORTEST + (LONGEST - SHORTEST) * Math.clamp(share, 0, 1));
    }

    @Override
    protected void layoutChildren() {
        double top = snapPositionY((getHeight() - HEIGHT) / 2);
        setup.setY(top + (HEIGHT - setup.getHeight()) / 2);
        wait.setY(top);
        receive.setY(top);
        outline.setY(top + 0.5);
        outline.setX(0.5);
        outline.setHeight(HEIGHT - 1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return LONGEST;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }
}
