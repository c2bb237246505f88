/**
 * What each HTTP client does with {@code no_proxy}, the proxy variables and {@code nonProxyHosts}: one file a client,
 * derived from the clients' own sources and checked against recordings of the real clients.
 *
 * <p>Imports the JDK only and never looks a name up: names are resolved by the {@link
 * dev.hopscope.snippet.noproxy.Resolver} it is given.
 */
@NullMarked
package dev.hopscope.snippet.noproxy;

import org.jspecify.annotations.NullMarked;
