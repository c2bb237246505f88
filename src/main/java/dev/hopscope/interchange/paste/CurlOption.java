package dev.hopscope.interchange.paste;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An option of curl, as {@code curl-options.txt} lists them (curl(1)); immutable, any thread.
 *
 * @param letter null where it has only a name
 * @param valued whether a value follows
 */
record CurlOption(@Nullable String letter, String name, boolean valued, Effect effect) {
    /** What an option is about. */
    enum Effect {
        /** The request itself: it is read. */
        REQUEST,
        /** What curl shows or keeps: nothing is told. */
        OUTPUT,
        /** How the request is carried: it is left out, and told. */
        TRANSFER
    }

    private static final Map<String, CurlOption> BY_NAME = load();

    /** All of them. */
    static List<CurlOption> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** By its whole name, or by a beginning that no other has, as curl took it for long; null for none. */
    static @Nullable CurlOption named(String name) {
        CurlOption exact = BY_NAME.get(name);
        if (exact != null || name.isEmpty()) {
            return exact;
        }
        List<CurlOption> begin = BY_NAME.values().stream()
                .filter(option -> option.name.startsWith(name))
                .toList();
        return begin.size() == 1 ? begin.getFirst() : null;
    }

    static @Nullable CurlOption lettered(String letter) {
        return BY_NAME.values().stream()
                .filter(option -> letter.equals(option.letter))
                .findFirst()
                .orElse(null);
    }

    /** As people write it. */
    String shown() {
        return letter == null ? "--" + name : "-" + letter;
    }

    private static Map<String, CurlOption> load() {
        Map<String, CurlOption> options = new LinkedHashMap<>();
        try (var in = Objects.requireNonNull(
                        CurlOption.class.getResourceAsStream("/dev/hopscope/interchange/paste/curl-options.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith(";")) {
                    String[] column = line.split(" ", -1);
                    options.put(
                            column[1],
                            new CurlOption(
                                    column[0].equals("-") ? null : column[0],
                                    column[1],
                                    column[2].equals("v"),
                                    Effect.valueOf(column[3].toUpperCase(Locale.ROOT))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return options;
    }
}
