package dev.hopscope.interchange.paste;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command of a shell, its quoting undone; immutable.
 *
 * @param words one char an octet
 * @param input what the text itself gives it on standard input; null where nothing
 * @param piped whether its output is the input of the next
 */
record ShellCommand(List<String> words, @Nullable String input, boolean piped) {
    ShellCommand {
        words = List.copyOf(words);
    }

    ShellCommand withInput(String text) {
        return new ShellCommand(words, text, piped);
    }

    /** Whether it runs this program, by any path. */
    boolean runs(String program) {
        int at = program();
        if (at == words.size()) {
            return false;
        }
        String name = words.get(at).replaceFirst(".*[/\\\\]", "");
        return name.equalsIgnoreCase(program) || name.equalsIgnoreCase(program + ".exe");
    }

    /** What follows the program. */
    List<String> arguments() {
        return words.subList(Math.min(words.size(), program() + 1), words.size());
    }

    /** Past a copied prompt, assignments and the usual programs that run another. */
    private int program() {
        int at = 0;
        while (at < words.size()
                && (List.of("$", "%", ">", "#", "PS>", "sudo", "time", "command", "exec", "&", "call")
                                .contains(words.get(at))
                        || words.get(at).matches("[A-Za-z_][A-Za-z0-9_]*=.*"))) {
            at++;
        }
        return at;
    }
}
