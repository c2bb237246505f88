/** What a protocol reports to: turns its calls into events in the legal order and hands content to the body sink. */
@NullMarked
package dev.hopscope.proxy.tap;

import org.jspecify.annotations.NullMarked;
