package dev.hopscope.proxy.protocol;

import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.upstream.Route;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelPipeline;

/** What takes over in a tunnel when no other protocol knows its octets, or nobody spoke: relays both ways, unread. Stateless. Not for plain connections. */
final class RawTunnel implements Protocol {
    @Override
    public String name() {
        return "tunnel";
    }

    @Override
    public Verdict sniff(ByteBuf bytes, ConnectionContext context) {
        return context.target() == null ? Verdict.NO : Verdict.YES;
    }

    @Override
    public void install(ChannelPipeline pipeline, ConnectionContext context) {
        ProxyOptions options = context.engine().options().get();
        TunnelMeter meter = pipeline.get(TunnelMeter.class);
        if (meter == null) {
            throw new IllegalStateException("a raw tunnel without a CONNECT");
        }
        Route.Purpose purpose = context.secure() ? Route.Purpose.HTTPS : Route.Purpose.TUNNEL;
        pipeline.addLast(new TunnelRelay(context, meter.tap(), TunnelRoutes.route(context, options, purpose), null));
    }
}
