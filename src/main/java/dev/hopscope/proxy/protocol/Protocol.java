package dev.hopscope.proxy.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelPipeline;

/** A wire protocol a client may speak on a connection or inside a tunnel. One file each; stateless itself. Called on the connection's event loop. */
public interface Protocol {
    /** What the first bytes say. */
    enum Verdict {
        YES,
        NO,
        MORE
    }

    /** Short and stable: {@code http/1}, {@code tls}, {@code tunnel}. */
    String name();

    /** Looks at the bytes read so far, moving no index. */
    Verdict sniff(ByteBuf bytes, ConnectionContext context);

    /** Adds the handlers that speak it at the end of the pipeline; the bytes read so far are fired through it afterwards. */
    void install(ChannelPipeline pipeline, ConnectionContext context);
}
