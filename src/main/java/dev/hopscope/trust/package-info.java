/** What each system and runtime needs to trust Hopscope's authority, whether this machine does, and files that hold it beside the system's. Installs nothing. */
@NullMarked
package dev.hopscope.trust;

import org.jspecify.annotations.NullMarked;
