package dev.hopscope.inspect.diff;

/**
 * A part of a text that the other side lacks.
 *
 * @param from the first character
 * @param to behind the last
 */
public record Span(int from, int to) {}
