package dev.hopscope.inspect.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** A comparison in short, for tests. */
final class Told {
    private Told() {}

    static Comparison compare(Pairs a, Pairs b) {
        return compare(a, b, CompareOptions.DEFAULT);
    }

    static Comparison compare(Pairs a, Pairs b, CompareOptions options) {
        try {
            return Comparison.of(a.subject(), b.subject(), options, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Section section(Comparison comparison, Section.Part part) {
        return comparison.sections().stream()
                .filter(s -> s.part() == part)
                .findFirst()
                .orElseThrow();
    }

    /** The lines that differ: {@code CHANGED name detail: a | b}. */
    static List<String> changes(Section section) {
        return IntStream.range(0, section.lines().size())
                .filter(section::changed)
                .mapToObj(i -> line(section.lines().get(i)))
                .toList();
    }

    static String line(Line line) {
        String detail = switch (line.label().called()) {
            case NAME, WORDS -> "";
            case TRAILER -> " trailer";
            case COOKIE_SENT -> " sent";
            case COOKIE_SET -> " set";
            case ATTRIBUTE -> " " + line.label().detail();
        };
        return line.kind() + " " + line.label().name() + detail + ": " + text(line.a()) + " | " + text(line.b());
    }

    private static String text(Line.Cell cell) {
        return cell == null ? "-" : cell.text();
    }

    static List<String> facts(Section section) {
        return section.facts().stream().map(Fact::key).toList();
    }
}
