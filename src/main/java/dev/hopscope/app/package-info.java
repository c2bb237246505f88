/** Builds the program and starts it. Wires only; nobody imports it. */
@NullMarked
package dev.hopscope.app;

import org.jspecify.annotations.NullMarked;
