package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Memory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Which commands match what is typed, best first; those last run before all others. FX thread. Runs none unless asked. */
final class PaletteModel {
    private static final String MEMORY = "palette.recent";
    private static final int RECENT = 6;

    private record Scored(Command command, int score) {}

    private final Supplier<List<Command>> all;
    private final Function<String, List<Command>> typed;
    private final Memory memory;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private List<Command> now = List.of();

    /**
     * @param all the commands as they stand when the palette opens
     * @param typed commands that what is typed means by itself, such as the number of a row
     */
    PaletteModel(Supplier<List<Command>> all, Function<String, List<Command>> typed, Memory memory) {
        this.all = all;
        this.typed = typed;
        this.memory = memory;
        query.subscribe(text -> look());
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<Command> found() {
        return found;
    }

    /** Takes the commands as they stand now. */
    void open() {
        now = all.get();
        query.set("");
        look();
    }

    private void look() {
        String text = query.get().strip();
        List<String> recent = recent();
        List<Scored> scored = new ArrayList<>();
        for (Command command : now) {
            int score = score(text, command);
            if (score >= 0) {
                int last = recent.indexOf(command.id());
                int bonus = last < 0 ? 0 : text.isEmpty() ? 1_000 - last : 3;
                scored.add(new Scored(command, score + bonus - (command.enabled() ? 0 : 10_000)));
            }
        }
        scored.sort(Comparator.comparingInt((Scored one) -> -one.score));
        List<Command> shown = new ArrayList<>();
        scored.forEach(one -> shown.add(one.command));
        if (!text.isEmpty()) {
            shown.addAll(text.startsWith("#") || scored.isEmpty() ? 0 : usable(shown), typed.apply(text));
        }
        found.setAll(shown);
    }

    /** How many of them can be run: they stand first. */
    private static int usable(List<Command> commands) {
        return (int) commands.stream().filter(Command::enabled).count();
    }

    private List<String> recent() {
        String text = memory.get(MEMORY);
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    /** Runs a command that is enabled, and remembers it. */
    void run(Command command) {
        if (!command.enabled()) {
            return;
        }
        if (now.contains(command)) {
            List<String> recent = new ArrayList<>(recent());
            recent.remove(command.id());
            recent.addFirst(command.id());
            memory.put(MEMORY, String.join("\n", recent.subList(0, Math.min(RECENT, recent.size()))));
        }
        command.run().run();
    }

    private static int score(String query, Command command) {
        if (query.isEmpty()) {
            return 0;
        }
        int words = score(query, command.words());
        int whole = score(query, command.place() + " " + command.words());
        return words >= 0 ? words + 20 : whole;
    }

    /**
     * How well letters typed match a text that has them in this order: beginnings of words and letters in a row count most.
     *
     * @return -1 where they do not
     */
    static int score(String query, String text) {
        String asked = query.toLowerCase(Locale.ROOT);
        String in = text.toLowerCase(Locale.ROOT);
        int at = in.indexOf(asked);
        if (at >= 0) {
            return beginning(in, at) ? 140 - Math.min(at, 40) : 30 - Math.min(at, 20);
        }
        int score = 0;
        int last = -1;
        for (int i = 0; i < asked.length(); i++) {
            char c = asked.charAt(i);
            if (c == ' ') {
                continue;
            }
            int next = next(in, c, last + 1);
            if (next < 0) {
                return -1;
            }
            score += beginning(in, next) ? 20 : next == last + 1 ? 4 : 0;
            last = next;
        }
        // letters strewn over a text match nothing anyone meant
        return score >= 3 * asked.replace(" ", "").length() ? score : -1;
    }

    /** The next place of a letter, at the beginning of a word if there is one and the letter does not follow at once. */
    private static int next(String in, char c, int from) {
        if (from < in.length() && in.charAt(from) == c) {
            return from;
        }
        for (int i = in.indexOf(c, from); i >= 0; i = in.indexOf(c, i + 1)) {
            if (beginning(in, i)) {
                return i;
            }
        }
        return in.indexOf(c, from);
    }

    private static boolean beginning(String in, int at) {
        return at == 0 || !Character.isLetterOrDigit(in.charAt(at - 1));
    }

    /** The first that can be run, null if none. */
    @Nullable
    Command first() {
        return found.stream().filter(Command::enabled).findFirst().orElse(null);
    }
}
