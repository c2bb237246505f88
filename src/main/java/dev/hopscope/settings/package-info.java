/** What the user chose, kept in a JSON file under the configuration folder. Knows nothing of the proxy, the screen or the session. */
@NullMarked
package dev.hopscope.settings;

import org.jspecify.annotations.NullMarked;
