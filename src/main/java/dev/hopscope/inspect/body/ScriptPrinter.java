package dev.hopscope.inspect.body;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Breaks JavaScript into lines by its brackets and semicolons alone. One thread, one pass in linear time. Line ends of the source stay, since a statement may
 * end by one; a regular expression is told from a division by the token before it.
 */
final class ScriptPrinter {
    private static final int MAX_INDENT = 40;
    private static final int MAX_REGEX = 2000;
    private static final Set<String> KEYWORDS = Set.of(
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "from",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "let",
            "new",
            "null",
            "of",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "undefined",
            "var",
            "void",
            "while",
            "with",
            "yield");
    /** After these an expression begins. */
    private static final Set<String> BEFORE_EXPRESSION = Set.of(
            "return",
            "typeof",
            "case",
            "in",
            "of",
            "delete",
            "void",
            "throw",
            "new",
            "instanceof",
            "await",
            "yield",
            "else",
            "do",
            "default",
            "extends");
    /** These go on after the brace of a block. */
    private static final Set<String> AFTER_BLOCK = Set.of("else", "catch", "finally", "while", "from", "as");

    private final String in;
    private final TextBuilder out;
    /** Brackets around: '(' '[', '{' for a block, 'o' for an object. */
    private char[] around = new char[64];

    private int[] opened = new int[64];
    private int depth;
    private int braces;
    private int at;
    private String last = "";
    private boolean space;
    /** Whether a new line is due before the next token. */
    private boolean due;
    /** Whether the source had a line end before the next token. */
    private boolean ended;
    /** Whether the last token closed a block. */
    private boolean closedBlock;

    private boolean empty = true;

    ScriptPrinter(String in, TextBuilder out) {
        this.in = in;
        this.out = out;
    }

    List<Note> print() {
        while (at < in.length() && !out.full()) {
            char c = in.charAt(at);
            if (c <= ' ' || c == '\u00a0' || c == '\uFEFF') {
                ended |= c == '\n' || c == '\r';
                space = true;
                at++;
            } else if (in.startsWith("//", at)) {
                int end = in.indexOf('\n', at);
                put(end < 0 ? in.length() : end, Style.COMMENT);
                due = true;
            } else if (in.startsWith("/*", at)) {
                int end = in.indexOf("*/", at + 2);
                put(end < 0 ? in.length() : end + 2, Style.COMMENT);
            } else if (c == '"' || c == '\'') {
                put(string(c), Style.STRING);
            } else if (c == '`') {
                put(template(), Style.STRING);
            } else if (c == '/' && expressionBegins() && regex() > 0) {
                put(regex(), Style.STRING);
            } else if (word(c)) {
                word();
            } else {
                punctuation(c);
            }
        }
        return List.of();
    }

    private static boolean word(char c) {
        return Character.isJavaIdentifierPart(c) || c == '#';
    }

