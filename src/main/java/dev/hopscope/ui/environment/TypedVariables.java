package dev.hopscope.ui.environment;

import dev.hopscope.ui.kit.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads variables as people write them down, one a line: {@code NAME=value}, with or without {@code export} and quotes. Pure; expands nothing. */
final class TypedVariables {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+|set\\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)");

    private TypedVariables() {}

    /**
     * In the order they are written; of two of one name the last counts.
     *
     * @throws IllegalArgumentException in words
     */
    static Map<String, String> read(String typed) {
        Map<String, String> variables = new LinkedHashMap<>();
        int number = 0;
        for (String line : typed.split("\\R", -1)) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(Messages.text("tester.variables.bad", number));
            }
            variables.put(matcher.group(1), unquoted(matcher.group(2)));
        }
        return variables;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
