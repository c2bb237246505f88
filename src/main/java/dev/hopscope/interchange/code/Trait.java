package dev.hopscope.interchange.code;

/** What a program can carry unchanged. What it lacks is refused where a request needs it, or told in a note. Immutable. */
public enum Trait {
    /** The order of field lines; without it a note says so. */
    ORDER,
    /** The case of field names; without it a note says so. */
    CASE,
    /** Several lines of one name. */
    DUPLICATES,
    /** Any octet in a field value; without it and {@link #UTF_8} only ASCII. */
    OCTETS,
    /** Field values that are valid UTF-8. */
    UTF_8,
    /** A field without a value. */
    EMPTY_VALUE,
    /** Percent signs in a target as they are, also before lower-case digits and plain letters. */
    ANY_PERCENT,
    /** Any octet in a target, dot segments, an empty query. */
    ANY_TARGET,
    /** The target {@code *}. */
    ASTERISK,
    /** A Host field that is not the URL's. */
    OWN_HOST,
    /** Any token as method. */
    ANY_METHOD,
    /** Any method of upper-case letters. */
    UPPER_METHOD,
    /** A body with GET. */
    GET_BODY,
    /** A body with HEAD. */
    HEAD_BODY,
    /** A body without Content-Type. */
    UNTYPED_BODY,
    /** Fields of one connection, framing and Host as they were. */
    WHOLE_HEAD
}
