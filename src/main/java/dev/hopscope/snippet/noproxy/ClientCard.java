package dev.hopscope.snippet.noproxy;

/**
 * A client in words; immutable; holds no rule that is executed.
 *
 * @param id the key of the recordings
 * @param title the name people use
 * @param version the version measured
 * @param rule what it does with the list, in one sentence
 */
public record ClientCard(String id, String title, String version, String rule) {}
