package dev.hopscope.ui.editor;

import dev.hopscope.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The header lines of a draft as a list and as text, and what Hopscope writes in them. Pure. Order, case and number stay as they are. */
final class FieldLines {
    /** Before a line that is off; no name can begin so (RFC 9110 §5.1). */
    private static final String OFF = "// ";

    private FieldLines() {}

    static List<FieldLine> of(Headers headers) {
        List<FieldLine> lines = new ArrayList<>();
        headers.forEach(header -> lines.add(new FieldLine(header.name(), header.value())));
        return lines;
    }

    /** Those that are sent. */
    static Headers headers(List<FieldLine> lines) {
        Headers.Builder headers = Headers.builder();
        lines.stream().filter(FieldLine::on).forEach(line -> headers.add(line.name(), line.shown()));
        return headers.build();
    }

    /** One line each; those that are off behind two slashes. */
    static String text(List<FieldLine> lines) {
        StringBuilder text = new StringBuilder();
        for (FieldLine line : lines) {
            text.append(text.isEmpty() ? "" : "\n").append(line.on() ? "" : OFF).append(line.name());
            if (line.value() != null) {
                text.append(": ").append(line.value());
            }
        }
        return text.toString();
    }

    /**
     * The lines of a text; empty ones are left out.
     *
     * @param before the lines that were there: one that is there again still follows what it followed
     */
    static List<FieldLine> parse(String text, List<FieldLine> before) {
        List<FieldLine> lines = new ArrayList<>();
        for (String written : text.split("\r?\n", -1)) {
            if (!written.isBlank()) {
                FieldLine line = line(written);
                boolean followed = before.stream()
                        .anyMatch(
                                old -> old.follows() && old.withName(old.name()).equals(line.withName(line.name())));
                lines.add(followed ? line.following(line.shown()) : line);
            }
        }
        return lines;
    }

    private static FieldLine line(String written) {
        boolean off = written.startsWith("//");
        String line = off ? written.substring(2).strip() : written;
        int colon = line.indexOf(':', 1);
        return colon < 0
                ? new FieldLine(line.strip(), null, !off, false)
                : new FieldLine(
                        line.substring(0, colon), line.substring(colon + 1).strip(), !off, false);
    }

    /**
     * Writes what follows: Host lines that follow, and every Content-Length, since it cannot be but true. A missing Host is put first; a missing Content-Length
     * last, where there is a body that nothing else frames.
     *
     * @param authority null while the URL names none: Host then stays as it is
     * @param length octets of the body; -1 while it is not known, and the lines stay as they are
     */
    static List<FieldLine> derive(List<FieldLine> lines, @Nullable String authority, long length) {
        List<FieldLine> derived = new ArrayList<>(lines.size() + 2);
        for (FieldLine line : lines) {
            if (line.named("Host") && line.follows() && authority != null) {
                derived.add(line.following(authority));
            } else if (line.named("Content-Length") && length >= 0) {
                derived.add(line.following(Long.toString(length)));
            } else {
                derived.add(line);
            }
        }
        if (authority != null && !has(lines, line -> line.named("Host"))) {
            derived.addFirst(new FieldLine("Host", authority, true, true));
        }
        boolean framed = has(lines, line -> line.named("Content-Length"))
                || has(lines, line -> line.named("Transfer-Encoding") && line.on());
        if (length > 0 && !framed) {
            derived.add(new FieldLine("Content-Length", Long.toString(length), true, true));
        }
        return derived;
    }

    /** Lines whose Host says the same as the URL follow it from now on. */
    static List<FieldLine> adopt(List<FieldLine> lines, String authority) {
        return lines.stream()
                .map(line -> line.named("Host") && line.shown().equalsIgnoreCase(authority)
                        ? line.following(line.shown())
                        : line)
                .toList();
    }

    /** Puts a value in the first line of a name, or in a new one at the end; null takes all lines of the name away. */
    static List<FieldLine> put(List<FieldLine> lines, String name, @Nullable String value) {
        List<FieldLine> changed = new ArrayList<>(lines);
        if (value == null) {
            changed.removeIf(line -> line.named(name));
            return changed;
        }
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).named(name)) {
                changed.set(i, changed.get(i).withValue(value).with(true));
                return changed;
            }
        }
        changed.add(new FieldLine(name, value));
        return changed;
    }

    static @Nullable String first(List<FieldLine> lines, String name) {
        return lines.stream()
                .filter(line -> line.on() && line.named(name))
                .map(FieldLine::shown)
                .findFirst()
                .orElse(null);
    }

    static boolean has(List<FieldLine> lines, Predicate<FieldLine> wanted) {
        return lines.stream().anyMatch(wanted);
    }
}
