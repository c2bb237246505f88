package dev.hopscope.snippet.quote;

/** An argument typed at the prompt of cmd for a program of Microsoft's C runtime: quoted for the program, and every character that cmd knows behind a caret, so that cmd sees no quote; pure. A batch file reads percent signs in another way. */
public final class PromptQuoting {
    private PromptQuoting() {}

    /** @throws IllegalArgumentException in words, for what is not printable ASCII */
    public static String of(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("cmd takes only printable ASCII in one line");
        }
        if (text.matches("[A-Za-z0-9_./:@=?,+-]+")) {
            return text;
        }
        return carets(argument(text));
    }

    /** Backslashes count only before a quote (CommandLineToArgvW). */
    private static String argument(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int backslashes = 0;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted.append("\\".repeat(backslashes + 1));
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
            quoted.append(c);
        }
        return quoted.append("\\".repeat(backslashes)).append('"').toString();
    }

    /** A caret behind a percent sign keeps it from naming a variable, and is taken away afterwards. */
    private static String carets(String argument) {
        StringBuilder safe = new StringBuilder();
        boolean percent = false;
        for (char c : argument.toCharArray()) {
            if (percent || "()<>&|^\"!".indexOf(c) >= 0) {
                safe.append('^');
            }
            percent = c == '%';
            safe.append(c);
        }
        return safe.toString();
    }
}
