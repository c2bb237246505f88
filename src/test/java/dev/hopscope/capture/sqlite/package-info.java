/** Tests of sessions on disk, on real files and processes. */
@NullMarked
package dev.hopscope.capture.sqlite;

import org.jspecify.annotations.NullMarked;
