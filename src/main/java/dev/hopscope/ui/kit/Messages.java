package dev.hopscope.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the window, from its resource bundle. Any thread. A missing key is an error of ours and throws.
 */
public final class Messages {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.hopscope.ui.messages", Locale.ROOT, Messages.class.getClassLoader());

    private Messages() {}

    /** For FXML. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /**
     * The text of a key, with its places filled ({@link MessageFormat}); without arguments the text as it stands.
     *
     * @throws java.util.MissingResourceException for an unknown key
     */
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }
}
