package dev.hopscope.interchange.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements of PowerShell that requests are written in: assignments, tables, strings, bytes of text and base64, cookies, and commands with their
 * arguments (about_Parsing). One thread. Runs nothing: what only running would tell stays as it is written, and is named.
 */
final class PsReader {
    /** @param input what is piped into it */
    record Command(List<PsValue> words, @Nullable PsValue input) {
        String name() {
            return words.getFirst().text();
        }
    }

    final Map<String, PsValue> variables = new HashMap<>();
    final List<String> cookies = new ArrayList<>();
    final Map<String, String> files = new HashMap<>();
    final Set<String> unexpanded = new LinkedHashSet<>();
    final List<Command> commands = new ArrayList<>();

    private final String text;
    private int at;

    private PsReader(String text) {
        this.text = text;
    }

    /** @throws UnreadableText where something is not closed */
    static PsReader read(String text) throws UnreadableText {
        PsReader reader = new PsReader(text.replace("\r\n", "\n"));
        while (reader.more()) {
            reader.statement();
        }
        return reader;
    }

    /** Goes on to the next statement. */
    private boolean more() {
        while (at < text.length()) {
            blanks(true);
            if (at < text.length() && text.charAt(at) == ';') {
                at++;
            } else if (at < text.length() && text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return at < text.length();
            }
        }
        return false;
    }

