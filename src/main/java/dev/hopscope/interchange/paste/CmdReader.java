package dev.hopscope.interchange.paste;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads commands as the prompt of cmd does, and their arguments as programs of Microsoft's C runtime do ({@code CommandLineToArgvW}). One thread. Runs and
 * expands nothing: a variable stays as it is written.
 */
final class CmdReader {
    /**
     * @param doubled whether backslashes before no quote were written twice, as browsers do, and read as one
     */
    record Commands(List<ShellCommand> list, Set<String> unexpanded, boolean doubled) {}

    /** Browsers of 2021 and 2022 put the carets within plain quotes, where cmd keeps them. */
    private static final Pattern WITHIN = Pattern.compile("[ \\n]\"[^\"\\n]*\\^\\\\\\^\"");

    private static final Pattern VARIABLE = Pattern.compile("%[A-Za-z_][A-Za-z0-9_()]*%");

    private CmdReader() {}

    static Commands read(String text) {
        String plain = text.replace("\r\n", "\n");
        boolean within = WITHIN.matcher(plain).find();
        boolean browser = plain.contains("^\"")
                && !Pattern.compile("(?<!\\^)\\\\(?!\\n)").matcher(plain).find();
        List<ShellCommand> list = new ArrayList<>();
        Set<String> unexpanded = new LinkedHashSet<>();
        boolean[] doubled = {false};
        for (String line : lines(plain, within)) {
            List<String> words = words(line, browser || within, doubled);
            if (!words.isEmpty()) {
                list.add(new ShellCommand(words, null, false));
            }
        }
        for (Matcher variable = VARIABLE.matcher(plain); variable.find(); ) {
            unexpanded.add(variable.group());
        }
        return new Commands(list, unexpanded, doubled[0]);
    }

    /** One string a command, the carets undone. */
    private static List<String> lines(String text, boolean caretsInQuotes) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '^' && (!quoted || caretsInQuotes) && i + 1 < text.length()) {
                i++;
                if (text.charAt(i) == '\n') {
                    i++; // the end of the line goes, and what follows it stands for itself
                }
                if (i < text.length()) {
                    line.append(text.charAt(i));
                }
            } else if (c == '\n' || !quoted && c == '&') {
                lines.add(line.toString());
                line.setLength(0);
                quoted = false;
            } else if (!quoted && (c == '|' || c == '>' || c == '<')) {
                i = Math.max(i, end(text, i) - 1);
            } else {
                quoted ^= c == '"';
                line.append(c);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** What a pipe or a redirection takes: the rest of the line. */
    private static int end(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static List<String> words(String line, boolean browser, boolean[] doubled) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean in = false;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                int run = i;
                while (run < line.length() && line.charAt(run) == '\\') {
                    run++;
                }
                int count = run - i;
                boolean quote = run < line.length() && line.charAt(run) == '"';
                boolean halve = quote || browser && count % 2 == 0;
                doubled[0] |= halve && !quote;
                word.append("\\".repeat(halve ? count / 2 : count));
                if (quote && count % 2 == 1) {
                    word.append('"');
                    run++;
                }
                in = true;
                i = run - 1;
            } else if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    word.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
                in = true;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (in) {
                    words.add(Octets.of(word.toString()));
                    word.setLength(0);
                    in = false;
                }
            } else {
                word.append(c);
                in = true;
            }
        }
        if (in) {
            words.add(Octets.of(word.toString()));
        }
        return words;
    }
}
