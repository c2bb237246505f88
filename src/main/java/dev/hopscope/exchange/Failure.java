package dev.hopscope.exchange;

/**
 * Why an exchange failed, as data.
 *
 * @param code a stable name, lower case with hyphens: {@code connection-refused}, {@code certificate-expired}
 * @param detail one plain English sentence with the facts (names, numbers), without full stop; may hold text from the wire, so escape it where it is shown
 */
public record Failure(Phase phase, String code, String detail) {}
