package dev.hopscope.ui.detail;

/**
 * A line of the table of connections.
 *
 * @param mono whether the values came over the wire
 */
public record LegRow(String label, String client, String origin, boolean mono) {}
