package dev.hopscope.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** How loud something speaks; shown by a pseudo-class, never by colour alone. */
public enum Tone {
    NOTE("note", "bi-info-circle"),
    GOOD("good", "bi-check2"),
    WARNING("warning", "bi-exclamation-triangle"),
    BAD("bad", "bi-exclamation-octagon"),
    HOLLOW("hollow", "");

    private final PseudoClass state;
    private final String icon;

    Tone(String state, String icon) {
        this.state = PseudoClass.getPseudoClass(state);
        this.icon = icon;
    }

    /** The icon that goes with it. */
    public String icon() {
        return icon;
    }

    /** Puts this tone on a node in place of any other. */
    public void on(Node node) {
        for (Tone tone : values()) {
            node.pseudoClassStateChanged(tone.state, tone == this);
        }
    }
}
