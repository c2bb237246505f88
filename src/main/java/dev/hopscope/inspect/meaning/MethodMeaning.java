package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a method does, from {@code methods.txt}. Immutable.
 *
 * @param specification what defines it, or {@link FieldMeaning#UNREGISTERED}
 */
public record MethodMeaning(String name, Kind kind, String specification, String words) {
    /** What may happen when it is sent again (RFC 9110 §9.2). */
    public enum Kind {
        SAFE("safe: it asks only, and may be sent again"),
        IDEMPOTENT("idempotent: sending it twice does the same as once"),
        CHANGING("neither safe nor idempotent: sending it again may do it again");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public static final List<MethodMeaning> ALL = Lines.of("methods.txt").stream()
            .map(c -> new MethodMeaning(c[0], Kind.valueOf(c[1].toUpperCase(Locale.ROOT)), c[2], c[3]))
            .toList();

    private static final Map<String, MethodMeaning> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(MethodMeaning::name, m -> m));

    /** @return null for a method Hopscope has no words for; case matters (RFC 9110 §9.1) */
    public static @Nullable MethodMeaning of(String method) {
        return BY_NAME.get(method);
    }
}
