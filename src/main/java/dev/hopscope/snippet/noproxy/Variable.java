package dev.hopscope.snippet.noproxy;

/**
 * One environment variable that is set; immutable; does not interpret its value.
 *
 * @param name as spelled in the environment
 * @param value may be empty
 */
public record Variable(String name, String value) {}
