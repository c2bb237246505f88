package dev.hopscope.exchange;

/**
 * One field line (RFC 9110 §5.2), as on the wire: case kept, white space around the value removed, each byte one char (ISO 8859-1).
 */
public record Header(String name, String value) {
    /** Compares the name without case (RFC 9110 §5.1). */
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
