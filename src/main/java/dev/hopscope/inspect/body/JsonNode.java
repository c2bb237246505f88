package dev.hopscope.inspect.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A value in a JSON text, or a range of the values in one that has many; reads its children from the text each time they are asked for. Immutable, any thread.
 * Lenient: what is no JSON stands as it is.
 */
final class JsonNode implements TreeNode {
    /** Deeper values are shown as source. */
    static final int MAX_DEPTH = 500;

    private static final int SHORT = 300;
    /** Numbers kept of each child: name from, name to, value from, value to, values in it. */
    private static final int FIELDS = 5;

    private final String text;
    private final String name;
    private final int from;
    private final int to;
    private final int depth;
    /** Values directly below. */
    private final int count;
    /** What a range of children was cut from; empty for a value. */
    private final int[] children;

    private final int first;
    private final int last;

    private JsonNode(
            String text, String name, int from, int to, int depth, int count, int[] children, int first, int last) {
        this.text = text;
        this.name = name;
        this.from = from;
        this.to = to;
        this.depth = depth;
        this.count = count;
        this.children = children;
        this.first = first;
        this.last = last;
    }

    /** The value that begins at {@code from}. */
    static JsonNode root(String text, int from) {
        int[] end = {0, 0};
        skipValue(text, from, end);
        return new JsonNode(text, "", from, end[0], 0, end[1], new int[0], 0, 0);
    }

    /** The offset after it. */
    int end() {
        return to;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Style style() {
        if (from >= to) {
            return Style.ERROR;
        }
        char c = text.charAt(from);
        return switch (c) {
            case '{', '[' -> Style.PUNCTUATION;
            case '"' -> Style.STRING;
            case 't', 'f', 'n' -> Style.KEYWORD;
            default -> c == '-' || (c >= '0' && c <= '9') ? Style.NUMBER : Style.ERROR;
        };
    }

    @Override
    public String value() {
        if (children.length > 0 || from >= to) {
            return "";
        }
        char c = text.charAt(from);
        if ((c == '{' || c == '[') && depth < MAX_DEPTH) {
            return c + (count == 0 ? "" : count + "") + (c == '{' ? '}' : ']');
        }
        int end = Math.min(to, from + SHORT);
        String start = text.substring(from, end).replace('\n', ' ').replace('\r', ' ');
        return end < to ? start + "\u2026" : start;
    }

    @Override
    public boolean range() {
        return children.length > 0;
    }

    @Override
    public boolean opens() {
        return count > 0 && depth < MAX_DEPTH;
    }

    @Override
    public String source() {
        return text.substring(from, to);
    }

    @Override
    public List<TreeNode> children() {
        if (!opens()) {
            return List.of();
        }
        return children.length > 0 ? between(children, first, last) : groups(scan());
    }

    private List<TreeNode> groups(int[] found) {
        return between(found, 0, found.length / FIELDS);
    }

    /** Each child of a range, or ranges of it where they are too many. */
    private List<TreeNode> between(int[] found, int begin, int end) {
        int size = 1;
        while ((end - begin + (long) size - 1) / size > MAX_CHILDREN) {
            size *= MAX_CHILDREN;
        }
        List<TreeNode> nodes = new ArrayList<>();
        for (int i = begin; i < end; i += size) {
            nodes.add(size == 1 ? child(found, i) : range(found, i, Math.min(end, i + size)));
        }
        return nodes;
    }

    private JsonNode child(int[] found, int i) {
        int at = i * FIELDS;
        String called = found[at] < 0 ? Integer.toString(i) : text.substring(found[at], found[at + 1]);
        return new JsonNode(text, called, found[at + 2], found[at + 3], depth + 1, found[at + 4], new int[0], 0, 0);
    }

    private JsonNode range(int[] found, int begin, int end) {
        int start = found[begin * FIELDS] < 0 ? found[begin * FIELDS + 2] : found[begin * FIELDS] - 1;
        return new JsonNode(
                text,
                begin + " \u2026 " + (end - 1),
                start,
                found[(end - 1) * FIELDS + 3],
                depth,
                end - begin,
                found,
                begin,
                end);
    }

    /** Finds the children of this object or array. */
    private int[] scan() {
        boolean object = text.charAt(from) == '{';
        int[] found = new int[Math.max(FIELDS, Math.min(count, 1 << 20) * FIELDS)];
        int used = 0;
        int[] end = {0, 0};
        int at = skipSpace(text, from + 1);
        while (at < to && text.charAt(at) != '}' && text.charAt(at) != ']') {
            if (used == found.length) {
                found = Arrays.copyOf(found, 2 * used);
            }
            found[used] = -1;
            if (object && text.charAt(at) == '"') {
                int close = skipString(text, at);
                found[used] = at + 1;
                found[used + 1] = Math.max(at + 1, close - (text.charAt(close - 1) == '"' ? 1 : 0));
                at = skipSpace(text, close);
                at = at < to && text.charAt(at) == ':' ? skipSpace(text, at + 1) : at;
            }
            skipValue(text, at, end);
            found[used + 2] = at;
            found[used + 3] = end[0];
            found[used + 4] = end[1];
            used += FIELDS;
            int next = skipSpace(text, end[0]);
            next = next < to && text.charAt(next) == ',' ? skipSpace(text, next + 1) : next;
            at = next == at ? at + 1 : next;
        }
        return Arrays.copyOf(found, used);
    }

    static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** After the quote that ends the string at {@code from}, or the line it stands on. */
    private static int skipString(String text, int from) {
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\n') {
                return at;
            }
            at += c == '\\' ? 2 : 1;
        }
        return text.length();
    }

    /** @param end gets the offset after the value, and how many values stand directly in it */
    private static void skipValue(String text, int from, int[] end) {
        int at = from;
        int level = 0;
        int separators = 0;
        boolean filled = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at = skipString(text, at);
                filled = true;
            } else if (c == '{' || c == '[') {
                filled |= level > 0;
                level++;
                at++;
            } else if (c == '}' || c == ']') {
                level--;
                at += level < 0 ? 0 : 1;
            } else if (level == 0) {
                while (at < text.length() && "{}[]:,\" \t\r\n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            } else {
                separators += level == 1 && c == ',' ? 1 : 0;
                filled |= c > ' ';
                at++;
            }
            if (level <= 0) {
                break;
            }
        }
        end[0] = at;
        end[1] = filled && from < text.length() && (text.charAt(from) == '{' || text.charAt(from) == '[')
                ? separators + 1
                : 0;
    }
}
