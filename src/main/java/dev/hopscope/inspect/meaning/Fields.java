package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields Hopscope has words for, from {@code fields.txt}. Any thread. Takes no value apart. */
public final class Fields {
    public static final List<FieldMeaning> ALL =
            Lines.of("fields.txt").stream().map(Fields::meaning).toList();

    private static final Map<String, FieldMeaning> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(f -> f.name().toLowerCase(Locale.ROOT), f -> f));

    private Fields() {}

    /** @return null for a field Hopscope has no words for */
    public static @Nullable FieldMeaning of(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    private static FieldMeaning meaning(String[] columns) {
        return new FieldMeaning(
                columns[0], FieldMeaning.Where.valueOf(columns[1].toUpperCase(Locale.ROOT)), columns[2], columns[3]);
    }
}
