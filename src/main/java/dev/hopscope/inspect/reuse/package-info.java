/** What rows of one URL tell about caches together: which earlier row could have answered, what contradicts, what a change would have saved. Pure functions. */
@NullMarked
package dev.hopscope.inspect.reuse;

import org.jspecify.annotations.NullMarked;
