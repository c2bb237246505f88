package dev.hopscope.snippet.noproxy;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression of JavaScript in Java's notation, for patterns without look-around and without
 * references to groups; pure functions. */
final class JavaScriptRegex {
    private JavaScriptRegex() {}

    /** Null where {@code new RegExp()} throws. */
    static @Nullable Pattern compile(String source) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        boolean repeatable = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean first = inClass && source.charAt(i - 1) == '[' && java.charAt(java.length() - 1) == '[';
            if (c == '\\') {
                if (++i == source.length()) {
                    return null;
                }
                int octal = octalLength(source, i);
                java.append(octal > 0 ? octal(source.substring(i, i + octal)) : escape(source.charAt(i)));
                i += Math.max(0, octal - 1);
                repeatable = true;
            } else if (inClass) {
                java.append(c == '[' || c == '&' ? "\\" + c : first && c == ']' ? "&&[^\\s\\S]]" : String.valueOf(c));
                inClass = c != ']';
                repeatable = true;
            } else if ("*+?".indexOf(c) >= 0) {
                boolean lazy = c == '?' && i > 0 && "*+?}".indexOf(source.charAt(i - 1)) >= 0 && java.length() > 0;
                if (!repeatable && !lazy) {
                    return null;
                }
                java.append(c);
                repeatable = false;
            } else {
                inClass = c == '[';
                repeatable = "(|^[".indexOf(c) < 0;
                java.append(c == '{' || c == '}' ? "\\" + c : String.valueOf(c));
            }
        }
        try {
            return inClass ? null : Pattern.compile(java.toString());
        } catch (PatternSyntaxException notJavaScriptEither) {
            return null;
        }
    }

    /** Digits of an octal escape: what looks like a reference to a group that the pattern does not have. */
    private static int octalLength(String source, int from) {
        int end = from;
        while (end < source.length() && end < from + 3 && source.charAt(end) >= '0' && source.charAt(end) <= '7') {
            end++;
        }
        boolean tooLarge = end == from + 3 && source.charAt(from) > '3';
        return end - from - (tooLarge ? 1 : 0);
    }

    private static String octal(String digits) {
        return String.format("\\x%02x", Integer.parseInt(digits, 8));
    }

    private static String escape(char c) {
        boolean classOrControl = "dDsSwWbBnrtfv".indexOf(c) >= 0;
        if (c == 'v') {
            return "\\x0b";
        }
        return classOrControl || !(Ascii.letter(c) || Ascii.digit(c)) ? "\\" + c : String.valueOf(c);
    }
}