    private void word() {
        int end = at;
        while (end < in.length() && (word(in.charAt(end)) || (in.charAt(end) == '.' && digit(in.charAt(at))))) {
            end++;
        }
        String token = end - at <= 20 ? in.substring(at, end) : "";
        if (closedBlock && AFTER_BLOCK.contains(token)) {
            due = false;
            ended = false;
            space = true;
        }
        put(end, digit(in.charAt(at)) ? Style.NUMBER : KEYWORDS.contains(token) ? Style.KEYWORD : Style.PLAIN);
        last = token.isEmpty() ? "name" : token;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private int string(char quote) {
        int i = at + 1;
        while (i < in.length() && in.charAt(i) != quote && in.charAt(i) != '\n') {
            i += in.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(in.length(), i + 1);
    }

    /** After the template literal, with all that stands in its braces. */
    private int template() {
        int i = at + 1;
        int inner = 0;
        while (i < in.length()) {
            char c = in.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '`' && inner == 0) {
                return i + 1;
            } else if (c == '$' && in.startsWith("${", i)) {
                inner++;
                i++;
            } else if (c == '{' && inner > 0) {
                inner++;
            } else if (c == '}' && inner > 0) {
                inner--;
            }
            i++;
        }
        return in.length();
    }

    private boolean expressionBegins() {
        return last.isEmpty()
                || BEFORE_EXPRESSION.contains(last)
                || "(,=:[!&|?{};+-*%^~<>".indexOf(last.charAt(last.length() - 1)) >= 0;
    }

    /** After the regular expression that begins here, or 0 where there is none. */
    private int regex() {
        boolean set = false;
        int stop = Math.min(in.length(), at + MAX_REGEX);
        for (int i = at + 1; i < stop; i++) {
            char c = in.charAt(i);
            if (c == '\n') {
                return 0;
            } else if (c == '\\') {
                i++;
            } else if (c == '[') {
                set = true;
            } else if (c == ']') {
                set = false;
            } else if (c == '/' && !set) {
                int end = i + 1;
                while (end < in.length() && Character.isLetter(in.charAt(end)) && end < i + 10) {
                    end++;
                }
                return end;
            }
        }
        return 0;
    }

    private void punctuation(char c) {
        switch (c) {
            case '{' ->
                open(
                        expressionBegins()
                                        && !last.equals(";")
                                        && !last.equals("{")
                                        && !last.equals("}")
                                        && !last.endsWith("=>")
                                        && !last.equals("else")
                                        && !last.equals("do")
                                ? 'o'
                                : '{');
            case '(', '[' -> open(c);
            case '}', ')', ']' -> close(c);
            default -> {
                int end = at + 1;
                boolean arrow = c == '=' && in.startsWith("=>", at);
                put(arrow ? end + 1 : end, Style.PUNCTUATION);
                boolean ofBraces = depth == 0 || around[depth - 1] == '{';
                if (c == ';' && ofBraces) {
                    due = true;
                } else if (c == ',' && depth > 0 && around[depth - 1] == 'o') {
                    due = true;
                }
            }
        }
    }

    private void open(char kind) {
        if (closedBlock && kind != '{') {
            due = due && kind != '(';
        }
        boolean brace = kind == '{' || kind == 'o';
        put(at + 1, Style.PUNCTUATION);
        if (depth == around.length) {
            around = Arrays.copyOf(around, 2 * depth);
            opened = Arrays.copyOf(opened, 2 * depth);
        }
        opened[depth] = out.line();
        around[depth++] = kind;
        if (brace) {
            braces++;
            due = true;
        }
    }

    private void close(char c) {
        char kind = depth == 0 ? ' ' : around[depth - 1];
        boolean brace = c == '}';
        if (brace) {
            braces = Math.max(0, braces - 1);
            due = !last.equals("{");
            ended = false;
        } else {
            due = false;
        }
        int line = depth == 0 ? 0 : opened[depth - 1];
        depth = Math.max(0, depth - 1);
        put(at + 1, Style.PUNCTUATION);
        if (brace) {
            out.fold(line, out.line() - 1);
            closedBlock = kind == '{';
            due = closedBlock && (depth == 0 || around[depth - 1] == '{') && !joins();
        }
    }

    /** Whether what follows belongs to the brace just closed. */
    private boolean joins() {
        int i = at;
        while (i < in.length() && in.charAt(i) <= ' ') {
            i++;
        }
        return i >= in.length() || ",;).](=?:&|+".indexOf(in.charAt(i)) >= 0;
    }

    /** Writes up to {@code end}, after the white space that is due. */
    private void put(int end, Style style) {
        if (!empty && (due || ended)) {
            out.newLine().add("  ".repeat(Math.min(braces, MAX_INDENT)), Style.PLAIN);
        } else if (space && !empty) {
            out.add(" ", Style.PLAIN);
        }
        empty = false;
        due = false;
        ended = false;
        space = false;
        closedBlock = false;
        out.add(in, at, Math.min(end, in.length()), style);
        if (style != Style.COMMENT) {
            last = end - at <= 20 ? in.substring(at, Math.min(end, in.length())) : "name";
        }
        at = Math.min(end, in.length());
    }
}
