/** Two exchanges laid side by side: start lines, query, headers, cookies, bodies, timing. Pure functions; bodies are read by reference and bounded. */
@NullMarked
package dev.hopscope.inspect.compare;

import org.jspecify.annotations.NullMarked;
