package dev.hopscope.snippet;

/**
 * What the reader of a snippet must know; immutable.
 *
 * @param line which line of the text it stands beside, 1 for the first; 0 for the whole
 * @param words one sentence or two
 */
public record Note(int line, String words) {}
