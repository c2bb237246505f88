package dev.hopscope.interchange.paste;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the few commands that only print would print: {@code printf}, {@code echo} and {@code cat} of what the text itself holds. Pure, any thread. Runs nothing. */
final class Producers {
    private Producers() {}

    /** The output of a command, one char an octet; null where the text alone does not say it. */
    static @Nullable String output(ShellCommand command) {
        List<String> words = command.words();
        return switch (words.getFirst()) {
            case "printf" -> printf(words.subList(1, words.size()));
            case "echo" -> echo(words.subList(1, words.size()));
            case "cat" -> words.size() == 1 || words.equals(List.of("cat", "-")) ? command.input() : null;
            default -> null;
        };
    }

    private static @Nullable String printf(List<String> words) {
        List<String> arguments =
                !words.isEmpty() && words.getFirst().equals("--") ? words.subList(1, words.size()) : words;
        if (arguments.isEmpty()) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        String format = arguments.getFirst();
        int next = 1;
        int from = 0;
        for (int percent = format.indexOf('%'); percent >= 0; percent = format.indexOf('%', from)) {
            char kind = percent + 1 < format.length() ? format.charAt(percent + 1) : ' ';
            out.append(undone(format.substring(from, percent)));
            if (kind == '%') {
                out.append('%');
            } else if (kind == 's' || kind == 'b') {
                String value = next < arguments.size() ? arguments.get(next++) : "";
                out.append(kind == 's' ? value : undone(value));
            } else {
                return null;
            }
            from = percent + 2;
        }
        return next < arguments.size()
                ? null
                : out.append(undone(format.substring(from))).toString();
    }

    private static String echo(List<String> words) {
        int at = 0;
        boolean line = true;
        boolean escapes = false;
        while (at < words.size() && words.get(at).matches("-[neE]+")) {
            line &= words.get(at).indexOf('n') < 0;
            escapes =
                    words.get(at).indexOf('e') >= 0 || escapes && words.get(at).indexOf('E') < 0;
            at++;
        }
        String text = String.join(" ", words.subList(at, words.size())) + (line ? "\n" : "");
        return escapes ? undone(text) : text;
    }

    /** Octets stay octets. */
    private static String undone(String octets) {
        return AnsiEscapes.undoOctets(octets);
    }
}
