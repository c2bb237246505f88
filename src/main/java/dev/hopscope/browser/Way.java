package dev.hopscope.browser;

import dev.hopscope.exchange.Endpoint;
import java.nio.file.Path;

/**
 * What a browser needs to know of the proxy. Immutable.
 *
 * @param proxy where it listens
 * @param authority the authority's certificate, PEM
 * @param keyDigest SHA-256 of the public key that all our leaf certificates have in this run, base64
 */
public record Way(Endpoint proxy, Path authority, String keyDigest) {}
