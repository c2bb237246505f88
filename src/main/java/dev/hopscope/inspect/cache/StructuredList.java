package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A List of Items with Parameters (RFC 9651 §3.1, §3.3), read as §4.2 says: one fault, and the whole is none. Pure; any thread. Inner lists are refused, since no
 * field read here may have them.
 */
final class StructuredList {
    /**
     * @param name the bare item's text, unquoted
     * @param parameters the last of equal keys counts; a bare key has the value {@code ?1}
     * @param from where the member begins in the field's value
     */
    record Member(String name, Map<String, String> parameters, int from, int to) {}

    /** Thrown within this class only. */
    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        Fault() {
            super("not a structured list", null, false, false);
        }
    }

    private final String text;
    private int at;

    private StructuredList(String text) {
        this.text = text;
    }

    /** Empty where the value breaks the grammar. */
    static Optional<List<Member>> parse(String value) {
        try {
            return Optional.of(new StructuredList(value).list());
        } catch (Fault e) {
            return Optional.empty();
        }
    }

    private List<Member> list() throws Fault {
        List<Member> members = new ArrayList<>();
        skip(' ');
        while (at < text.length()) {
            members.add(member());
            skipBlanks();
            if (at == text.length()) {
                return members;
            }
            expect(',');
            skipBlanks();
            if (at == text.length()) {
                throw new Fault();
            }
        }
        return members;
    }

    private Member member() throws Fault {
        int from = at;
        String name = bareItem();
        Map<String, String> parameters = new LinkedHashMap<>();
        while (peek() == ';') {
            at++;
            skip(' ');
            String key = key();
            String value = "?1";
            if (peek() == '=') {
                at++;
                value = bareItem();
            }
            parameters.put(key, value);
        }
        return new Member(name, parameters, from, at);
    }

    /** The item's text as it stands, strings unquoted. */
    private String bareItem() throws Fault {
        char c = peek();
        if (c == '"') {
            return string();
        }
        if (c == '-' || digit(c)) {
            return number();
        }
        if (c == '?') {
            return bool();
        }
        if (c == ':') {
            return enclosed(':');
        }
        if (c == '@') {
            at++;
            return "@" + number();
        }
        if (c == '%') {
            at++;
            expect('"');
            at--;
            return enclosed('"');
        }
        if (alpha(c) || c == '*') {
            return token();
        }
        throw new Fault();
    }

    private String string() throws Fault {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c == '\\') {
                char escaped = peek();
                if (escaped != '"' && escaped != '\\') {
                    throw new Fault();
                }
                out.append(escaped);
                at++;
            } else if (c < 0x20 || c > 0x7e) {
                throw new Fault();
            } else {
                out.append(c);
            }
        }
        throw new Fault();
    }

    private String number() throws Fault {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        int digits = digits();
        if (digits == 0) {
            throw new Fault();
        }
        if (peek() == '.') {
            at++;
            int fraction = digits();
            if (fraction == 0 || fraction > 3 || digits > 12) {
                throw new Fault();
            }
        } else if (digits > 15) {
            throw new Fault();
        }
        return text.substring(from, at);
    }

    private int digits() {
        int from = at;
        while (digit(peek())) {
            at++;
        }
        return at - from;
    }

    private String bool() throws Fault {
        at++;
        char c = peek();
        if (c != '0' && c != '1') {
            throw new Fault();
        }
        at++;
        return "?" + c;
    }

    private String enclosed(char mark) throws Fault {
        int end = text.indexOf(mark, at + 1);
        if (end < 0) {
            throw new Fault();
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private String token() {
        int from = at;
        while (at < text.length() && (tokenSign(text.charAt(at)) || text.charAt(at) == ':' || text.charAt(at) == '/')) {
            at++;
        }
        return text.substring(from, at);
    }

    private String key() throws Fault {
        int from = at;
        char c = peek();
        if (!(c >= 'a' && c <= 'z') && c != '*') {
            throw new Fault();
        }
        while (at < text.length() && keySign(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean keySign(char c) {
        return c >= 'a' && c <= 'z' || digit(c) || c == '_' || c == '-' || c == '.' || c == '*';
    }

    private static boolean tokenSign(char c) {
        return alpha(c) || digit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static boolean alpha(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The next character, NUL at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char c) throws Fault {
        if (peek() != c) {
            throw new Fault();
        }
        at++;
    }

    private void skip(char c) {
        while (peek() == c) {
            at++;
        }
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }
}
