package dev.hopscope.snippet.noproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as JavaScript cuts and folds it; pure functions. */
final class JavaScriptText {
    private JavaScriptText() {}

    /** {@code split(/[,\s]/)}: empty parts are kept. */
    static List<String> splitAtCommasAndBlanks(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',' || Blanks.javaScript(text.charAt(i))) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }

    /** {@code split(/[,\s]+/)}: an empty part only at either end. */
    static List<String> splitAtRunsOfCommasAndBlanks(String text) {
        List<String> parts = new ArrayList<>();
        List<String> single = splitAtCommasAndBlanks(text);
        for (int i = 0; i < single.size(); i++) {
            if (!single.get(i).isEmpty() || i == 0 || i == single.size() - 1) {
                parts.add(single.get(i));
            }
        }
        if (parts.size() == 2 && parts.get(0).isEmpty() && parts.get(1).isEmpty() && single.size() < 2) {
            parts.remove(1);
        }
        return parts;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
