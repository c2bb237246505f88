package dev.hopscope.snippet.merge;

import dev.hopscope.snippet.quote.JsonQuoting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document of which single members are set and removed while every other character stays. Immutable; not for
 * members of arrays.
 */
public final class JsonText {
    private final String text;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * Reads a document, which must be an object; nothing but blanks counts as an empty one.
     *
     * @throws IllegalArgumentException in words
     */
    public static JsonText of(String text) {
        if (text.isBlank()) {
            return new JsonText("{}\n");
        }
        JsonText json = new JsonText(text);
        JsonScanner scanner = new JsonScanner(text);
        scanner.document();
        return json;
    }

    public String text() {
        return text;
    }

    /** The raw JSON of a member; null where there is none. */
    public @Nullable String get(List<String> path) {
        Member member = find(path);
        return member == null ? null : text.substring(member.valueStart(), member.valueEnd());
    }

    /** With a member, which is added with the objects around it, or changed in its place. */
    public JsonText with(List<String> path, String rawValue) {
        Member there = find(path);
        if (there != null) {
            return replaced(there.valueStart(), there.valueEnd(), rawValue);
        }
        int depth = path.size() - 1;
        while (depth > 0 && find(path.subList(0, depth)) == null) {
            depth--;
        }
        int open = depth == 0 ? new JsonScanner(text).start() : objectStart(path.subList(0, depth));
        return added(open, depth, path.subList(depth, path.size()), rawValue);
    }

    private int objectStart(List<String> path) {
        Member member = find(path);
        if (member == null || text.charAt(member.valueStart()) != '{') {
            throw new IllegalArgumentException("'" + String.join(".", path)
                    + "' of the file is no object. Put it right by hand; nothing was changed.");
        }
        return member.valueStart();
    }

    private JsonText added(int open, int depth, List<String> names, String rawValue) {
        List<Member> members = new JsonScanner(text).members(open);
        String unit = unit();
        String line = "\n" + unit.repeat(depth + 1);
        StringBuilder value = new StringBuilder(rawValue);
        for (int i = names.size() - 1; i > 0; i--) {
            String inner = "\n" + unit.repeat(depth + i + 1);
            value.insert(0, "{" + inner + JsonQuoting.of(names.get(i)) + ": ")
                    .append("\n" + unit.repeat(depth + i) + "}");
        }
        String member = JsonQuoting.of(names.getFirst()) + ": " + value;
        if (members.isEmpty()) {
            int close = new JsonScanner(text).skipBlanks(open + 1);
            return replaced(open + 1, close, line + member + "\n" + unit.repeat(depth));
        }
        int after = members.getLast().valueEnd();
        return replaced(after, after, "," + line + member);
    }

    /** What one level is indented by, as the first member shows. */
    private String unit() {
        int open = new JsonScanner(text).start();
        int first = new JsonScanner(text).skipBlanks(open + 1);
        String blanks = text.substring(open + 1, first);
        int end = blanks.lastIndexOf('\n');
        return end < 0 || end + 1 == blanks.length() ? "\t" : blanks.substring(end + 1);
    }

    /** Without a member; what stood around it closes up. */
    public JsonText without(List<String> path) {
        Member member = find(path);
        if (member == null) {
            return this;
        }
        int open = path.size() == 1 ? new JsonScanner(text).start() : objectStart(path.subList(0, path.size() - 1));
        List<Member> members = new JsonScanner(text).members(open);
        int index = members.indexOf(member);
        if (index > 0) {
            return replaced(members.get(index - 1).valueEnd(), member.valueEnd(), "");
        }
        if (members.size() > 1) {
            return replaced(member.keyStart(), members.get(1).keyStart(), "");
        }
        return replaced(open + 1, new JsonScanner(text).skipBlanks(member.valueEnd()), "");
    }

    /** Whether a member is an object that holds nothing. */
    public boolean isEmptyObject(List<String> path) {
        Member member = find(path);
        return member != null
                && text.charAt(member.valueStart()) == '{'
                && new JsonScanner(text).members(member.valueStart()).isEmpty();
    }

    private JsonText replaced(int from, int to, String by) {
        return new JsonText(text.substring(0, from) + by + text.substring(to));
    }

    private @Nullable Member find(List<String> path) {
        int open = new JsonScanner(text).start();
        Member found = null;
        for (String name : path) {
            if (found != null) {
                open = found.valueStart();
            }
            if (text.charAt(open) != '{') {
                return null;
            }
            // of members with one name most readers take the last
            List<Member> named = new ArrayList<>(new JsonScanner(text).members(open));
            named.removeIf(member -> !member.name().equals(name));
            if (named.isEmpty()) {
                return null;
            }
            found = named.getLast();
        }
        return found;
    }

    /** Where a member stands in the text. */
    record Member(String name, int keyStart, int valueStart, int valueEnd) {}
}
