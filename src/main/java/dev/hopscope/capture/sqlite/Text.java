package dev.hopscope.capture.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small pieces of text as session files have them: numbers, lines, and parts that may hold any character. Pure; any thread. */
final class Text {
    private static final int LONGEST_NUMBER = 9;

    private Text() {}

    /** @return 0 or more */
    static int number(String text) throws DamagedException {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new DamagedException("a number that is none");
        }
        return Integer.parseInt(text);
    }

    /** What stands before each LF. */
    static List<String> lines(String text, int most) throws DamagedException {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            if (lines.size() == most) {
                throw new DamagedException("too many lines");
            }
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        if (from < text.length()) {
            throw new DamagedException("a line that does not end");
        }
        return lines;
    }

    /** TAB, LF and backslash become {@code \t}, {@code \n}, {@code \\}; null becomes {@code \0}. */
    static void appendEscaped(StringBuilder out, @Nullable String part) {
        if (part == null) {
            out.append("\\0");
            return;
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
    }

    static @Nullable String unescaped(String part) throws DamagedException {
        if (part.indexOf('\\') < 0) {
            return part;
        }
        if (part.equals("\\0")) {
            return null;
        }
        StringBuilder out = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = ++i < part.length() ? part.charAt(i) : ' ';
            out.append(
                    switch (escaped) {
                        case '\\' -> '\\';
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        default -> throw new DamagedException("an escape that is none");
                    });
        }
        return out.toString();
    }
}
