package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.TlsInfo;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a client's connection at one layer: the plain connection, or what is inside a tunnel, or inside TLS. Immutable; each layer makes the next.
 *
 * @param engine what all connections share
 * @param client the client's connection, with TLS once opened
 * @param tunnel the CONNECT this layer is inside of, null outside
 * @param target where the tunnel leads, null outside
 * @param secure whether this layer is inside TLS that we opened
 * @param exchanges counts exchanges on the connection, shared by all layers
 */
public record ConnectionContext(
        Engine engine,
        ConnectionInfo client,
        @Nullable ExchangeId tunnel,
        @Nullable Endpoint target,
        boolean secure,
        ExchangeCounter exchanges) {
    /** The same with more known of the client. */
    ConnectionContext withClient(ConnectionInfo known) {
        return new ConnectionContext(engine, known, tunnel, target, secure, exchanges);
    }

    /** The layer inside TLS that was opened. */
    ConnectionContext opened(TlsInfo tls) {
        return new ConnectionContext(engine, client.withTls(tls), tunnel, target, true, exchanges);
    }
}
