/** Binds, runs the event loops and wires one accepted connection. */
@NullMarked
package dev.hopscope.proxy.server;

import org.jspecify.annotations.NullMarked;
