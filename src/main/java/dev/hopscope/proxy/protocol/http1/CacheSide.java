package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.proxy.LocalPages;
import dev.hopscope.proxy.cache.CacheStep;
import dev.hopscope.proxy.cache.CacheVerdict;
import dev.hopscope.proxy.cache.StoredAnswer;
import dev.hopscope.proxy.cache.StoredContent;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cache's side of one exchange: asked before the origin, after it, and where the origin fails; what it answers goes to the client from here. On the client
 * connection's event loop. Decides nothing ({@link dev.hopscope.proxy.cache.CacheUse} does) and speaks with no origin.
 */
final class CacheSide {
    /** Where an exchange failed for want of an answer: what a cache may stand in for (RFC 9111 §4.2.4). */
    private static final Set<Phase> UNREACHED = EnumSet.of(Phase.DNS, Phase.CONNECT, Phase.WAIT);

    private final OriginExchange exchange;
    private final ClientConnection client;
    private final CachedRequest request;
    private boolean answering;
    private @Nullable StoredRelay stored;

    CacheSide(OriginExchange exchange, ClientConnection client, CachedRequest request) {
        this.exchange = exchange;
        this.client = client;
        this.request = request;
    }

    /** Whether the client is given what is stored. */
    boolean answering() {
        return answering;
    }

    /** The head to send to the origin. */
    ForwardedRequest forwarded() {
        return request.forwarded();
    }

    /** {@code Cache-Status} of a response that is passed on (RFC 9211). */
    String status() {
        return request.use().status();
    }

    void ask() {
        if (exchange.over()) {
            return;
        }
        switch (request.use().next(Instant.now())) {
            case CacheStep.Answer step -> answer(step.answer(), null, null);
            case CacheStep.Forward step -> {
                request.ask(step.conditions());
                exchange.connect(false);
            }
            case CacheStep.Wait step ->
                request.use().whenReady(client.channel().eventLoop(), () -> exchange.guarded(this::ask));
            case CacheStep.Nothing step -> {
                exchange.reportRequestEnd();
                exchange.refuse(504, new Failure(Phase.REQUEST, "only-if-cached", step.why()));
            }
        }
    }

    /**
     * Whether the origin's response is not what the client gets.
     *
     * @param whole whether the origin's connection may be used again
     */
    boolean answers(ResponseHead head, Framing framing, boolean whole) {
        return switch (request.use().response(head, framing.kind() != Framing.Kind.UNTIL_CLOSE, Instant.now())) {
            case CacheVerdict.Pass pass -> false;
            case CacheVerdict.Answer verdict -> {
                exchange.originAnswered(head);
                exchange.giveBack(whole);
                answer(verdict.answer(), head, null);
                yield true;
            }
            case CacheVerdict.Again again -> {
                exchange.giveBack(whole);
                // as the client asked it, with no question of the cache
                request.ask(Headers.EMPTY);
                exchange.connectAgain();
                yield true;
            }
        };
    }

    /** Whether the client is given a stale response where the origin gave none. */
    boolean standsIn(Failure failure) {
        if (answering || !UNREACHED.contains(failure.phase()) || OwnAnswer.status(failure) == 403) {
            return false;
        }
        StoredAnswer instead = request.use().afterFailure(Instant.now());
        if (instead == null) {
            return false;
        }
        exchange.leaveOrigin();
        answer(instead, null, failure);
        return true;
    }

    /**
     * Answers with what is stored.
     *
     * @param got what the origin answered, null where it was not asked or did not answer
     * @param failure what it is to end with where the stored response turns out to be lost, null to ask the origin then
     */
    private void answer(StoredAnswer answer, @Nullable ResponseHead got, @Nullable Failure failure) {
        answering = true;
        if (answer.length() == 0) {
            give(answer, got, null);
            return;
        }
        request.use()
                .open(
                        client.channel().eventLoop(),
                        content -> exchange.guarded(() -> opened(answer, got, failure, content)));
    }

    private void opened(
            StoredAnswer answer,
            @Nullable ResponseHead got,
            @Nullable Failure failure,
            @Nullable StoredContent content) {
        if (exchange.over()) {
            if (content != null) {
                content.close();
            }
        } else if (content != null) {
            give(answer, got, content);
        } else if (failure != null) {
            exchange.refuse(OwnAnswer.status(failure), failure);
        } else if (got != null) {
            lost("the stored response cannot be read");
        } else {
            answering = false;
            ask();
        }
    }

    private void lost(String detail) {
        exchange.refuse(502, new Failure(Phase.RETURN, "stored-response-lost", detail));
    }

    private void give(StoredAnswer answer, @Nullable ResponseHead got, @Nullable StoredContent content) {
        boolean persist = exchange.clientPersistsAfter();
        ReturnedResponse returned = StoredResponse.of(
                answer, got, !persist, client.engine().self().get().via());
        exchange.reportRequestEnd();
        ChannelHandlerContext to = client.context();
        to.write(HeadWriter.response(to.alloc(), returned.head(), 0), to.voidPromise());
        exchange.tap().responseReturned(returned.head(), returned.changes());
        if (answer.validate()) {
            request.validate(exchange.tap().id(), client);
        }
        if (content == null) {
            exchange.finishStored();
            return;
        }
        StoredRelay relay = new StoredRelay(
                client,
                exchange.tap(),
                content,
                answer,
                exchange::finishStored,
                () -> lost("the stored response cannot be read on"));
        stored = relay;
        relay.goOn();
    }

    /** The client or the recording has caught up. */
    void goOn() {
        if (stored != null) {
            stored.goOn();
        }
    }

    /** When the client last took something of what is stored, {@link System#nanoTime}; {@code now} while nothing is given. */
    long lastTaken(long now) {
        return stored == null ? now : stored.lastTaken();
    }

    /** Content of the origin's response, on its way to the client and perhaps to the store. */
    void content(ByteBuf in, int index, int length) {
        request.use().content(in, index, length);
    }

    /** The origin's response is whole. */
    void complete() {
        request.use().complete();
    }

    /** What Hopscope answers itself, with what its cache did. */
    LocalPages.Page withStatus(LocalPages.Page page) {
        Headers.Builder headers = Headers.builder();
        page.headers().forEach(h -> headers.add(h.name(), h.value()));
        headers.add("Cache-Status", status());
        headers.add("X-Cache", "MISS from hopscope");
        return new LocalPages.Page(page.status(), page.reason(), headers.build(), page.body());
    }

    /** The exchange is over: nothing more is given or stored. */
    void leave() {
        StoredRelay relay = stored;
        stored = null;
        if (relay != null) {
            relay.close();
        }
        request.use().abort();
    }
}
