package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a status code says, from {@code statuses.txt}. Immutable.
 *
 * @param phrase the usual reason phrase
 * @param specification what defines it, or {@link FieldMeaning#UNREGISTERED}
 */
public record StatusMeaning(int code, String phrase, String specification, String words) {
    public static final List<StatusMeaning> ALL = Lines.of("statuses.txt").stream()
            .map(c -> new StatusMeaning(Integer.parseInt(c[0]), c[1], c[2], c[3]))
            .toList();

    private static final Map<Integer, StatusMeaning> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(StatusMeaning::code, s -> s));

    /** @return null for a code Hopscope has no words for */
    public static @Nullable StatusMeaning of(int code) {
        return BY_CODE.get(code);
    }

    /** What the first digit says of any code (RFC 9110 §15). */
    public static String classWords(int code) {
        return switch (code / 100) {
            case 1 -> "1xx: not the end yet, another response follows.";
            case 2 -> "2xx: it worked.";
            case 3 -> "3xx: the client has to do something more, mostly to go elsewhere.";
            case 4 -> "4xx: the server sees the fault in the request.";
            case 5 -> "5xx: the server sees the fault in itself, or behind it.";
            default -> "Outside the five classes of HTTP: clients treat it as an error.";
        };
    }
}
