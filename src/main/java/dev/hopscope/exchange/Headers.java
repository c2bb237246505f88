package dev.hopscope.exchange;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The field lines of a message in the order, case and number of the wire (RFC 9110 §5.3); look-up ignores case. Immutable, any thread. Does not join or split
 * values.
 */
public final class Headers extends AbstractList<Header> implements RandomAccess {
    public static final Headers EMPTY = new Headers(new String[0]);

    /** name, value, name, value … */
    private final String[] lines;

    private Headers(String[] lines) {
        this.lines = lines;
    }

    /** @param namesAndValues name, value, name, value … */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        return namesAndValues.length == 0 ? EMPTY : new Headers(namesAndValues.clone());
    }

    public static Headers copyOf(List<Header> list) {
        Builder builder = new Builder(list.size());
        list.forEach(h -> builder.add(h.name(), h.value()));
        return builder.build();
    }

    public static Builder builder() {
        return new Builder(12);
    }

    /** The number of field lines. */
    @Override
    public int size() {
        return lines.length / 2;
    }

    @Override
    public Header get(int index) {
        return new Header(lines[2 * index], lines[2 * index + 1]);
    }

    public String name(int index) {
        return lines[2 * index];
    }

    public String value(int index) {
        return lines[2 * index + 1];
    }

    /** The value of the first line of this name, or null. */
    public @Nullable String first(String name) {
        int at = indexOf(name, 0);
        return at < 0 ? null : value(at);
    }

    /** The values of all lines of this name, in order. */
    public List<String> all(String name) {
        int at = indexOf(name, 0);
        if (at < 0) {
            return List.of();
        }
        List<String> found = new ArrayList<>(2);
        for (; at >= 0; at = indexOf(name, at + 1)) {
            found.add(value(at));
        }
        return found;
    }

    public boolean has(String name) {
        return indexOf(name, 0) >= 0;
    }

    /** The index of the next line of this name at or after {@code from}, or -1. */
    public int indexOf(String name, int from) {
        for (int i = 2 * from; i < lines.length; i += 2) {
            if (lines[i].length() == name.length() && lines[i].equalsIgnoreCase(name)) {
                return i / 2;
            }
        }
        return -1;
    }

    /** Collects lines in order. One thread. */
    public static final class Builder {
        private String[] lines;
        private int used;

        private Builder(int expected) {
            lines = new String[Math.max(2, 2 * expected)];
        }

        public Builder add(String name, String value) {
            if (used == lines.length) {
                lines = Arrays.copyOf(lines, 2 * used);
            }
            lines[used++] = name;
            lines[used++] = value;
            return this;
        }

        public int size() {
            return used / 2;
        }

        public Headers build() {
            return used == 0 ? EMPTY : new Headers(Arrays.copyOf(lines, used));
        }
    }
}
