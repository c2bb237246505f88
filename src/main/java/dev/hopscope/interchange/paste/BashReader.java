package dev.hopscope.interchange.paste;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands as bash and its kin do (POSIX.1-2024 XCU §2.2, and {@code $'..'}), without running or expanding anything: a variable or a substitution stays as
 * it is written and is named. One thread.
 */
final class BashReader {
    /** @param unexpanded variables and substitutions, as written */
    record Commands(List<ShellCommand> list, Set<String> unexpanded, Set<String> files) {}

    /** @param command the number of the command it is for */
    private record Here(int command, String end, boolean tabs) {}

    private final String text;
    private int at;
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private boolean quoted;
    private List<String> words = new ArrayList<>();
    private @Nullable String input;
    private final List<Here> awaited = new ArrayList<>();
    private final List<ShellCommand> commands = new ArrayList<>();
    private final Set<String> unexpanded = new LinkedHashSet<>();
    private final Set<String> files = new LinkedHashSet<>();

    private BashReader(String text) {
        this.text = text;
    }

    /** @throws UnreadableText where a quote is not closed */
    static Commands read(String text) throws UnreadableText {
        BashReader reader = new BashReader(text.replace("\r\n", "\n"));
        while (reader.at < reader.text.length()) {
            reader.step();
        }
        reader.endCommand(false);
        return new Commands(reader.commands, reader.unexpanded, reader.files);
    }

    private void step() throws UnreadableText {
        char c = text.charAt(at++);
        switch (c) {
            case ' ', '\t', '\r', '\u00a0' -> endWord();
            case '\n' -> newline();
            case '\\' -> backslash();
            case '\'' -> single();
            case '"' -> doubled();
            case '$' -> dollar(false);
            case '`' -> backticks();
            case '#' -> comment();
            case '|' -> pipe();
            case ';' -> endCommand(false);
            case '&' -> ampersand();
            case '<' -> redirectIn();
            case '>' -> redirectOut();
            case '(', ')' -> endCommand(false);
            default -> add(c);
        }
    }

    private void add(char c) {
        inWord = true;
        if (Character.isHighSurrogate(c) && at < text.length()) {
            word.append(Octets.of(text.substring(at - 1, at + 1)));
            at++;
        } else {
            word.append(Octets.of(String.valueOf(c)));
        }
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
            quoted = false;
        }
    }

    private void endCommand(boolean piped) {
        endWord();
        if (!words.isEmpty()) {
            commands.add(new ShellCommand(words, input, piped));
        }
        words = new ArrayList<>();
        input = null;
    }

    private void newline() {
        endCommand(false);
        for (Here here : awaited) {
            String lines = hereText(here);
            if (here.command() < commands.size()) {
                commands.set(here.command(), commands.get(here.command()).withInput(lines));
            }
        }
        awaited.clear();
    }

    /** The lines up to the end mark; what they name of variables stays. */
    private String hereText(Here here) {
        StringBuilder lines = new StringBuilder();
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            String bare = here.tabs() ? line.replaceFirst("^\t+", "") : line;
            if (Octets.of(bare).equals(here.end())) {
                break;
            }
            lines.append(Octets.of(bare)).append('\n');
        }
        return lines.toString();
    }

    private void backslash() {
        int end = at;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        if (end >= text.length()) {
            at = end;
        } else if (text.charAt(end) == '\n') {
            boolean blanks = end > at; // they come from pages that were copied
            at = end + 1;
            if (blanks) {
                endWord();
            }
        } else {
            at++;
            add(text.charAt(at - 1));
        }
    }

    private void single() throws UnreadableText {
        int end = text.indexOf('\'', at);
        if (end < 0) {
            throw new UnreadableText(notClosed(at - 1));
        }
        inWord = true;
        quoted = true;
        word.append(Octets.of(text.substring(at, end)));
        at = end + 1;
    }

    private String notClosed(int from) {
        return "A quote is not closed: " + Octets.shown(Octets.of(text.substring(from))) + ".";
    }

    private void doubled() throws UnreadableText {
        int start = at;
        inWord = true;
        quoted = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            if (c == '\\' && at < text.length() && "$`\"\\\n".indexOf(text.charAt(at)) >= 0) {
                char next = text.charAt(at++);
                if (next != '\n') {
                    word.append(next);
                }
            } else if (c == '$') {
                dollar(true);
            } else if (c == '`') {
                backticks();
            } else {
                add(c);
            }
        }
        throw new UnreadableText(notClosed(start - 1));
    }

    private void dollar(boolean inQuotes) throws UnreadableText {
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (!inQuotes && next == '\'') {
            at++;
            inWord = true;
            quoted = true;
            ansi();
        } else if (!inQuotes && next == '"') {
            at++;
            doubled();
        } else if (next == '(' || next == '{') {
            keep(closing(at, next, next == '(' ? ')' : '}'));
        } else if (Character.isJavaIdentifierStart(next) && next != '$') {
            int end = at;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            keep(end);
        } else if (next >= '0' && next <= '9') {
            keep(at + 1);
        } else {
            inWord = true;
            word.append('$');
        }
    }

    /** A substitution up to {@code end} stays as it is. */
    private void keep(int end) {
        String written = text.substring(at - 1, end);
        unexpanded.add(written);
        inWord = true;
        word.append(Octets.of(written));
        at = end;
    }

    private int closing(int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private void backticks() {
        int end = text.indexOf('`', at);
        keep(end < 0 ? text.length() : end + 1);
    }

    private void ansi() throws UnreadableText {
        int start = at;
        int end = at;
        while (end < text.length() && text.charAt(end) != '\'') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw new UnreadableText(notClosed(start - 1));
        }
        word.append(AnsiEscapes.undo(text.substring(at, end)));
        at = end + 1;
    }

    private void comment() {
        if (inWord || at < text.length() && text.charAt(at) == ' ' && words.isEmpty() && promptAt(at - 1)) {
            add('#');
            return;
        }
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /** Whether the sign of root's prompt stands here: the only line, or curl right behind it. */
    private boolean promptAt(int sign) {
        return text.startsWith("# curl ", sign);
    }

    private void pipe() {
        if (at < text.length() && text.charAt(at) == '|') {
            at++;
            endCommand(false);
        } else {
            if (at < text.length() && text.charAt(at) == '&') {
                at++;
            }
            endCommand(true);
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }

    private void ampersand() {
        if (at < text.length() && text.charAt(at) == '>') {
            return; // &>file
        }
        if (at < text.length() && text.charAt(at) == '&') {
            at++;
        }
        endCommand(false);
    }

    private void redirectIn() throws UnreadableText {
        if (text.startsWith("<<", at)) {
            at += 2;
            input = oneWord() + "\n";
        } else if (text.startsWith("<", at)) {
            at++;
            boolean tabs = text.startsWith("-", at);
            at += tabs ? 1 : 0;
            awaited.add(new Here(commands.size(), oneWord(), tabs));
        } else {
            files.add(oneWord());
        }
    }

    private void redirectOut() throws UnreadableText {
        if (inWord && !quoted && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            word.setLength(0);
            inWord = false;
        }
        if (at < text.length() && ">&|".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String unused = oneWord();
    }

    /** The next word, apart from those of the command. */
    private String oneWord() throws UnreadableText {
        endWord();
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        int before = words.size();
        while (at < text.length() && " \t\n;|&<>()".indexOf(text.charAt(at)) < 0) {
            step();
        }
        endWord();
        return words.size() > before ? words.removeLast() : "";
    }
}
