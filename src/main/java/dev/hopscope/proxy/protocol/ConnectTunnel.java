package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.protocol.http1.Connect;
import dev.hopscope.proxy.tap.TunnelTap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;

/** Turns a connection that asked for a tunnel (RFC 9110 §9.3.6) into one: its row begins here. Stateless. The {@link TunnelEntry} decides what follows. */
final class ConnectTunnel implements Connect {
    @Override
    public void open(ChannelHandlerContext http, ConnectionContext context, Request request) {
        TunnelTap tap = TunnelTap.requested(
                context.engine().events(),
                request.at(),
                request.started(),
                request.client(),
                request.target(),
                request.head());
        ExchangeId id = tap.id();
        ConnectionContext inside = new ConnectionContext(
                context.engine(), request.client().connection(), id, request.target(), false, context.exchanges());
        ChannelPipeline pipeline = http.pipeline();
        TunnelMeter meter = new TunnelMeter(tap);
        TunnelEntry entry = new TunnelEntry(inside, request, meter);
        pipeline.addLast(meter, entry);
        pipeline.remove(http.handler());
        entry.begin();
    }
}
