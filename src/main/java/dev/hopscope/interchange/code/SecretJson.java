package dev.hopscope.interchange.code;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The secrets of JSON (RFC 8259), also of one with faults, whose other characters stay as they are; one use, one thread. Judges names as they read without escapes, and masks all within an array or object that is a secret. */
final class SecretJson {
    private static final String ENDS = ",:{}[]\"'";

    /** An open array or object: whose elements bear this name, and whether all within is secret. */
    private record Level(@Nullable String name, boolean secret) {}

    private final String text;
    private final int left;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Level> open = new ArrayDeque<>();
    private Level at = new Level(null, false);
    private @Nullable String name;
    private int next;

    private SecretJson(String text, int left) {
        this.text = text;
        this.left = left;
    }

    /** @param left how often strings may be looked into deeper */
    static String masked(String text, int left) {
        SecretJson json = new SecretJson(text, left);
        while (json.next < text.length()) {
            json.step();
        }
        return json.out.toString();
    }

    private void step() {
        char c = text.charAt(next);
        switch (c) {
            case '{', '[' -> {
                String of = name != null ? name : at.name;
                boolean secret = at.secret || of != null && SecretNames.secret(of, "{}");
                open.push(at);
                at = new Level(c == '[' ? of : null, secret);
                structure(c);
            }
            case '}', ']' -> {
                at = open.isEmpty() ? new Level(null, false) : open.pop();
                structure(c);
            }
            case ',' -> structure(c);
            case '"', '\'' -> word(quoted(c), true);
            default -> {
                if (c == ':' || Character.isWhitespace(c)) {
                    out.append(c);
                    next++;
                } else {
                    word(bare(), false);
                }
            }
        }
    }

    private void structure(char c) {
        name = null;
        out.append(c);
        next++;
    }

    /** A name, or a value: then with its mask. */
    private void word(String raw, boolean string) {
        next += raw.length();
        String plain = string ? plain(raw) : raw;
        int after = next;
        while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
            after++;
        }
        if (name == null && after < text.length() && text.charAt(after) == ':') {
            name = plain;
            out.append(raw);
        } else {
            out.append(value(raw, plain, string));
        }
    }

    private String value(String raw, String plain, boolean string) {
        String of = name != null ? name : at.name;
        boolean literal = !string && (plain.equals("true") || plain.equals("false") || plain.equals("null"));
        if (at.secret && !literal || of != null && SecretNames.secret(of, plain)) {
            return '"' + SecretText.MASK + '"';
        }
        String masked = string ? SecretText.text(plain, left) : plain;
        return masked.equals(plain) ? raw : '"' + escaped(masked) + '"';
    }

    private String quoted(char quote) {
        for (int i = next + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return text.substring(next, i + 1);
            }
        }
        return text.substring(next);
    }

    private String bare() {
        int end = next;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(next, end);
    }

    /** Without quotes and escapes; an escape with a fault stays. */
    private static String plain(String raw) {
        boolean ended = raw.length() > 1 && raw.charAt(raw.length() - 1) == raw.charAt(0);
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < raw.length() - (ended ? 1 : 0); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                plain.append(c);
                continue;
            }
            char kind = raw.charAt(++i);
            int code = kind == 'u' ? code(raw, i + 1) : -1;
            if (code >= 0) {
                plain.append((char) code);
                i += 4;
            } else {
                int known = "bfnrt".indexOf(kind);
                plain.append(known < 0 ? kind : "\b\f\n\r\t".charAt(known));
            }
        }
        return plain.toString();
    }

    private static int code(String raw, int from) {
        int code = from + 4 <= raw.length() ? 0 : -1;
        for (int i = from; code >= 0 && i < from + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            code = digit < 0 ? -1 : code << 4 | digit;
        }
        return code;
    }

    private static String escaped(String plain) {
        StringBuilder all = new StringBuilder();
        for (char c : plain.toCharArray()) {
            if (c == '"' || c == '\\') {
                all.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                all.append(String.format("\\u%04x", (int) c));
            } else {
                all.append(c);
            }
        }
        return all.toString();
    }
}
