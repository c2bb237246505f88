package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Memory;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Gives the window the size it had, as far as the screen has room. FX thread. */
final class WindowPlace {
    private static final String KEY = "window.size";

    private WindowPlace() {}

    static void remember(Stage stage, Memory memory) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        double[] size = read(memory.get(KEY));
        stage.setWidth(Math.min(size[0], room.getWidth()));
        stage.setHeight(Math.min(size[1], room.getHeight()));
        stage.setMaximized("true".equals(memory.get("window.maximized")));
        stage.maximizedProperty().subscribe((was, is) -> memory.put("window.maximized", Boolean.toString(is)));
        stage.widthProperty().subscribe((was, is) -> keep(stage, memory));
        stage.heightProperty().subscribe((was, is) -> keep(stage, memory));
    }

    private static void keep(Stage stage, Memory memory) {
        if (!stage.isMaximized() && stage.isShowing()) {
            memory.put(KEY, Math.round(stage.getWidth()) + "x" + Math.round(stage.getHeight()));
        }
    }

    private static double[] read(@Nullable String text) {
        if (text != null && text.matches("\\d{3,5}x\\d{3,5}")) {
            int x = text.indexOf('x');
            return new double[] {Double.parseDouble(text.substring(0, x)), Double.parseDouble(text.substring(x + 1))};
        }
        return new double[] {1440, 900};
    }
}
