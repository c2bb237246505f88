/** The small pages that the proxy itself serves: how to set a client up, the authority's certificate, and what went wrong. Shows nothing captured. */
@NullMarked
package dev.hopscope.pages;

import org.jspecify.annotations.NullMarked;
