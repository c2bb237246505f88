/**
 * The command line: one command a file, and how it speaks. Output for machines goes to stdout, messages to stderr. Knows the program only through {@link
 * dev.hopscope.cli.Program}; loads nothing of the screen.
 */
@NullMarked
package dev.hopscope.cli;

import org.jspecify.annotations.NullMarked;
