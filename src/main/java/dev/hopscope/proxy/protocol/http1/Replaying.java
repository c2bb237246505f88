package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.ReplayRequest;
import dev.hopscope.proxy.protocol.ConnectionContext;
import dev.hopscope.proxy.protocol.Engine;
import dev.hopscope.proxy.protocol.ExchangeCounter;
import dev.hopscope.proxy.protocol.Stopping;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests that were recorded or written, each by a {@link ClientConnection} whose client is a {@link ReplayChannel}, so that a replay goes the way of any request. Any
 * thread. Judges no request.
 */
public final class Replaying {
    private static final Endpoint HERE = new Endpoint("127.0.0.1", 0);
    private static final ClientProcess HOPSCOPE =
            new ClientProcess("Hopscope", ProcessHandle.current().pid());

    private final Engine engine;
    private final Executor files;

    /** @param files threads that may block */
    public Replaying(Engine engine, Executor files) {
        this.engine = engine;
        this.files = files;
    }

    /** @param opened is given the connection, to be closed with the others when the proxy stops */
    public ReplayRequest.UnderWay send(ReplayRequest request, EventLoop loop, Consumer<Channel> opened) {
        CompletableFuture<Optional<ExchangeId>> begun = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        ReplayChannel channel = new ReplayChannel(request, files, over::completeExceptionally);
        OwnClient own = new OwnClient(request.source(), id -> begun.complete(Optional.ofNullable(id)));
        ConnectionInfo client =
                new ConnectionInfo(engine.events().nextConnectionId(), HERE, HERE, Instant.now(), null, HOPSCOPE, null);
        ConnectionContext context = new ConnectionContext(
                request.direct() ? direct() : engine,
                client,
                null,
                request.inside(),
                request.secure(),
                new ExchangeCounter());
        Connect none = (http, from, asked) -> http.close();
        channel.pipeline().addLast(new ClientConnection(context, none, own));
        channel.closeFuture().addListener(f -> {
            begun.complete(Optional.empty());
            over.complete(null);
        });
        opened.accept(channel);
        loop.register(channel).addListener(f -> {
            if (!f.isSuccess()) {
                channel.unsafe().closeForcibly();
                begun.completeExceptionally(f.cause());
                over.completeExceptionally(f.cause());
            }
        });
        return new ReplayRequest.UnderWay(
                begun,
                over,
                () -> loop.execute(() -> {
                    channel.pipeline().fireUserEventTriggered(Stopping.CANCELLED);
                    channel.close();
                }));
    }

    /** The same engine as if there were no upstream proxy. */
    private Engine direct() {
        return new Engine(
                () -> engine.options().get().withUpstream(null),
                engine.events(),
                engine.bodies(),
                engine.upstream(),
                engine.leaves(),
                engine.interception(),
                engine.pages(),
                engine.self(),
                engine.cache());
    }
}
