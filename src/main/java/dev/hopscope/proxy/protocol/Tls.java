package dev.hopscope.proxy.protocol;

import dev.hopscope.proxy.tls.ClientHello;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelPipeline;

/**
 * TLS of a client inside a tunnel, opened with a certificate of our authority (RFC 8446, RFC 5246); what is inside is for the next detector. Stateless. Not for
 * TLS to the proxy itself, nor for TLS inside TLS.
 */
final class Tls implements Protocol {
    @Override
    public String name() {
        return "tls";
    }

    @Override
    public Verdict sniff(ByteBuf bytes, ConnectionContext context) {
        if (context.target() == null || context.secure() || !ClientHello.begins(bytes)) {
            return Verdict.NO;
        }
        return bytes.readableBytes() < ClientHello.SNIFF ? Verdict.MORE : Verdict.YES;
    }

    @Override
    public void install(ChannelPipeline pipeline, ConnectionContext context) {
        pipeline.addLast(new TlsGreeting(context));
    }
}
