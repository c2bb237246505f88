package dev.hopscope.ui.kit;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Gives a control its tip and, unless it has text, its name for assistive technology. FX thread. */
public final class Tips {
    private Tips() {}

    public static void on(Control control, String text) {
        Tooltip tip = control.getTooltip();
        if (tip == null) {
            tip = new Tooltip();
            tip.setShowDelay(Duration.millis(500));
            control.setTooltip(tip);
        }
        tip.setText(text);
    }

    /** The same text as tip and as name. */
    public static void name(Control control, String text) {
        on(control, text);
        control.setAccessibleText(text);
    }
}
