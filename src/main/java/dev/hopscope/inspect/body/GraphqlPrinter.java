package dev.hopscope.inspect.body;

import java.util.Set;

/** A GraphQL document with one selection a line. One thread, one pass. Keeps what it does not understand as it stands. */
final class GraphqlPrinter {
    private static final int MAX_INDENT = 40;
    private static final int MAX_DEPTH = 1000;
    private static final Set<String> WORDS =
            Set.of("query", "mutation", "subscription", "fragment", "on", "true", "false", "null");

    private final String in;
    private final TextBuilder out;
    private final int[] opened = new int[MAX_DEPTH];
    private int at;
    private int depth;
    /** Parentheses and brackets around: what stands in them stays on the line. */
    private int inside;

    private String last = "";

    private GraphqlPrinter(String in, TextBuilder out) {
        this.in = in;
        this.out = out;
    }

    static void print(String text, TextBuilder out) {
        new GraphqlPrinter(text, out).print();
    }

    private void print() {
        while (at < in.length() && !out.full()) {
            char c = in.charAt(at);
            if (c <= ' ' || (c == ',' && inside == 0) || c == '\uFEFF') {
                at++;
            } else if (c == '#') {
                int end = in.indexOf('\n', at);
                token(end < 0 ? in.length() : end, Style.COMMENT);
            } else if (c == '"') {
                token(stringEnd(), Style.STRING);
            } else if (c == '{' && inside == 0) {
                open();
            } else if (c == '}' && inside == 0) {
                close();
            } else if (in.startsWith("...", at)) {
                token(at + 3, Style.PUNCTUATION);
            } else if (wordPart(c)) {
                int end = at;
                while (end < in.length()
                        && (wordPart(in.charAt(end))
                                || (in.charAt(end) == '.' && end > at && digit(at) && digit(end + 1)))) {
                    end++;
                }
                token(end, style(end));
            } else {
                token(at + 1, Style.PUNCTUATION);
                inside = Math.max(0, inside + ("([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0));
            }
        }
    }

    private Style style(int end) {
        String word = end - at <= 12 ? in.substring(at, end) : "";
        char c = in.charAt(at);
        return c == '-' || (c >= '0' && c <= '9')
                ? Style.NUMBER
                : c == '$' || c == '@' || WORDS.contains(word)
                        ? Style.KEYWORD
                        : inside > 0 && colonFollows(end) ? Style.KEY : inside > 0 ? Style.PLAIN : Style.KEY;
    }

    private boolean colonFollows(int end) {
        return end < in.length() && in.charAt(end) == ':';
    }

    private static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@' || c == '-' || c == '+';
    }

    private boolean digit(int i) {
        return i < in.length() && in.charAt(i) >= '0' && in.charAt(i) <= '9';
    }

    private int stringEnd() {
        if (in.startsWith("\"\"\"", at)) {
            int end = in.indexOf("\"\"\"", at + 3);
            return end < 0 ? in.length() : end + 3;
        }
        int end = at + 1;
        while (end < in.length() && in.charAt(end) != '"' && in.charAt(end) != '\n') {
            end += in.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(in.length(), end + 1);
    }

    private void token(int end, Style style) {
        String token = in.substring(at, Math.min(end, in.length()));
        at = Math.min(end, in.length());
        if (inside == 0 && starts(token)) {
            lineBreak();
        } else if (spaced(token)) {
            out.add(" ", Style.PLAIN);
        }
        out.add(token, style);
        last = token;
    }

    /** Whether a token begins a selection or a definition. */
    private boolean starts(String token) {
        char c = token.charAt(0);
        boolean word = Character.isLetter(c) || c == '_' || c == '"' || c == '#' || token.equals("...");
        boolean comment = last.startsWith("#");
        if (last.isEmpty() || (!word && !comment)) {
            return false;
        }
        if (depth == 0) {
            return comment || last.equals("}") || last.startsWith("\"");
        }
        return comment
                || !(last.equals(":")
                        || last.equals("...")
                        || last.equals("on")
                        || last.equals("=")
                        || last.equals("|")
                        || last.equals("&"));
    }

    private boolean spaced(String token) {
        return !last.isEmpty()
                && !last.equals("(")
                && !last.equals("[")
                && !last.equals("{")
                && !token.equals(")")
                && !token.equals("]")
                && !token.equals("}")
                && !token.equals(":")
                && !token.equals("!")
                && !token.equals(",")
                && !token.equals("(")
                && !(last.equals("...") && !token.equals("on"));
    }

    private void open() {
        out.add(last.isEmpty() ? "{" : " {", Style.PUNCTUATION);
        if (depth < MAX_DEPTH) {
            opened[depth] = out.line();
        }
        depth++;
        last = "{";
        at++;
    }

    private void close() {
        depth = Math.max(0, depth - 1);
        if (!last.equals("{")) {
            indent();
        }
        out.add("}", Style.PUNCTUATION);
        if (depth < MAX_DEPTH) {
            out.fold(opened[depth], out.line() - 1);
        }
        last = "}";
        at++;
    }

    private void lineBreak() {
        if (depth == 0 && last.equals("}")) {
            out.newLine();
        }
        indent();
    }

    private void indent() {
        out.newLine().add("  ".repeat(Math.min(depth, MAX_INDENT)), Style.PLAIN);
    }
}
