/** The engine's face: interfaces and records only. Knows no Netty, no reader of its events and no screen. */
@NullMarked
package dev.hopscope.proxy;

import org.jspecify.annotations.NullMarked;
