/** What fields, methods and status codes mean, and what a value says when it is taken apart: one file per kind of value. Pure functions. */
@NullMarked
package dev.hopscope.inspect.meaning;

import org.jspecify.annotations.NullMarked;
