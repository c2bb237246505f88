package dev.hopscope.exchange;

/**
 * The local program behind a client connection.
 *
 * @param name short, as the system shows it: {@code curl}
 * @param pid its process id
 */
public record ClientProcess(String name, long pid) {}
