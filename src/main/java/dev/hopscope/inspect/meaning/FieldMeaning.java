package dev.hopscope.inspect.meaning;

/**
 * What a field is for. Immutable.
 *
 * @param name as registered
 * @param where the messages it belongs in
 * @param specification what defines it, {@code RFC 9110 §12.5.1}, or {@link #UNREGISTERED}
 * @param words one or two sentences of our own
 */
public record FieldMeaning(String name, Where where, String specification, String words) {
    /** Stands in the place of a specification where the IANA registry does not list the field. */
    public static final String UNREGISTERED = "not registered";

    /** Which messages a field belongs in. */
    public enum Where {
        REQUEST,
        RESPONSE,
        BOTH
    }

    public boolean standard() {
        return !specification.equals(UNREGISTERED);
    }
}
