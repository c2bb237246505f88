package dev.hopscope.ui.kit;

import javafx.beans.NamedArg;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;

/** The mark: three hops, the middle one under a lens. FX thread. Coloured by the theme. */
public final class Logo extends StackPane {
    /** @param size of its square, in pixels */
    public Logo(@NamedArg(value = "size", defaultValue = "38") double size) {
        Shape lens = line(new Circle(7.4, 7.4, 4.2), "ring", 1.8);
        Group mark = new Group(
                line(new Line(4.5, 4.5, 2.2, 2.2), "far-line", 1.5),
                line(new Line(10.4, 10.4, 13.5, 13.5), "line", 1.9),
                lens,
                fill(new Circle(7.4, 7.4, 1.65), "near"),
                fill(new Circle(2.2, 2.2, 1.6), "far"),
                fill(new Circle(13.5, 13.5, 2), "near"));
        mark.getTransforms().add(new Scale(size / 16, size / 16));
        getStyleClass().add("logo");
        getChildren().add(new Group(mark));
        setMinSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }

    private static Shape line(Shape shape, String style, double width) {
        shape.getStyleClass().add(style);
        shape.setStrokeWidth(width);
        shape.setFill(null);
        return shape;
    }

    private static Shape fill(Shape shape, String style) {
        shape.getStyleClass().add(style);
        return shape;
    }
}
