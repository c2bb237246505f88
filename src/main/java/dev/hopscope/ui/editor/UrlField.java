package dev.hopscope.ui.editor;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/** The field of the URL: a whole request pasted into it is no URL, and is handed on. FX thread. */
final class UrlField extends TextField {
    /** One line without blanks is a URL, or a piece of one. */
    private static final Pattern PIECE = Pattern.compile("\\s*\\S*\\s*");

    private final Consumer<String> request;

    UrlField(Consumer<String> request) {
        this.request = request;
    }

    @Override
    public void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || piece(text)) {
            super.paste();
        } else {
            request.accept(text);
        }
    }

    static boolean piece(String text) {
        return PIECE.matcher(text).matches() && !text.strip().startsWith("{");
    }
}
