package dev.hopscope.inspect.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a difference, and how bodies are to be compared. Immutable.
 *
 * @param ignoreOrder whether the order of fields, cookies and parameters of different names counts for nothing (RFC 9110 §5.3)
 * @param ignoredFields names of header fields whose differences do not count; any case
 * @param requestBody null for what suits
 * @param responseBody null for what suits
 */
public record CompareOptions(
        boolean ignoreOrder,
        List<String> ignoredFields,
        @Nullable BodyMode requestBody,
        @Nullable BodyMode responseBody) {
    /** Fields that differ in every exchange. */
    public static final List<String> USUALLY_IGNORED = List.of("Date", "Age", "X-Request-Id", "Server-Timing");

    public static final CompareOptions DEFAULT = new CompareOptions(true, USUALLY_IGNORED, null, null);

    public CompareOptions {
        ignoredFields = List.copyOf(ignoredFields);
    }

    /** Reads names as a user writes them: separated by commas or white space; each once, in order. */
    public static List<String> names(String text) {
        Stream<String> names = Arrays.stream(text.split("[\\s,;:]+")).filter(n -> !n.isEmpty());
        List<String> once = new java.util.ArrayList<>();
        names.filter(n -> once.stream().noneMatch(n::equalsIgnoreCase)).forEach(once::add);
        return List.copyOf(once);
    }

    public CompareOptions withIgnoreOrder(boolean on) {
        return new CompareOptions(on, ignoredFields, requestBody, responseBody);
    }

    public CompareOptions withIgnoredFields(List<String> names) {
        return new CompareOptions(ignoreOrder, names, requestBody, responseBody);
    }

    /** @param mode null for what suits */
    public CompareOptions withBody(Section.Part part, @Nullable BodyMode mode) {
        return part == Section.Part.REQUEST_BODY
                ? new CompareOptions(ignoreOrder, ignoredFields, mode, responseBody)
                : new CompareOptions(ignoreOrder, ignoredFields, requestBody, mode);
    }

    /** Whether differences of a field count for nothing. */
    boolean ignores(String field) {
        String wanted = field.toLowerCase(Locale.ROOT);
        return ignoredFields.stream().anyMatch(n -> Objects.equals(n.toLowerCase(Locale.ROOT), wanted));
    }
}
