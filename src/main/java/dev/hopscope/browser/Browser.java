package dev.hopscope.browser;

import java.nio.file.Path;

/**
 * A browser that is installed here. Immutable.
 *
 * @param program what starts it
 */
public record Browser(KnownBrowser kind, Path program) {}
