package dev.hopscope.interchange.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A config of curl as the arguments it stands for (curl(1), --config). Pure, any thread. */
final class CurlConfig {
    private static final Pattern LINE =
            Pattern.compile("\\s*(-{0,2}[\\w.:#-]+)(?:\\s*[=:]\\s*|\\s+|$)(.*)", Pattern.DOTALL);

    private CurlConfig() {}

    /** @param config one char an octet */
    static List<String> words(String config) {
        List<String> words = new ArrayList<>();
        for (String line : config.split("\r?\n", -1)) {
            Matcher parts = LINE.matcher(line);
            if (line.isBlank() || line.strip().startsWith("#") || !parts.matches()) {
                continue;
            }
            String name = parts.group(1);
            words.add(name.startsWith("-") ? name : "--" + name);
            String value = parts.group(2);
            if (value.startsWith("\"")) {
                words.add(unquoted(value));
            } else if (!value.isBlank()) {
                words.add(value.strip());
            }
        }
        return words;
    }

    private static String unquoted(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                c = switch (value.charAt(++i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 'v' -> '\u000b';
                    default -> value.charAt(i);
                };
            }
            out.append(c);
        }
        return out.toString();
    }
}
