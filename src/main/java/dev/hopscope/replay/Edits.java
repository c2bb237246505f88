package dev.hopscope.replay;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.ResponseHead;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a {@link ReplayEdit} does to the fields of a request; the lines it leaves stay in their order. Pure. */
final class Edits {
    private static final Set<String> CONDITIONS =
            Set.of("if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range");

    private Edits() {}

    static Headers apply(ReplayEdit edit, Headers recorded, @Nullable ResponseHead response) {
        return switch (edit) {
            case NONE -> recorded;
            case UNCONDITIONAL -> unconditional(recorded);
            case CONDITIONAL -> conditional(recorded, conditions(response));
        };
    }

    /** The question whether this response is still current; empty where it names nothing to ask by. */
    static Headers conditions(@Nullable ResponseHead response) {
        Headers.Builder question = Headers.builder();
        if (response != null) {
            String tag = response.headers().first("ETag");
            String date = response.headers().first("Last-Modified");
            if (tag != null) {
                question.add("If-None-Match", tag);
            }
            if (date != null) {
                question.add("If-Modified-Since", date);
            }
        }
        return question.build();
    }

    static Headers with(Headers headers, String name, String value) {
        return copy(headers, Set.of()).add(name, value).build();
    }

    private static Headers unconditional(Headers recorded) {
        Headers.Builder kept = copy(recorded, CONDITIONS);
        boolean asked = recorded.all("Cache-Control").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("no-cache"));
        return asked ? kept.build() : kept.add("Cache-Control", "no-cache").build();
    }

    private static Headers conditional(Headers recorded, Headers question) {
        Headers.Builder kept = copy(recorded, CONDITIONS);
        for (int i = 0; i < question.size(); i++) {
            kept.add(question.name(i), question.value(i));
        }
        return kept.build();
    }

    /** @param without names in lower case */
    private static Headers.Builder copy(Headers headers, Set<String> without) {
        Headers.Builder kept = Headers.builder();
        for (int i = 0; i < headers.size(); i++) {
            if (!without.contains(headers.name(i).toLowerCase(Locale.ROOT))) {
                kept.add(headers.name(i), headers.value(i));
            }
        }
        return kept;
    }
}
