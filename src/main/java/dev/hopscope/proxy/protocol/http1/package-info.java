/** HTTP/1.1 (RFC 9110, 9112) as a proxy speaks it: read strictly, rewritten with reasons, relayed without copying. Knows no other protocol. */
@NullMarked
package dev.hopscope.proxy.protocol.http1;

import org.jspecify.annotations.NullMarked;