    private void blanks(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '`'
                    && at + 1 < text.length()
                    && text.substring(at + 1).stripLeading().length() < text.length() - at - 1
                    && text.substring(at + 1).matches("(?s)[ \\t]*\\n.*")) {
                at = text.indexOf('\n', at) + 1;
            } else if (c == ' ' || c == '\t' || c == '\r' || lines && c == '\n') {
                at++;
            } else {
                return;
            }
        }
    }

    private void statement() throws UnreadableText {
        PsValue input = null;
        if (peek('$') || peek('[') || peek('@') || peek('\'') || peek('"')) {
            int start = at;
            String path = peek('$') ? path() : "";
            blanks(false);
            if (!path.isEmpty() && peek('=') && !text.startsWith("==", at)) {
                at++;
                blanks(true);
                assign(path, expression());
                return;
            }
            at = start;
            PsValue value = primary();
            note(value);
            blanks(false);
            if (!peek('|')) {
                return;
            }
            at++;
            blanks(true);
            input = value;
        }
        int before = at;
        List<PsValue> words = words();
        if (!words.isEmpty()) {
            commands.add(new Command(words, input));
        }
        if (at == before) {
            at++; // nothing this reader knows
        }
    }

    private void assign(String path, PsValue value) {
        variables.put(path.toLowerCase(Locale.ROOT), value);
    }

    /** Cookies added, files written. */
    private void note(PsValue value) {
        if (value instanceof PsValue.Call call
                && call.path().toLowerCase(Locale.ROOT).endsWith(".cookies.add")
                && !call.arguments().isEmpty()
                && call.arguments().getFirst() instanceof PsValue.Items made
                && made.list().getLast() instanceof PsValue.Items cookie
                && cookie.list().getLast() instanceof PsValue.Items of
                && of.list().size() >= 2) {
            cookies.add(of.list().get(0).text() + "=" + of.list().get(1).text());
        } else if (value instanceof PsValue.Call call
                && call.path().equals("WriteAllBytes")
                && call.arguments().size() == 2) {
            files.put(call.arguments().get(0).text(), call.arguments().get(1).text());
        }
    }

    /** An expression, or a command whose outcome is not known. */
    private PsValue expression() throws UnreadableText {
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            int start = at;
            List<PsValue> words = words();
            if (!words.isEmpty()) {
                commands.add(new Command(words, null));
            }
            return new PsValue.Unknown(
                    text.substring(start, Math.min(at, text.length())).strip());
        }
        return primary();
    }

    private List<PsValue> words() throws UnreadableText {
        List<PsValue> words = new ArrayList<>();
        while (true) {
            blanks(false);
            if (at >= text.length() || "\n;|)}".indexOf(text.charAt(at)) >= 0) {
                if (peek('|')) {
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? text.length() : end; // what is done with the answer
                }
                return words;
            }
            if (peek('&') && words.isEmpty()) {
                at++;
            } else if (peek('>')) {
                at = Math.max(at + 1, text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at));
            } else {
                words.add(word());
            }
        }
    }

    private PsValue word() throws UnreadableText {
        char c = text.charAt(at);
        if (c == '('
                || c == '$'
                || text.startsWith("@(", at)
                || text.startsWith("@{", at)
                || text.startsWith("@'", at)
                || text.startsWith("@\"", at)) {
            return primary();
        }
        StringBuilder word = new StringBuilder();
        while (at < text.length() && " \t\n;|)}(".indexOf(text.charAt(at)) < 0) {
            c = text.charAt(at);
            if (c == '\'' || c == '"') {
                word.append(string().text());
            } else if (c == '`' && at + 1 < text.length()) {
                if (text.charAt(at + 1) == '\n') {
                    break;
                }
                word.append(Octets.of(String.valueOf(text.charAt(at + 1))));
                at += 2;
            } else if (c == ',') {
                at++;
                break;
            } else {
                word.append(Octets.of(String.valueOf(c)));
                at++;
            }
        }
        if (peek('(')) {
            return new PsValue.Items(List.of(new PsValue.Text(word.toString()), new PsValue.Items(arguments())));
        }
        return new PsValue.Text(word.toString());
    }

    private PsValue primary() throws UnreadableText {
        if (at >= text.length()) {
            throw new UnreadableText("The text ends in the middle of a statement of PowerShell.");
        }
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || text.startsWith("@'", at) || text.startsWith("@\"", at)) {
            return string();
        }
        if (text.startsWith("@{", at)) {
            return table();
        }
        if (text.startsWith("@(", at)) {
            at++;
            return new PsValue.Items(arguments());
        }
        if (c == '(') {
            List<PsValue> inner = arguments();
            return inner.size() == 1 ? inner.getFirst() : new PsValue.Items(inner);
        }
        if (c == '$') {
            return variable();
        }
        return c == '[' ? typed() : bare();
    }

    private PsValue bare() {
        int start = at;
        while (at < text.length() && " \t\n,;|(){}=".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            at++;
        }
        return new PsValue.Text(Octets.of(text.substring(start, at)));
    }

    /** From the opening parenthesis to its end: values with commas or line ends between, or one command with its arguments. */
    private List<PsValue> arguments() throws UnreadableText {
        int start = at;
        at++;
        List<PsValue> values = new ArrayList<>();
        while (true) {
            blanks(true);
            if (at >= text.length()) {
                throw new UnreadableText(
                        "A parenthesis is not closed: " + Octets.shown(Octets.of(text.substring(start))) + ".");
            }
            if (peek(')')) {
                at++;
                return values;
            }
            if (peek(',')) {
                at++;
            } else if (text.startsWith("New-Object", at)) {
                values.add(new PsValue.Items(words()));
            } else {
                values.add(primary());
            }
        }
    }

    private PsValue table() throws UnreadableText {
        int start = at;
        at += 2;
        Map<String, PsValue> entries = new LinkedHashMap<>();
        while (true) {
            blanks(true);
            if (at >= text.length()) {
                throw new UnreadableText(
                        "A table is not closed: " + Octets.shown(Octets.of(text.substring(start))) + ".");
            }
            if (peek('}')) {
                at++;
                return new PsValue.Table(entries);
            }
            if (peek(';')) {
                at++;
                continue;
            }
            String key = primary().text();
            blanks(false);
            if (!peek('=')) {
                throw new UnreadableText("A table of PowerShell lacks the value of " + Octets.shown(key) + ".");
            }
            at++;
            blanks(true);
            entries.put(key, expression());
        }
    }

    /** {@code $name.Member}, without the sign. */
    private String path() {
        int start = ++at;
        if (peek('{')) {
            int end = text.indexOf('}', at);
            at = end < 0 ? text.length() : end + 1;
            return text.substring(Math.min(start + 1, at), Math.max(start + 1, at - 1));
        }
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_.:".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    private PsValue variable() throws UnreadableText {
        int start = at;
        if (text.startsWith("$(", at)) {
            at++;
            List<PsValue> inner = arguments();
            String written = text.substring(start, at);
            if (inner.size() == 1 && inner.getFirst() instanceof PsValue.Text one) {
                return one;
            }
            return files.containsKey(written.substring(2, written.length() - 1))
                    ? new PsValue.Text(written.substring(2, written.length() - 1))
                    : unknown(written);
        }
        String path = path();
        if (peek('(')) {
            return new PsValue.Call(path, arguments());
        }
        PsValue known = variables.get(path.toLowerCase(Locale.ROOT));
        if (known != null && !(known instanceof PsValue.Unknown)) {
            return known;
        }
        String written = "$" + path;
        return files.containsKey(written)
                        || path.equals("null")
                        || path.equalsIgnoreCase("true")
                        || path.equalsIgnoreCase("false")
                ? new PsValue.Text(path.equals("null") ? "" : written)
                : unknown(written);
    }

    private PsValue unknown(String written) {
        return new PsValue.Unknown(written);
    }

    /** {@code [char]65}, {@code [Convert]::FromBase64String('..')}, {@code [System.Text.Encoding]::UTF8.GetBytes("..")} and casts. */
    private PsValue typed() throws UnreadableText {
        int start = at;
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw new UnreadableText(
                    "A bracket is not closed: " + Octets.shown(Octets.of(text.substring(start))) + ".");
        }
        String type = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
        at = end + 1;
        if (!text.startsWith("::", at)) {
            PsValue cast = primary();
            return type.equals("char") ? character(cast, start) : cast;
        }
        at += 2;
        int member = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || ".:".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String name = text.substring(member, at);
        List<PsValue> arguments = peek('(') ? arguments() : List.of();
        if (name.equals("FromBase64String") && arguments.size() == 1) {
            try {
                return new PsValue.Text(Octets.ofBase64(arguments.getFirst().text()));
            } catch (IllegalArgumentException e) {
                throw new UnreadableText("What FromBase64String is to decode is no base64.");
            }
        }
        if (name.endsWith("GetBytes") && arguments.size() == 1) {
            return arguments.getFirst();
        }
        return name.equals("WriteAllBytes") ? new PsValue.Call(name, arguments) : unknown(text.substring(start, at));
    }

    private PsValue character(PsValue number, int start) {
        String digits = number.text();
        try {
            return new PsValue.Text(Octets.of(Integer.decode(digits).intValue()));
        } catch (IllegalArgumentException e) {
            return unknown(text.substring(start, at));
        }
    }

    private PsValue string() throws UnreadableText {
        int start = at;
        if (text.charAt(at) == '@') {
            char quote = text.charAt(at + 1);
            int begin = text.indexOf('\n', at) + 1;
            int end = text.indexOf("\n" + quote + "@", begin - 1);
            if (begin == 0 || end < 0) {
                throw new UnreadableText(
                        "A here-string is not closed: " + Octets.shown(Octets.of(text.substring(start))) + ".");
            }
            at = end + 3;
            String lines = text.substring(Math.min(begin, end), end);
            return quote == '\'' ? new PsValue.Text(Octets.of(lines)) : expanded(lines);
        }
        char quote = text.charAt(at++);
        StringBuilder inner = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean twice = at < text.length() && text.charAt(at) == quote;
            if (c == quote && !twice) {
                return quote == '\'' ? new PsValue.Text(Octets.of(inner.toString())) : expanded(inner.toString());
            }
            if (c == quote) {
                inner.append(quote == '"' ? "`\"" : "'");
                at++;
            } else if (c == '`' && quote == '"' && at < text.length()) {
                inner.append(c).append(text.charAt(at++));
            } else if (quote == '"' && c == '$' && peek('(')) {
                int end = closing(at);
                inner.append(text, at - 1, end);
                at = end;
            } else if (quote == '\''
                    && "\u2018\u2019\u201a\u201b".indexOf(c) >= 0
                    && at < text.length()
                    && text.charAt(at) == c) {
                inner.append(c);
                at++;
            } else {
                inner.append(c);
            }
        }
        throw new UnreadableText("A quote is not closed: " + Octets.shown(Octets.of(text.substring(start))) + ".");
    }

    private int closing(int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** The inside of a string within double quotes. */
    private PsValue expanded(String inner) throws UnreadableText {
        StringBuilder out = new StringBuilder();
        PsReader part = new PsReader(inner);
        part.variables.putAll(variables);
        part.files.putAll(files);
        while (part.at < inner.length()) {
            char c = inner.charAt(part.at);
            if (c == '`' && part.at + 1 < inner.length()) {
                part.at++;
                out.append(part.escape());
            } else if (c == '$'
                    && part.at + 1 < inner.length()
                    && (inner.charAt(part.at + 1) == '('
                            || inner.charAt(part.at + 1) == '{'
                            || Character.isJavaIdentifierStart(inner.charAt(part.at + 1))
                                    && inner.charAt(part.at + 1) != '$')) {
                PsValue value = part.inString();
                if (value instanceof PsValue.Unknown unknown) {
                    unexpanded.add(unknown.written());
                }
                out.append(value.text());
            } else {
                int next = inner.offsetByCodePoints(part.at, 1);
                out.append(Octets.of(inner.substring(part.at, next)));
                part.at = next;
            }
        }
        return new PsValue.Text(out.toString());
    }

    /** In a string a dot ends the name of a variable. */
    private PsValue inString() throws UnreadableText {
        if (text.startsWith("$(", at) || text.startsWith("${", at)) {
            return variable();
        }
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        String name = text.substring(at + 1, end);
        at = end;
        PsValue known = variables.get(name.toLowerCase(Locale.ROOT));
        return known == null || known instanceof PsValue.Unknown ? unknown("$" + name) : known;
    }

    private String escape() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '0' -> "\0";
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'e' -> "\u001b";
            case 'f' -> "\f";
            case 'v' -> "\u000b";
            case '\n' -> "";
            case 'u' -> unicode();
            default -> Octets.of(String.valueOf(c));
        };
    }

    private String unicode() {
        int end = peek('{') ? text.indexOf('}', at) : -1;
        if (end < 0 || !text.substring(at + 1, end).matches("[0-9A-Fa-f]{1,6}")) {
            return "u";
        }
        int c = Integer.parseInt(text.substring(at + 1, end), 16);
        at = end + 1;
        return Character.isValidCodePoint(c) ? Octets.of(c) : "?";
    }

    private boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
