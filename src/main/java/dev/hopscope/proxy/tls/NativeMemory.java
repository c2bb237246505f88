package dev.hopscope.proxy.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import java.lang.ref.Cleaner;
import java.util.Collection;

/** Frees TLS contexts that live outside the heap once their owner is no longer reachable. Any thread. */
final class NativeMemory {
    private static final Cleaner CLEANER = Cleaner.create();

    private NativeMemory() {}

    /** @param contexts as they are when the owner is gone; they must not know it */
    static void freeWith(Object owner, Collection<SslContext> contexts) {
        CLEANER.register(owner, () -> contexts.forEach(ReferenceCountUtil::release));
    }
}
