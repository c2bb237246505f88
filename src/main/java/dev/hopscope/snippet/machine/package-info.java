/** What this machine says of itself: addresses and search domains. Reads only; asks no network. */
@NullMarked
package dev.hopscope.snippet.machine;

import org.jspecify.annotations.NullMarked;
