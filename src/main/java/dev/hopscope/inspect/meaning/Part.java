package dev.hopscope.inspect.meaning;

/**
 * A part of a value and what it says. Immutable.
 *
 * @param text the part as it stands in the value, cut where it is long; empty for what is said of the whole
 * @param words what it means
 */
public record Part(String text, String words, Level level) {}
