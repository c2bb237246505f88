package dev.hopscope.inspect.meaning;

import java.util.List;

/**
 * What one line of a head means. Immutable. Characters that would break a line are still in it: the screen writes them out.
 *
 * @param title the name of the field, the method or the status
 * @param words what it is for
 * @param where in which messages it belongs and other standing; may be empty
 * @param specification {@code RFC 9110 §8.3}; empty where there is none
 * @param parts its value taken apart, in order; empty where nothing can be said
 */
public record Meaning(String title, String words, String where, String specification, List<Part> parts) {}
