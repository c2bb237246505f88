package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.upstream.Route;
import io.netty.util.NetUtil;
import java.net.InetAddress;

/** Where a tunnel leads. Pure. */
final class TunnelRoutes {
    private TunnelRoutes() {}

    /** @param context the layer inside the tunnel: its target is known */
    static Route route(ConnectionContext context, ProxyOptions options, Route.Purpose purpose) {
        Endpoint target = context.target();
        if (target == null) {
            throw new IllegalArgumentException("not inside a tunnel");
        }
        boolean alias = target.host().equals(Self.LOCAL_ALIAS);
        Endpoint dialled = alias ? new Endpoint("127.0.0.1", target.port()) : target;
        var tls = context.client().tls();
        String name = tls != null && tls.sni() != null ? tls.sni() : target.host();
        InetAddress client = NetUtil.createInetAddressFromIpAddressString(
                context.client().remote().host());
        boolean restricted = client != null && !client.isLoopbackAddress();
        return new Route(
                purpose,
                dialled,
                Self.staysHere(target) ? null : options.upstream(),
                purpose == Route.Purpose.HTTPS ? name : null,
                restricted);
    }
}
