package dev.hopscope.inspect.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The punctuation of field values: lists, parameters, quotes (RFC 9110 §5.6). Pure, any thread. Refuses nothing: what is broken is read as far as it goes. */
final class Syntax {
    /** A name and, after the equals sign, a value; {@code text} is both as they stand. */
    record Pair(String name, String value, boolean valued, String text) {
        /** The name without case. */
        String key() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private Syntax() {}

    /** The members of a list, quotes respected, blanks around them removed, empty ones left out. */
    static List<String> split(String value, char separator) {
        List<String> members = new ArrayList<>();
        boolean quoted = false;
        int angle = 0;
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
            char c = i < value.length() ? value.charAt(i) : separator;
            if (i < value.length() && quoted && c == '\\') {
                i++;
            } else if (c == '"' && i < value.length()) {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '(')) {
                angle++;
            } else if (!quoted && (c == '>' || c == ')')) {
                angle = Math.max(0, angle - 1);
            } else if (c == separator && (i == value.length() || (!quoted && angle == 0))) {
                String member = value.substring(from, i).strip();
                if (!member.isEmpty()) {
                    members.add(member);
                }
                from = i + 1;
            }
        }
        if (from < value.length()) {
            members.add(value.substring(from).strip());
        }
        return members;
    }

    static Pair pair(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Pair(text.strip(), "", false, text)
                : new Pair(
                        text.substring(0, equals).strip(),
                        unquote(text.substring(equals + 1).strip()),
                        true,
                        text);
    }

    /** The parameters after the first semicolon. */
    static List<Pair> parameters(String text) {
        List<String> all = split(text, ';');
        return all.size() < 2
                ? List.of()
                : all.subList(1, all.size()).stream().map(Syntax::pair).toList();
    }

    /** What stands before the first semicolon. */
    static String head(String text) {
        List<String> all = split(text, ';');
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** A parameter's value, or empty. */
    static String parameter(List<Pair> pairs, String key) {
        return pairs.stream()
                .filter(p -> p.key().equals(key))
                .map(Pair::value)
                .findFirst()
                .orElse("");
    }

    /** The text within quotes, escapes undone; anything else as it stands. */
    static String unquote(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() - 1) {
                c = text.charAt(++i);
            }
            out.append(c);
        }
        return out.toString();
    }

    /** A weight from 0 to 1 as q gives it, 1 where there is none, -1 where it cannot be read (RFC 9110 §12.4.2). */
    static double weight(List<Pair> parameters) {
        String q = parameter(parameters, "q");
        if (q.isEmpty()) {
            return 1;
        }
        return q.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(q) : -1;
    }
}
