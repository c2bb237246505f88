/** What each system and runtime needs to trust Hopscope's authority. Runs nothing and changes nothing. */
@NullMarked
package dev.hopscope.trust;

import org.jspecify.annotations.NullMarked;
