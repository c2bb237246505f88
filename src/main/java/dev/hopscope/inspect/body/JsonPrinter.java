package dev.hopscope.inspect.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * JSON (RFC 8259) with line breaks, indentation and colours, one pass over one text; tokens stay as they stand in the source. One thread. A scanner without
 * recursion, so depth cannot overflow it; where the text is no JSON it goes on and remembers where it went wrong first.
 */
final class JsonPrinter {
    private static final int MAX_INDENT = 40;

    private final String in;
    private final boolean whole;
    private final TextBuilder out;
    /** The line of each open bracket. */
    private int[] opened = new int[32];

    /** For each open bracket whether it is an object. */
    private final BitSet objects = new BitSet();

    private int depth;
    private int at;
    private int firstError = -1;
    /** What may come next. */
    private Expect expect = Expect.VALUE;

    private enum Expect {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END,
        /** A value of the top level is over. */
        NOTHING
    }

    /**
     * @param whole whether the text ends where the document does
     * @param out gets the text
     */
    JsonPrinter(String in, boolean whole, TextBuilder out) {
        this.in = in;
        this.whole = whole;
        this.out = out;
    }

    /** Prints it, and returns what is to be said of it. */
    List<Note> print() {
        while (at < in.length() && !out.full()) {
            char c = in.charAt(at);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> at++;
                case '{', '[' -> open(c);
                case '}', ']' -> close(c);
                case ',' -> comma();
                case ':' -> colon();
                case '"' -> string();
                default -> word();
            }
        }
        if (whole && firstError < 0 && !out.full() && (depth > 0 || expect == Expect.VALUE)) {
            firstError = in.length();
        }
        return notes();
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (firstError >= 0) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < firstError; i++) {
                column = in.charAt(i) == '\n' ? 1 : column + 1;
                line += in.charAt(i) == '\n' ? 1 : 0;
            }
            notes.add(
                    firstError == in.length()
                            ? Note.of("json-ends-early", line, column)
                            : Note.of("json-invalid", line, column));
        }
        return notes;
    }

    private void wrong() {
        if (firstError < 0) {
            firstError = at;
        }
    }

    private boolean inObject() {
        return depth > 0 && objects.get(depth - 1);
    }

    /** Before a value: a second value of the top level (NDJSON) begins its own line. */
    private void beforeValue() {
        switch (expect) {
            case VALUE -> {}
            case VALUE_OR_END, KEY_OR_END -> lineBreak();
            case NOTHING -> out.newLine();
            case KEY, COLON, COMMA_OR_END -> wrong();
        }
        if (expect == Expect.KEY_OR_END) {
            wrong();
        }
    }

    private void open(char c) {
        beforeValue();
        int next = at + 1;
        while (next < in.length() && in.charAt(next) <= ' ') {
            next++;
        }
        if (next < in.length() && in.charAt(next) == (c == '{' ? '}' : ']')) {
            out.add(c == '{' ? "{}" : "[]", Style.PUNCTUATION);
            at = next + 1;
            afterValue();
            return;
        }
        out.add(String.valueOf(c), Style.PUNCTUATION);
        if (depth == opened.length) {
            opened = Arrays.copyOf(opened, 2 * depth);
        }
        opened[depth] = out.line();
        objects.set(depth++, c == '{');
        expect = c == '{' ? Expect.KEY_OR_END : Expect.VALUE_OR_END;
        at++;
    }

    private void close(char c) {
        if (depth == 0 || objects.get(depth - 1) != (c == '}')) {
            wrong();
            out.add(String.valueOf(c), Style.ERROR);
        } else {
            if (expect != Expect.COMMA_OR_END) {
                wrong();
            }
            depth--;
            lineBreak();
            out.fold(opened[depth], out.line() - 1);
            out.add(String.valueOf(c), Style.PUNCTUATION);
            afterValue();
        }
        at++;
    }

    private void comma() {
        if (expect != Expect.COMMA_OR_END) {
            wrong();
        }
        out.add(",", Style.PUNCTUATION);
        if (depth > 0) {
            lineBreak();
        }
        expect = inObject() ? Expect.KEY : Expect.VALUE;
        at++;
    }

    private void colon() {
        if (expect != Expect.COLON) {
            wrong();
        }
        out.add(": ", Style.PUNCTUATION);
        expect = Expect.VALUE;
        at++;
    }

    private void string() {
        boolean key = expect == Expect.KEY || expect == Expect.KEY_OR_END;
        if (key) {
            if (expect == Expect.KEY_OR_END) {
                lineBreak();
            }
        } else {
            beforeValue();
        }
        int end = at + 1;
        while (end < in.length() && in.charAt(end) != '"' && in.charAt(end) != '\n') {
            end += in.charAt(end) == '\\' ? 2 : 1;
        }
        boolean closed = end < in.length() && in.charAt(end) == '"';
        int stop = Math.min(closed ? end + 1 : end, in.length());
        if (!closed && (stop < in.length() || whole)) {
            wrong();
        }
        out.add(in, at, stop, key ? Style.KEY : Style.STRING);
        at = stop;
        if (key) {
            expect = Expect.COLON;
        } else {
            afterValue();
        }
    }

    private void word() {
        int end = at;
        while (end < in.length() && "{}[]:,\" \t\r\n".indexOf(in.charAt(end)) < 0) {
            end++;
        }
        beforeValue();
        Style style = style(at, end);
        boolean torn = end == in.length() && !whole;
        if (style == Style.ERROR && !torn) {
            wrong();
        }
        out.add(in, at, end, style);
        at = end;
        afterValue();
    }

    private Style style(int from, int to) {
        char first = in.charAt(from);
        if (first == '-' || (first >= '0' && first <= '9')) {
            return number(from, to) ? Style.NUMBER : Style.ERROR;
        }
        String word = to - from <= 5 ? in.substring(from, to) : "";
        return word.equals("true") || word.equals("false") || word.equals("null") ? Style.KEYWORD : Style.ERROR;
    }

    /** RFC 8259 §6. */
    private boolean number(int from, int to) {
        int i = from + (in.charAt(from) == '-' ? 1 : 0);
        int digits = digits(i, to);
        if (digits == 0 || (digits > 1 && in.charAt(i) == '0')) {
            return false;
        }
        i += digits;
        if (i < to && in.charAt(i) == '.') {
            digits = digits(i + 1, to);
            if (digits == 0) {
                return false;
            }
            i += 1 + digits;
        }
        if (i < to && (in.charAt(i) == 'e' || in.charAt(i) == 'E')) {
            i++;
            i += i < to && (in.charAt(i) == '+' || in.charAt(i) == '-') ? 1 : 0;
            digits = digits(i, to);
            if (digits == 0) {
                return false;
            }
            i += digits;
        }
        return i == to;
    }

    private int digits(int from, int to) {
        int i = from;
        while (i < to && in.charAt(i) >= '0' && in.charAt(i) <= '9') {
            i++;
        }
        return i - from;
    }

    private void afterValue() {
        expect = depth == 0 ? Expect.NOTHING : Expect.COMMA_OR_END;
    }

    private void lineBreak() {
        out.newLine();
        out.add("  ".repeat(Math.min(depth, MAX_INDENT)), Style.PLAIN);
    }
}
