/** Our certificate authority, leaf certificates, the judgement of origin certificates, and the choice to open or pass. */
@NullMarked
package dev.hopscope.proxy.tls;

import org.jspecify.annotations.NullMarked;
