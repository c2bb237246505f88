package dev.hopscope.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.beans.NamedArg;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.bootstrapicons.BootstrapIconsIkonHandler;

/**
 * One icon of Bootstrap Icons, as a letter of its font: it scales with the text and takes its colour from the style sheet. FX thread. Carries no meaning for
 * assistive technology: the control around it has the name.
 */
public final class Glyph extends Text {
    static {
        try (InputStream font = new BootstrapIconsIkonHandler().getFontResourceAsStream()) {
            Objects.requireNonNull(Font.loadFont(font, 16), "bootstrap-icons");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String literal = "";

    /** @param literal {@code bi-} and the icon's name */
    public Glyph(@NamedArg("literal") String literal) {
        getStyleClass().add("glyph");
        setLiteral(literal);
    }

    /** @param literal {@code bi-} and the icon's name; empty for no icon */
    public void setLiteral(String literal) {
        if (!literal.equals(this.literal)) {
            this.literal = literal;
            setText(literal.isEmpty() ? "" : letter(literal));
        }
    }

    public String getLiteral() {
        return literal;
    }

    /**
     * The icon as text of the font {@code bootstrap-icons}, which it loads.
     *
     * @throws IllegalArgumentException for a name the pack lacks
     */
    public static String letter(String literal) {
        return Character.toString(BootstrapIcons.findByDescription(literal).getCode());
    }
}
