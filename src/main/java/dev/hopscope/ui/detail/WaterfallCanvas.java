package dev.hopscope.ui.detail;

import dev.hopscope.ui.detail.Waterfall.Bar;
import dev.hopscope.ui.detail.Waterfall.Kind;
import dev.hopscope.ui.detail.Waterfall.Leg;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import javafx.scene.text.TextAlignment;

/** Draws a waterfall: names, bars on a common axis, lengths. FX thread. Takes its colours from the style sheet, its words and times from the data. */
final class WaterfallCanvas extends Region {
    private static final StyleablePropertyFactory<WaterfallCanvas> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Map<Kind, StyleableProperty<Paint>> bars = new EnumMap<>(Kind.class);
    private final StyleableProperty<Paint> text = paint("text", "-hs-waterfall-text");
    private final StyleableProperty<Paint> muted = paint("muted", "-hs-waterfall-muted");
    private final StyleableProperty<Paint> line = paint("line", "-hs-waterfall-line");
    private final Canvas canvas = new Canvas();
    /** Carries fonts and scale out of the style sheet. */
    private final Label interfaceFont = new Label();

    private final Label headFont = new Label();
    private final Label wireFont = new Label();

    private Waterfall data = new Waterfall(List.of(), 0, -1);
    private boolean heads = true;

    WaterfallCanvas() {
        getStyleClass().add("waterfall");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        for (Kind kind : Kind.values()) {
            bars.put(kind, paint(kind.name(), "-hs-waterfall-" + kind.name().toLowerCase(java.util.Locale.ROOT)));
        }
        headFont.getStyleClass().add("medium");
        wireFont.getStyleClass().add("mono");
        for (Label label : List.of(interfaceFont, headFont, wireFont)) {
            label.getStyleClass().add("caption");
            label.setVisible(false);
            label.setManaged(false);
            label.fontProperty().subscribe(f -> changed());
        }
        getChildren().addAll(canvas, interfaceFont, headFont, wireFont);
        setMinWidth(0);
    }

    private StyleableProperty<Paint> paint(String name, String css) {
        var property = FACTORY.createStyleablePaintProperty(this, name, css, w -> w.property(name), Color.GRAY);
        ((javafx.beans.value.ObservableValue<?>) property).subscribe(p -> draw());
        return property;
    }

    private StyleableProperty<Paint> property(String name) {
        return switch (name) {
            case "text" -> text;
            case "muted" -> muted;
            case "line" -> line;
            default -> java.util.Objects.requireNonNull(bars.get(Kind.valueOf(name)));
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    void show(Waterfall waterfall) {
        data = waterfall;
        setAccessibleText(waterfall.text());
        changed();
    }

    /** Whether the two legs have heads of their own. */
    void setHeads(boolean shown) {
        if (heads != shown) {
            heads = shown;
            changed();
        }
    }

    private void changed() {
        requestLayout();
        draw();
    }

    private double em() {
        return interfaceFont.getFont().getSize();
    }

    private double row() {
        return Math.round(1.48 * em());
    }

    /** Heads and bars from the top: a leg begins with its head. */
    private List<Object> rows() {
        List<Object> rows = new ArrayList<>();
        for (Leg leg : Leg.values()) {
            List<Bar> own = data.bars().stream().filter(b -> b.leg() == leg).toList();
            if (heads && !own.isEmpty()) {
                rows.add(leg);
            }
            rows.addAll(own);
        }
        return rows;
    }

    @Override
    protected double computePrefHeight(double width) {
        return data.bars().isEmpty() ? 0 : row() * (rows().size() + 1.4);
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
        if (bars.size() < Kind.values().length) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double left = Math.round(10.2 * em());
        double right = Math.round(canvas.getWidth() - 5.2 * em());
        if (data.bars().isEmpty() || right - left < 20) {
            return;
        }
        int marks = right - left > 18 * em() ? 4 : 2;
        long step = Waterfall.step(Math.max(1, data.total()), marks);
        double scale = (right - left) / ((double) step * marks);
        axis(g, left, scale, step, marks);
        double top = 1.4 * row();
        for (Object row : rows()) {
            switch (row) {
                case Leg leg -> head(g, leg, top);
                case Bar bar -> bar(g, bar, left, scale, top);
                default -> throw new IllegalStateException();
            }
            top += row();
        }
        if (data.firstByte() >= 0) {
            double x = Math.round(left + data.firstByte() * scale) + 0.5;
            g.setStroke(muted.getValue());
            g.setLineDashes(2, 2);
            g.strokeLine(x, row(), x, top);
            g.setLineDashes();
        }
    }

    private void axis(GraphicsContext g, double left, double scale, long step, int marks) {
        boolean seconds = step * marks >= 2_000_000_000L;
        g.setFont(wireFont.getFont());
        g.setTextBaseline(VPos.CENTER);
        g.setStroke(line.getValue());
        g.setLineWidth(1);
        for (int i = 0; i <= marks; i++) {
            double x = Math.round(left + i * step * scale) + 0.5;
            g.strokeLine(x, row(), x, canvas.getHeight());
            g.setFill(muted.getValue());
            g.setTextAlign(TextAlignment.CENTER);
            String label = number(i * step / (seconds ? 1e9 : 1e6));
            g.fillText(label, x, row() * 0.45);
            if (i == marks) {
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText(seconds ? " s" : " ms", x + label.length() * 0.3 * em() + 1, row() * 0.45);
            }
        }
    }

    private void head(GraphicsContext g, Leg leg, double top) {
        g.setFont(headFont.getFont());
        g.setFill(muted.getValue());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(
                Messages.text(leg == Leg.CLIENT ? "detail.time.clientLeg" : "detail.time.originLeg"),
                0,
                top + row() / 2);
    }

    private void bar(GraphicsContext g, Bar bar, double left, double scale, double top) {
        double middle = top + row() / 2;
        g.setFont(interfaceFont.getFont());
        g.setFill(muted.getValue());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(bar.label(), heads ? 0.7 * em() : 0, middle);
        if (bar.earlier()) {
            g.fillText(Messages.text("detail.timing.earlier"), left + 4, middle);
        } else {
            g.setFill(property(bar.kind().name()).getValue());
            double height = Math.round(0.75 * em());
            double width = Math.max(1.5, bar.length() * scale);
            g.fillRoundRect(left + bar.start() * scale, Math.round(middle - height / 2), width, height, 3, 3);
        }
        g.setFont(wireFont.getFont());
        g.setFill(text.getValue());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Wording.span(bar.length()), canvas.getWidth(), middle);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : Double.toString(Math.round(value * 1000) / 1000.0);
    }
}
