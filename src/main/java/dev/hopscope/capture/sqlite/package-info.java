/** Sessions on disk: one SQLite file each (docs/session-file.md). The only place that knows JDBC. */
@NullMarked
package dev.hopscope.capture.sqlite;

import org.jspecify.annotations.NullMarked;
