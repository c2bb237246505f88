/** Browsers of this machine, opened with a profile of their own that goes through the proxy and trusts its authority. Changes nothing of the user's own profiles. */
@NullMarked
package dev.hopscope.browser;

import org.jspecify.annotations.NullMarked;
