package dev.hopscope.ui.diff;

import dev.hopscope.ui.diff.Way.Arrow;
import dev.hopscope.ui.diff.Way.Kind;
import dev.hopscope.ui.diff.Way.Lane;
import dev.hopscope.ui.diff.Way.Tint;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws a {@link Way}: lanes, arrows, marks, times. FX thread. Takes its colours from the style sheet, all else from the data. */
public final class WayCanvas extends Region {
    private static final StyleablePropertyFactory<WayCanvas> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final List<String> PAINTS = List.of(
            "text",
            "muted",
            "faint",
            "line",
            "lane",
            "box",
            "own",
            "own-bg",
            "own-line",
            "own-fill",
            "neutral",
            "s1",
            "s2",
            "s3",
            "s4",
            "s5");

    private final Map<String, StyleableProperty<Paint>> paints = new HashMap<>();
    private final Canvas canvas = new Canvas();
    /** Carry fonts and scale out of the style sheet. */
    private final Label plain = new Label();

    private final Label strong = new Label();
    private final Label medium = new Label();
    private final Label wire = new Label();
    private final Text measure = new Text();
    private Way way = Way.NONE;

    public WayCanvas() {
        getStyleClass().add("way");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        PAINTS.forEach(name -> paints.put(name, paint(name)));
        strong.getStyleClass().add("strong");
        medium.getStyleClass().add("medium");
        wire.getStyleClass().add("mono");
        for (Label label : List.of(plain, strong, medium, wire)) {
            label.getStyleClass().add("caption");
            label.setVisible(false);
            label.setManaged(false);
            label.fontProperty().subscribe(f -> changed());
        }
        getChildren().addAll(canvas, plain, strong, medium, wire);
        setMinWidth(0);
    }

