/** Tests of recording, on real files, threads and processes. */
@NullMarked
package dev.hopscope.capture;

import org.jspecify.annotations.NullMarked;
