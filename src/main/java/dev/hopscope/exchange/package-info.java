/**
 * The vocabulary of Hopscope: immutable records and sealed types, named as RFC 9110 to 9113 name them. Imports only the JDK and JSpecify; everything else
 * points here.
 */
@NullMarked
package dev.hopscope.exchange;

import org.jspecify.annotations.NullMarked;