    private StyleableProperty<Paint> paint(String name) {
        StyleableProperty<Paint> property = FACTORY.createStyleablePaintProperty(
                this, name, "-hs-way-" + name, w -> Objects.requireNonNull(w.paints.get(name)), Color.GRAY);
        ((javafx.beans.value.ObservableValue<?>) property).addListener((javafx.beans.InvalidationListener) p -> draw());
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    public void show(Way shown) {
        way = shown;
        setAccessibleText(shown.text());
        changed();
    }

    private void changed() {
        requestLayout();
        draw();
    }

    private double em() {
        return plain.getFont().getSize() / 0.958;
    }

    private Paint of(String name) {
        return Objects.requireNonNull(paints.get(name)).getValue();
    }

    private Paint of(Tint tint) {
        return of(tint.name().toLowerCase(Locale.ROOT));
    }

    @Override
    protected double computePrefHeight(double width) {
        return WayLayout.of(way, width > 0 ? width : getWidth(), em()).height();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 30 * em();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        if (paints.size() < PAINTS.size()) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (way.lanes().isEmpty() || canvas.getWidth() < 12 * em()) {
            return;
        }
        WayLayout layout = WayLayout.of(way, canvas.getWidth(), em());
        g.setTextBaseline(VPos.CENTER);
        lanes(g, layout);
        String last = "";
        for (WayLayout.Place place : layout.places()) {
            arrow(g, layout, place);
            String at = place.arrow().at();
            if (!place.arrow().beside() && !at.isEmpty() && !at.equals(last)) {
                text(g, wire, of("muted"), TextAlignment.LEFT, at, em(), place.y(), WayLayout.times(em()));
                last = at;
            }
        }
    }

    private void lanes(GraphicsContext g, WayLayout layout) {
        double top = Math.round(0.7 * em());
        for (int i = 0; i < way.lanes().size(); i++) {
            Lane lane = way.lanes().get(i);
            double x = layout.lanes().get(i);
            double bottom = top + layout.boxHeight();
            g.setLineWidth(1.5);
            g.setStroke(of("lane"));
            g.strokeLine(x, bottom, x, layout.height());
            if (lane.own()) {
                g.setFill(of("own-fill"));
                g.fillRoundRect(
                        x - 0.3 * em(), bottom + 1.2 * em(), 0.6 * em(), layout.height() - bottom - 1.2 * em(), 3, 3);
            }
            double left = layout.boxes().get(i) + 0.5;
            double middle = left + layout.boxWidth() / 2;
            g.setFill(of(lane.own() ? "own-bg" : "box"));
            g.fillRoundRect(left, top + 0.5, layout.boxWidth(), layout.boxHeight(), 8, 8);
            g.setLineWidth(1);
            g.setStroke(of(lane.own() ? "own-line" : "line"));
            g.strokeRoundRect(left, top + 0.5, layout.boxWidth(), layout.boxHeight(), 8, 8);
            double room = layout.boxWidth() - em();
            boolean alone = lane.address().isEmpty();
            text(
                    g,
                    strong,
                    of(lane.own() ? "own" : "text"),
                    TextAlignment.CENTER,
                    lane.name(),
                    middle,
                    top + (alone ? 1.5 : 0.95) * em(),
                    room);
            text(g, wire, of("muted"), TextAlignment.CENTER, lane.address(), middle, top + 2.1 * em(), room);
        }
    }

    private void arrow(GraphicsContext g, WayLayout layout, WayLayout.Place place) {
        Arrow a = place.arrow();
        Paint paint = of(a.tint());
        g.setStroke(paint);
        g.setFill(paint);
        g.setLineWidth(1.5);
        if (a.kind() == Kind.SETUP || a.kind() == Kind.AWAITED) {
            g.setLineDashes(4, 3);
        }
        double end = a.kind() == Kind.FAILED
                ? (place.from() + place.to()) / 2
                        + Math.signum(place.to() - place.from()) * 0.3 * Math.abs(place.to() - place.from())
                : place.to();
        g.strokeLine(place.from(), place.y(), end, place.y());
        g.setLineDashes();
        double way = Math.signum(place.to() - place.from());
        if (a.kind() == Kind.FAILED) {
            cross(g, end, place.y());
        } else {
            head(g, place.to(), place.y(), way);
            if (a.kind() == Kind.BOTH || a.kind() == Kind.SETUP) {
                head(g, place.from(), place.y(), -way);
            }
        }
        words(g, layout, place);
    }

    private void words(GraphicsContext g, WayLayout layout, WayLayout.Place place) {
        Arrow a = place.arrow();
        double middle = (place.left() + place.right()) / 2;
        double room = place.right() - place.left() - em();
        double chip = a.mark().isEmpty() ? 0 : width(medium, a.mark()) + 1.6 * em();
        boolean stacked = chip > 0 && layout.compact();
        double away = stacked || chip == 0 ? 0 : chip + 1.6 * em();
        boolean markRight = layout.lanes().get(ownLane()) > place.left() + em();
        Paint titlePaint = of(a.kind() == Kind.FAILED ? "s5" : "text");
        beside(g, wire, titlePaint, a.title(), middle, place.y() - 0.85 * em(), room, away, markRight);
        if (!stacked) {
            beside(g, plain, of("faint"), a.more(), middle, place.y() + 0.85 * em(), room, away, markRight);
        }
        if (chip > 0) {
            int own = ownLane();
            double at = layout.lanes().get(own);
            boolean right = at <= place.left() + em();
            double left = stacked
                    ? Math.max(place.left(), middle - chip / 2)
                    : right ? place.left() + 1.2 * em() : place.right() - 1.2 * em() - chip;
            chip(g, a, left, stacked ? place.y() + 0.85 * em() : place.y(), Math.min(chip, room + em()));
        }
    }

    /** Centred, or, where the mark would cover it, centred in what the mark leaves. */
    private void beside(
            GraphicsContext g,
            Label font,
            Paint fill,
            String text,
            double middle,
            double y,
            double room,
            double away,
            boolean markRight) {
        boolean covered = away > 0 && room / 2 - width(font, text) / 2 < away;
        double x = covered ? middle + (markRight ? -away / 2 : away / 2) : middle;
        text(g, font, fill, TextAlignment.CENTER, text, x, y, covered ? room - away : room);
    }

    private void chip(GraphicsContext g, Arrow a, double left, double y, double width) {
        double height = Math.round(1.5 * em());
        boolean bad = a.kind() == Kind.FAILED;
        double x = Math.round(left) + 0.5;
        double top = Math.round(y - height / 2) + 0.5;
        g.setFill(of(bad ? "box" : "own-bg"));
        g.fillRoundRect(x, top, width, height, 7, 7);
        g.setStroke(of(bad ? "s5" : "own-line"));
        g.setLineWidth(1);
        g.strokeRoundRect(x, top, width, height, 7, 7);
        text(
                g,
                medium,
                of(bad ? "s5" : "own"),
                TextAlignment.CENTER,
                a.mark(),
                left + width / 2,
                y,
                width - 0.4 * em());
    }

    private int ownLane() {
        for (int i = 0; i < way.lanes().size(); i++) {
            if (way.lanes().get(i).own()) {
                return i;
            }
        }
        return 0;
    }

    private void head(GraphicsContext g, double x, double y, double way) {
        double size = 0.6 * em();
        g.fillPolygon(
                new double[] {x, x - way * size, x - way * size},
                new double[] {y, y - size * 0.45, y + size * 0.45},
                3);
    }

    private void cross(GraphicsContext g, double x, double y) {
        double size = 0.4 * em();
        g.setLineWidth(2);
        g.strokeLine(x - size, y - size, x + size, y + size);
        g.strokeLine(x - size, y + size, x + size, y - size);
    }

    private double width(Label font, String text) {
        measure.setFont(font.getFont());
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    private void text(
            GraphicsContext g,
            Label carrier,
            Paint fill,
            TextAlignment align,
            String text,
            double x,
            double y,
            double room) {
        if (text.isEmpty() || room < em()) {
            return;
        }
        Font font = carrier.getFont();
        g.setFont(font);
        g.setFill(fill);
        g.setTextAlign(align);
        g.fillText(fitted(carrier, text, room), x, y);
    }

    private String fitted(Label font, String text, double room) {
        double width = width(font, text);
        if (width <= room) {
            return text;
        }
        int keep = (int) Math.max(1, text.length() * (room / width) - 1);
        return text.substring(0, Math.min(keep, text.length())) + "\u2026";
    }
}
