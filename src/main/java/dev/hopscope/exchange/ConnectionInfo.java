package dev.hopscope.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transport connection, shared by all exchanges that used it. Immutable.
 *
 * @param id unique within a session, client and origin connections alike
 * @param local our end
 * @param remote the other end: client, origin or upstream proxy
 * @param tls null where the bytes were plain
 * @param process the client's program; null on upstream connections and where it is not (yet) known
 * @param viaProxy the upstream proxy this connection goes through, null if direct
 */
public record ConnectionInfo(
        long id,
        Endpoint local,
        Endpoint remote,
        Instant opened,
        @Nullable TlsInfo tls,
        @Nullable ClientProcess process,
        @Nullable Endpoint viaProxy) {
    public ConnectionInfo withTls(TlsInfo info) {
        return new ConnectionInfo(id, local, remote, opened, info, process, viaProxy);
    }

    public ConnectionInfo withProcess(ClientProcess found) {
        return new ConnectionInfo(id, local, remote, opened, tls, found, viaProxy);
    }
}
