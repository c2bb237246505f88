package dev.hopscope.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the window, each once. Any thread. */
final class Keys {
    static final KeyCombination FILTER = of(KeyCode.F);
    static final KeyCombination PALETTE = of(KeyCode.K);
    static final KeyCombination OPEN = of(KeyCode.O);
    static final KeyCombination SAVE = of(KeyCode.S);
    static final KeyCombination QUIT = of(KeyCode.Q);
    static final KeyCombination PREFERENCES = of(KeyCode.COMMA);
    static final KeyCombination RECORDING = shifted(KeyCode.R);
    static final KeyCombination OPEN_TLS = shifted(KeyCode.T);
    static final KeyCombination CACHE = shifted(KeyCode.K);
    static final KeyCombination ENVIRONMENT = shifted(KeyCode.E);
    static final KeyCombination CLEAR = shifted(KeyCode.DELETE);
    static final KeyCombination HIT_RATIO = shifted(KeyCode.H);
    static final KeyCombination CACHE_CONTENTS = shifted(KeyCode.L);
    static final KeyCombination COMPARE = of(KeyCode.D);
    static final KeyCombination COMPARE_PREVIOUS = shifted(KeyCode.D);
    static final KeyCombination COPY_URL = of(KeyCode.C);
    static final KeyCombination COPY_CURL = shifted(KeyCode.C);
    static final KeyCombination COPY_AS_CODE =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
    static final KeyCombination REMOVE = new KeyCodeCombination(KeyCode.DELETE);
    static final KeyCombination FOLLOW = new KeyCodeCombination(KeyCode.END);
    static final KeyCombination REPLAY = new KeyCodeCombination(KeyCode.R);
    static final KeyCombination REPLAY_OPTIONS = new KeyCodeCombination(KeyCode.R, KeyCombination.SHIFT_DOWN);
    static final KeyCombination REPLAY_UNCONDITIONAL = new KeyCodeCombination(KeyCode.U);
    static final KeyCombination REPLAY_CONDITIONAL = new KeyCodeCombination(KeyCode.U, KeyCombination.SHIFT_DOWN);
    static final KeyCombination EDIT = new KeyCodeCombination(KeyCode.E);
    static final KeyCombination NEW_DRAFT = of(KeyCode.N);
    static final KeyCombination NEXT_PANE = new KeyCodeCombination(KeyCode.F6);
    static final KeyCombination PREVIOUS_PANE = new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN);
    static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F10);

    private Keys() {}

    /** A combination as it is shown: {@code Ctrl F}. */
    static String text(KeyCombination keys) {
        return keys.getDisplayText().replace('+', ' ').strip();
    }

    private static KeyCombination of(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
