package dev.hopscope.snippet.merge;

import java.util.ArrayList;
import java.util.List;

/** Finds where things stand in a JSON document (RFC 8259); one thread; keeps no values. */
final class JsonScanner {
    /** Deeper than any file of settings, shallower than the stack. */
    private static final int DEEPEST = 200;

    private final String text;

    JsonScanner(String text) {
        this.text = text;
    }

    /** Where the object of the document opens. */
    int start() {
        int at = skipBlanks(text.startsWith("\ufeff") ? 1 : 0);
        if (at >= text.length() || text.charAt(at) != '{') {
            throw wrong(at, "an object");
        }
        return at;
    }

    /** Reads the whole and refuses what is no JSON. */
    void document() {
        int end = skipBlanks(value(start(), 0));
        if (end < text.length()) {
            throw wrong(end, "the end");
        }
    }

    int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** The members of the object that opens here. */
    List<JsonText.Member> members(int open) {
        List<JsonText.Member> members = new ArrayList<>();
        object(open, 0, members);
        return members;
    }

    private int object(int open, int depth, List<JsonText.Member> members) {
        int at = skipBlanks(open + 1);
        if (charAt(at) == '}') {
            return at + 1;
        }
        while (true) {
            int key = at;
            int keyEnd = string(key);
            at = expect(skipBlanks(keyEnd), ':');
            int value = skipBlanks(at);
            int end = value(value, depth + 1);
            members.add(new JsonText.Member(unescaped(key, keyEnd), key, value, end));
            at = skipBlanks(end);
            if (charAt(at) == '}') {
                return at + 1;
            }
            at = skipBlanks(expect(at, ','));
        }
    }

    private int array(int open, int depth) {
        int at = skipBlanks(open + 1);
        if (charAt(at) == ']') {
            return at + 1;
        }
        while (true) {
            at = skipBlanks(value(at, depth + 1));
            if (charAt(at) == ']') {
                return at + 1;
            }
            at = skipBlanks(expect(at, ','));
        }
    }

    private int value(int at, int depth) {
        if (depth > DEEPEST) {
            throw wrong(at, "less depth");
        }
        return switch (charAt(at)) {
            case '{' -> object(at, depth, new ArrayList<>());
            case '[' -> array(at, depth);
            case '"' -> string(at);
            default -> word(at);
        };
    }

    private int word(int at) {
        int end = at;
        while (end < text.length() && " \t\r\n,]}:{[\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(at, end);
        if (!word.matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw wrong(at, "a value");
        }
        return end;
    }

    private int string(int at) {
        int i = expect(at, '"');
        while (charAt(i) != '"') {
            if (charAt(i) < ' ') {
                throw wrong(i, "the end of a string");
            }
            i += charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private String unescaped(int start, int end) {
        StringBuilder name = new StringBuilder();
        for (int i = start + 1; i < end - 1; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                name.append(c);
                continue;
            }
            c = text.charAt(++i);
            if (c == 'u' && i + 4 < end) {
                name.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                int known = "bfnrt".indexOf(c);
                name.append(known < 0 ? c : "\b\f\n\r\t".charAt(known));
            }
        }
        return name.toString();
    }

    private int expect(int at, char wanted) {
        if (charAt(at) != wanted) {
            throw wrong(at, "'" + wanted + "'");
        }
        return at + 1;
    }

    private char charAt(int at) {
        if (at >= text.length()) {
            throw wrong(at, "more");
        }
        return text.charAt(at);
    }

    private IllegalArgumentException wrong(int at, String expected) {
        long line = 1
                + text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new IllegalArgumentException("The file is no JSON: " + expected + " is missing on line " + line
                + ". Put it right by hand; nothing was changed.");
    }
}
