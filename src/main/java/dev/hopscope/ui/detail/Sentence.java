package dev.hopscope.ui.detail;

import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One or more sentences in words, the telling parts marked. Immutable, any thread. Holds no markup: what came from the wire stays text. */
public record Sentence(List<Run> runs) {
    /** How a part is set. */
    public enum Weight {
        PLAIN,
        STRONG,
        ACCENT,
        BAD
    }

    /** A part of a sentence. */
    public record Run(String text, Weight weight) {}

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /**
     * The sentence of a key of the resource bundle.
     *
     * @param arguments fill the places {0} to {9}: a {@link Run} keeps its weight, all else is strong
     */
    public static Sentence of(String key, Object... arguments) {
        String pattern = Messages.text(key);
        List<Run> runs = new ArrayList<>();
        Matcher place = PLACE.matcher(pattern);
        int at = 0;
        while (place.find()) {
            add(runs, pattern.substring(at, place.start()));
            Object argument = arguments[Integer.parseInt(place.group(1))];
            runs.add(argument instanceof Run run ? run : new Run(String.valueOf(argument), Weight.STRONG));
            at = place.end();
        }
        add(runs, pattern.substring(at));
        return new Sentence(List.copyOf(runs));
    }

    static Run plain(Object text) {
        return new Run(String.valueOf(text), Weight.PLAIN);
    }

    static Run bad(Object text) {
        return new Run(String.valueOf(text), Weight.BAD);
    }

    static Run accent(Object text) {
        return new Run(String.valueOf(text), Weight.ACCENT);
    }

    /** This and then another. */
    public Sentence and(Sentence next) {
        List<Run> all = new ArrayList<>(runs);
        if (!runs.isEmpty() && !next.runs.isEmpty()) {
            all.add(plain(" "));
        }
        all.addAll(next.runs);
        return new Sentence(List.copyOf(all));
    }

    /** All of it without weights. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static void add(List<Run> runs, String text) {
        if (!text.isEmpty()) {
            runs.add(plain(text));
        }
    }
}
