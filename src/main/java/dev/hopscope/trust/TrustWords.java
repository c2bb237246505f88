package dev.hopscope.trust;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of this package, shown by window, pages and commands alike. Any thread. A missing key is an error of ours and throws. */
final class TrustWords {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.hopscope.trust.messages", Locale.ROOT, TrustWords.class.getClassLoader());

    private TrustWords() {}

    static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }

    /** Empty where there is nothing to say. */
    static String optional(String key) {
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : "";
    }
}
