/** One wire protocol a file, and the list that tells them apart. They meet only through the detector. */
@NullMarked
package dev.hopscope.proxy.protocol;

import org.jspecify.annotations.NullMarked;
