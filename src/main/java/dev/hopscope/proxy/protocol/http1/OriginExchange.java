package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.proxy.LocalPages;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.tap.ExchangeTap;
import dev.hopscope.proxy.tls.TlsRefusal;
import dev.hopscope.proxy.upstream.UpstreamConnection;
import dev.hopscope.proxy.upstream.UpstreamException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One exchange and the origin's side of it: has a connection given, sends the request on, reads the response, gives it to the client, and sees to it that the
 * exchange ends once, whatever happens. On the client connection's event loop, where the origin's channel lives too. Parses no request.
 */
final class OriginExchange extends ChannelInboundHandlerAdapter {
    private static final System.Logger LOG = System.getLogger(OriginExchange.class.getName());
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE");
    private static final int SMALL = 4096;
    private static final int AHEAD = 64 * 1024;
    private static final int MOST_INTERIM = 100;

    private final ClientConnection client;
    private final ExchangeTap tap;
    private final RequestHead received;
    private final Requests.Judged judged;
    private final ProxyLimits limits;
    private final @Nullable CacheSide cache;
    private final ArrayDeque<ByteBuf> queue = new ArrayDeque<>(2);
    private final HeadReader reader = new HeadReader(HeadReader.Kind.RESPONSE);
    private final ContentReader content = new ContentReader();
    private final Pause pause = new Pause();
    private final RequestFlow requestFlow = new RequestFlow();
    private final ResponseFlow responseFlow = new ResponseFlow();

    private @Nullable UpstreamConnection up;
    private @Nullable Channel origin;
    private boolean over;
    private boolean headSent;
    private boolean requestComplete;
    private boolean requestReported;
    private boolean contentSent;
    private boolean requestUnflushed;
    private long queued;
    private Headers requestTrailersReceived = Headers.EMPTY;
    private TrailerSection requestTrailers = new TrailerSection(Headers.EMPTY, List.of());
    private long waitingSince;
    private long lastRead;
    private long lastTaken;

    private long firstByteAt;
    /** Why the origin took no more of the request, null while it does. */
    private @Nullable Throwable refused;

    private int interim;
    private @Nullable ResponseHead response;
    private Framing framing = Framing.NONE;
    private boolean dechunk;
    private boolean originPersists;
    private boolean persist;
    private @Nullable ByteBuf unsent;
    private Headers responseTrailersReceived = Headers.EMPTY;
    private TrailerSection responseTrailers = new TrailerSection(Headers.EMPTY, List.of());
    private boolean relaying;
    private boolean clientEnded;
    private boolean originEnded;

    OriginExchange(
            ClientConnection client,
            ExchangeTap tap,
            RequestHead received,
            Requests.Judged judged,
            ProxyLimits limits,
            @Nullable CachedRequest cached) {
        this.client = client;
        this.tap = tap;
        this.received = received;
        this.judged = judged;
        this.limits = limits;
        this.cache = cached == null ? null : new CacheSide(this, client, cached);
    }

    ExchangeTap tap() {
        return tap;
    }

    Origin origin() {
        return judged.origin();
    }

    @Nullable
    String accept() {
        return received.headers().first("Accept");
    }

    boolean toHead() {
        return received.method().equals("HEAD");
    }

    /** Whether the client's connection may go on after this exchange (RFC 9112 §9.3); never with HTTP/1.0, where a proxy cannot tell who asked. */
    boolean clientPersists() {
        return received.version() == HttpVersion.HTTP_1_1 && !judged.options().close() && !client.lastRequest();
    }

    ContentReader.Receiver requestFlow() {
        return requestFlow;
    }

    // ---- the request

    /** The request was read to its end. */
    void requestComplete() {
        requestComplete = true;
        if (headSent) {
            reportRequestEnd();
        }
    }

    void reportRequestEnd() {
        if (!requestReported) {
            requestReported = true;
            waitingSince = System.nanoTime();
            tap.requestEnded(requestTrailersReceived, requestTrailers.headers(), requestTrailers.changes());
        }
    }

    void connect() {
        if (cache == null) {
            connect(false);
        } else {
            cache.ask();
        }
    }

    /** @param fresh whether a connection that was used before will not do */
    void connect(boolean fresh) {
        if (over) {
            return;
        }
        var route = judged.route();
        if (route == null) {
            throw new IllegalStateException("a request that is not forwarded");
        }
        Future<UpstreamConnection> asked =
                client.engine().upstream().connect(route, client.channel().eventLoop(), fresh);
        if (asked.isDone()) {
            connected(asked);
        } else {
            asked.addListener(f -> guarded(() -> connected(asked)));
        }
    }

    void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            client.exceptionCaught(client.context(), e);
        }
    }

    private void connected(Future<UpstreamConnection> given) {
        if (!given.isSuccess()) {
            if (!over) {
                notConnected(given.cause());
            }
            return;
        }
        UpstreamConnection connection = given.getNow();
        if (over) {
            connection.release();
            return;
        }
        up = connection;
        Channel channel = connection.channel();
        origin = channel;
        lastRead = System.nanoTime();
        tap.originConnected(connection.use(), connection.dial());
        channel.pipeline().addLast(this);
        if (!channel.isActive()) {
            originGone(null);
            return;
        }
        sendHead(channel);
        if (!channel.config().isAutoRead() && !pause.on()) {
            channel.config().setAutoRead(true);
        }
        if (client.recordingIsBehind()) {
            recordingPause(true);
        }
    }

    private void notConnected(@Nullable Throwable cause) {
        if (!(cause instanceof UpstreamException known)) {
            LOG.log(System.Logger.Level.ERROR, "an upstream connection failed in an unknown way", cause);
        } else if (known.connection() != null) {
            tap.originConnected(known.connection(), known.dial()); // with the certificates that were refused
        }
        fail(UpstreamException.failureOf(cause));
    }

    private void sendHead(Channel channel) {
        ForwardedRequest forwarded = cache == null ? judged.forwarded() : cache.forwarded();
        if (forwarded == null) {
            throw new IllegalStateException("a request that is not forwarded");
        }
        ByteBuf first = queue.peek();
        int room = first != null && first.readableBytes() <= SMALL ? first.readableBytes() : 0;
        ByteBuf out = HeadWriter.request(channel.alloc(), forwarded.head(), room);
        if (room > 0 && first != null) {
            out.writeBytes(first);
            queue.remove().release();
        }
        headSent = true;
        write(channel, out);
        for (ByteBuf more = queue.poll(); more != null; more = queue.poll()) {
            write(channel, more);
        }
        queued = 0;
        channel.flush();
        requestUnflushed = false;
        client.pauseReading(!channel.isWritable());
        tap.requestForwarded(forwarded.head(), forwarded.changes());
        if (requestComplete) {
            reportRequestEnd();
        }
    }

    private static void write(Channel channel, ByteBuf octets) {
        channel.write(octets, channel.voidPromise());
    }

    /** Sends octets of the request on, or keeps them until there is a connection. */
    private void send(ByteBuf octets) {
        contentSent = true;
        Channel channel = origin;
        if (over) {
            octets.release();
        } else if (channel != null && headSent) {
            write(channel, octets);
            requestUnflushed = true;
        } else {
            queue.add(octets);
            queued += octets.readableBytes();
            if (queued >= AHEAD) {
                client.pauseReading(true);
            }
        }
    }

    void flushRequest() {
        if (requestUnflushed && origin != null) {
            requestUnflushed = false;
            origin.flush();
        }
    }

    /** The content of the request on its way to the origin. */
    private final class RequestFlow implements ContentReader.Receiver {
        @Override
        public void content(ByteBuf in, int index, int length) {
            tap.requestBytes(in, index, length);
        }

        @Override
        public void pass(ByteBuf in, int index, int length) {
            send(in.retainedSlice(index, length));
        }

        @Override
        public void chunk(int size) {
            send(HeadWriter.chunkHead(client.context().alloc(), size));
        }

        @Override
        public void trailers(Headers trailers, byte[] codes) {
            requestTrailersReceived = trailers;
            requestTrailers = TrailerSection.of(Direction.REQUEST, trailers, codes, true);
            send(HeadWriter.lastChunk(client.context().alloc(), requestTrailers.headers()));
        }
    }

    // ---- the response

    /** A repeated request takes it to a second connection, after the first. */
    @Override
    public boolean isSharable() {
        return true;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        lastRead = System.nanoTime();
        try {
            if (over || answering()) {
                return;
            }
            if (relaying) {
                relayToClient(in);
                return;
            }
            if (firstByteAt == 0) {
                firstByteAt = lastRead;
            }
            respond(in);
        } catch (Refusal refusal) {
            refuse(
                    502,
                    new Failure(
                            response == null ? Phase.WAIT : Phase.RESPONSE,
                            refusal.code(),
                            "the origin's answer is not passed on: " + refusal.detail()));
        } finally {
            in.release();
        }
    }

    private void respond(ByteBuf in) throws Refusal {
        while (in.isReadable() && !over && !answering()) {
            if (relaying) {
                relayToClient(in);
                in.skipBytes(in.readableBytes());
                return;
            }
            if (response == null) {
                if (!reader.read(in, limits)) {
                    return;
                }
                head(in);
            } else if (content.read(in, responseFlow, limits)) {
                finish(in.isReadable());
            }
        }
        if (!over) {
            giveUnsent();
        }
    }

    private void head(ByteBuf in) throws Refusal {
        ResponseHead head = reader.responseHead();
        byte[] codes = reader.codes();
        Framing next = Framing.ofResponse(head, codes, toHead());
        if (head.status() == 101) {
            switchProtocols(head, codes);
            return;
        }
        if (head.status() < 200) {
            interim(head, codes, in);
            return;
        }
        if (head.status() == 407 && up != null && up.route().absoluteForm()) {
            fail(new Failure(
                    Phase.UPSTREAM_PROXY,
                    "proxy-authentication-required",
                    "the upstream proxy asks for other credentials than the settings hold"));
            return;
        }
        ConnectionOptions options = ConnectionOptions.of(head.headers(), codes);
        originPersists = next.kind() != Framing.Kind.UNTIL_CLOSE
                && !options.close()
                && (head.version() == HttpVersion.HTTP_1_1 || options.keepAlive());
        if (cache != null) {
            boolean whole = next.kind() == Framing.Kind.NONE && originPersists && requestComplete && !in.isReadable();
            if (cache.answers(head, next, whole)) {
                return;
            }
        }
        response = head;
        framing = next;
        tap.responseReceived(head, firstByteAt);
        dechunk = next.kind() == Framing.Kind.CHUNKED && received.version() == HttpVersion.HTTP_1_0;
        persist = clientPersists() && next.kind() != Framing.Kind.UNTIL_CLOSE && client.requestRead();
        ReturnedResponse returned = ReturnedResponse.of(
                head,
                codes,
                new ReturnedResponse.Plan(
                        !persist, dechunk, client.engine().self().get().via(), cache == null ? null : cache.status()));
        unsent = HeadWriter.response(client.context().alloc(), returned.head(), Math.min(in.readableBytes(), SMALL));
        tap.responseReturned(returned.head(), returned.changes());
        content.begin(next);
        if (next.kind() == Framing.Kind.NONE) {
            finish(in.isReadable());
        }
    }

    /** RFC 9110 §15.2: passed on as they come, but not to a client that does not know them. */
    private void interim(ResponseHead head, byte[] codes, ByteBuf in) throws Refusal {
        if (++interim > MOST_INTERIM) {
            throw Refusal.bad("too-many-interim", "there are more than " + MOST_INTERIM + " interim responses");
        }
        tap.interim(head);
        reader.reset();
        firstByteAt = in.isReadable() ? lastRead : 0;
        if (received.version() == HttpVersion.HTTP_1_1) {
            var plan = new ReturnedResponse.Plan(
                    false, false, client.engine().self().get().via());
            ReturnedResponse returned = ReturnedResponse.of(head, codes, plan);
            ChannelHandlerContext to = client.context();
            to.writeAndFlush(HeadWriter.response(to.alloc(), returned.head(), 0), to.voidPromise());
        }
    }

    /** The content of the response on its way to the client. */
    private final class ResponseFlow implements ContentReader.Receiver {
        @Override
        public void content(ByteBuf in, int index, int length) {
            tap.responseBytes(in, index, length);
            if (cache != null) {
                cache.content(in, index, length);
            }
            if (dechunk) {
                give(in, index, length);
            }
        }

        @Override
        public void pass(ByteBuf in, int index, int length) {
            if (!dechunk) {
                give(in, index, length);
            }
        }

        @Override
        public void chunk(int size) {
            if (!dechunk) {
                giveUnsent();
                client.context()
                        .write(
                                HeadWriter.chunkHead(client.context().alloc(), size),
                                client.context().voidPromise());
            }
        }

        @Override
        public void trailers(Headers trailers, byte[] codes) {
            responseTrailersReceived = trailers;
            responseTrailers = TrailerSection.of(Direction.RESPONSE, trailers, codes, !dechunk);
            if (!dechunk) {
                giveUnsent();
                client.context()
                        .write(
                                HeadWriter.lastChunk(client.context().alloc(), responseTrailers.headers()),
                                client.context().voidPromise());
            }
        }
    }

    /** Small content goes out in one piece with the head; else a slice, uncopied. */
    private void give(ByteBuf in, int index, int length) {
        ByteBuf head = unsent;
        if (head != null && length <= head.writableBytes()) {
            head.writeBytes(in, index, length);
            return;
        }
        giveUnsent();
        client.context().write(in.retainedSlice(index, length), client.context().voidPromise());
    }

    private void giveUnsent() {
        ByteBuf head = unsent;
        if (head != null) {
            unsent = null;
            client.context().write(head, client.context().voidPromise());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!over) {
            client.context().flush();
            client.recordingMayBeBehind();
        }
    }

    /** @param more whether the origin sent octets past the end of its response */
    private void finish(boolean more) {
        over = true;
        dropQueue();
        if (cache != null) {
            cache.complete();
        }
        tap.responseEnded(responseTrailersReceived, responseTrailers.headers(), responseTrailers.changes());
        boolean wholeRequest = client.requestRead();
        ChannelHandlerContext to = client.context();
        ChannelPromise given = to.newPromise();
        given.addListener(done -> ended(done.isSuccess(), wholeRequest));
        ByteBuf last = unsent == null ? Unpooled.EMPTY_BUFFER : unsent;
        unsent = null;
        to.writeAndFlush(last, given);
        giveBack(originPersists && wholeRequest && !more);
        client.recordingMayBeBehind();
        client.exchangeOver(persist);
    }

    private void ended(boolean success, boolean wholeRequest) {
        if (!success) {
            tap.failed(new Failure(
                    Phase.RETURN, "client-gone", "the client closed the connection before it had the whole response"));
        } else if (!wholeRequest) {
            tap.failed(new Failure(
                    Phase.FORWARD, "request-cut-short", "the origin answered before it had the whole request"));
        } else {
            tap.completed();
        }
    }

    void giveBack(boolean usable) {
        UpstreamConnection connection = up;
        Channel channel = origin;
        up = null;
        origin = null;
        if (connection == null || channel == null) {
            return;
        }
        pause.set(channel, Pause.PEER, false);
        pause.set(channel, Pause.RECORDING, false);
        if (channel.pipeline().context(this) != null) {
            channel.pipeline().remove(this);
        }
        if (usable && channel.isActive()) {
            connection.release();
        } else {
            connection.discard();
        }
    }

    private void dropQueue() {
        for (ByteBuf octets = queue.poll(); octets != null; octets = queue.poll()) {
            octets.release();
        }
    }

    // ---- for the cache's side

    boolean over() {
        return over;
    }

    /** The origin's response is recorded, though the client gets another. */
    void originAnswered(ResponseHead head) {
        tap.responseReceived(head, firstByteAt);
    }

    /** Asks once more, on whatever connection is given. */
    void connectAgain() {
        reader.reset();
        firstByteAt = 0;
        headSent = false;
        connect(false);
    }

    /** Lets the origin go, for good. */
    void leaveOrigin() {
        dropQueue();
        giveBack(false);
    }

    /** Settles, and tells, whether the client's connection goes on after a response that is stored. */
    boolean clientPersistsAfter() {
        persist = clientPersists();
        return persist;
    }

    /** All that is stored was given. */
    void finishStored() {
        over = true;
        leaveCache();
        tap.responseEnded(Headers.EMPTY, Headers.EMPTY, List.of());
        ChannelHandlerContext to = client.context();
        ChannelPromise given = to.newPromise();
        given.addListener(done -> ended(done.isSuccess(), true));
        to.writeAndFlush(Unpooled.EMPTY_BUFFER, given);
        client.recordingMayBeBehind();
        client.exchangeOver(persist);
    }

    /** What Hopscope answers itself, with what its cache did. */
    LocalPages.Page withCacheStatus(LocalPages.Page page) {
        return cache == null ? page : cache.withStatus(page);
    }

    private boolean answering() {
        return cache != null && cache.answering();
    }

    private void leaveCache() {
        if (cache != null) {
            cache.leave();
        }
    }

    // ---- another protocol

    /** RFC 9110 §7.8: a 101 is right only where an upgrade was asked for, and only to what was asked for. */
    private void switchProtocols(ResponseHead head, byte[] codes) throws Refusal {
        ForwardedRequest forwarded = judged.forwarded();
        String protocol = head.headers().first("Upgrade");
        if (forwarded == null || !forwarded.upgrade() || protocol == null || !requestComplete) {
            throw Refusal.bad("unasked-upgrade", "it switches protocols without having been asked to");
        }
        response = head;
        tap.responseReceived(head, firstByteAt);
        var plan = new ReturnedResponse.Plan(
                false, false, client.engine().self().get().via());
        ReturnedResponse returned = ReturnedResponse.of(head, codes, plan);
        ChannelHandlerContext to = client.context();
        to.writeAndFlush(HeadWriter.response(to.alloc(), returned.head(), 0), to.voidPromise());
        tap.responseReturned(returned.head(), returned.changes());
        tap.upgraded(protocol);
        relaying = true;
        Channel channel = origin;
        if (channel != null) {
            channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        }
        client.upgraded();
    }

    private void relayToClient(ByteBuf in) {
        int length = in.readableBytes();
        tap.responseBytes(in, in.readerIndex(), length);
        client.context().write(in.retainedSlice(), client.context().voidPromise());
    }

    void upgradedFromClient(ByteBuf octets) {
        tap.requestBytes(octets, octets.readerIndex(), octets.readableBytes());
        send(octets);
    }

    void upgradedClientEnded() {
        clientEnded = true;
        shutDown(origin);
        endRelay();
    }

    private static void shutDown(@Nullable Channel channel) {
        if (channel instanceof DuplexChannel duplex && channel.isActive()) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> duplex.shutdownOutput());
        }
    }

    private void endRelay() {
        if (clientEnded && originEnded && !over) {
            over = true;
            reportRelayEnd();
            tap.completed();
            giveBack(false);
            client.exchangeOver(false);
        }
    }

    private void reportRelayEnd() {
        tap.requestEnded(Headers.EMPTY, Headers.EMPTY, List.of());
        tap.responseEnded(Headers.EMPTY, Headers.EMPTY, List.of());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent && relaying && !over) {
            originEnded = true;
            shutDown(client.channel());
            endRelay();
        }
        ctx.fireUserEventTriggered(event);
    }

    // ---- back-pressure

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (!over) {
            client.pauseReading(!ctx.channel().isWritable());
            lastTaken = System.nanoTime();
        }
    }

    void clientWritable(boolean writable) {
        if (cache != null && writable) {
            cache.goOn();
        }
        Channel channel = origin;
        if (channel != null && !over) {
            pause.set(channel, Pause.PEER, !writable);
            if (writable) {
                lastRead = System.nanoTime();
            }
        }
    }

    void recordingPause(boolean on) {
        if (cache != null && !on) {
            cache.goOn();
        }
        Channel channel = origin;
        if (channel != null && !over) {
            pause.set(channel, Pause.RECORDING, on);
        }
    }

    // ---- what goes wrong

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        originGone(null);
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!PeerFault.is(cause) && !(cause instanceof TlsRefusal)) {
            LOG.log(System.Logger.Level.ERROR, "a fault while reading from an origin", cause);
        }
        if (takesNoMore(ctx.channel()) && !relaying) {
            refused = cause;
            return; // what it said before it stopped listening is still to be read, and then its end
        }
        originGone(cause);
    }

    /** Whether writing failed and reading may go on (RFC 9112 §9.6: an answer may come before the request is through). */
    private static boolean takesNoMore(Channel channel) {
        return channel.isActive() && channel instanceof DuplexChannel duplex && duplex.isOutputShutdown();
    }

    private void originGone(@Nullable Throwable seen) {
        if (over) {
            return;
        }
        Throwable cause = seen == null ? refused : seen;
        UpstreamConnection connection = up;
        if (relaying) {
            over = true;
            reportRelayEnd();
            if (cause == null) {
                tap.completed();
            } else {
                tap.failed(new Failure(Phase.RESPONSE, "connection-reset", "the origin reset the connection"));
            }
            giveBack(false);
            client.exchangeOver(false);
        } else if (response == null
                && firstByteAt == 0
                && interim == 0
                && connection != null
                && connection.use().reused()
                && repeatable()) {
            giveBack(false);
            headSent = false;
            connect(true);
        } else if (response != null && framing.kind() == Framing.Kind.UNTIL_CLOSE && cause == null) {
            finish(false);
        } else {
            fail(goneFailure(cause));
        }
    }

    private Failure goneFailure(@Nullable Throwable cause) {
        if (cause instanceof TlsRefusal refusal) {
            return refusal.failure(); // a demand for a client certificate comes after the handshake
        }
        String how = cause == null ? "closed" : "reset";
        if (response != null) {
            return new Failure(
                    Phase.RESPONSE,
                    "connection-" + how,
                    "the origin " + how + " the connection in the middle of the response");
        }
        if (firstByteAt != 0) {
            return new Failure(
                    Phase.WAIT,
                    "head-cut-off",
                    "the origin " + how + " the connection in the middle of the response head");
        }
        return new Failure(Phase.WAIT, "connection-" + how, "the origin " + how + " the connection without an answer");
    }

    /** RFC 9110 §9.2.2, RFC 9112 §9.3.1. */
    private boolean repeatable() {
        return IDEMPOTENT.contains(received.method()) && !contentSent && requestComplete;
    }

    /** The client's request turned out wrong. */
    void refuse(int status, Failure failure) {
        if (over) {
            return;
        }
        over = true;
        dropQueue();
        leaveCache();
        giveBack(false);
        if (tap.returned()) {
            dropUnsent();
            tap.failed(failure);
            client.breakOff();
        } else {
            client.answerFailure(this, status, failure);
        }
    }

    private void fail(Failure failure) {
        boolean unanswered = !over && !tap.returned() && response == null;
        if (cache == null || !unanswered || !cache.standsIn(failure)) {
            refuse(OwnAnswer.status(failure), failure);
        }
    }

    /** A fault of ours: ends the exchange without an answer. */
    void abandon(Failure failure) {
        over = true;
        dropQueue();
        dropUnsent();
        leaveCache();
        giveBack(false);
        tap.failed(failure);
    }

    private void dropUnsent() {
        if (unsent != null) {
            unsent.release();
            unsent = null;
        }
    }

    void clientGone() {
        if (over) {
            return;
        }
        Phase phase = response != null || answering() ? Phase.RETURN : requestComplete ? Phase.WAIT : Phase.REQUEST;
        if (relaying) {
            over = true;
            reportRelayEnd();
            tap.completed();
            giveBack(false);
            return;
        }
        abandon(new Failure(phase, "client-gone", "the client closed the connection before it had the whole response"));
    }

    /** The client will send no more; it may still read. */
    void clientInputEnded() {
        persist = false;
    }

    /** @param clientRead when the client last sent something */
    void tick(long now, long clientRead) {
        if (over) {
            return;
        }
        if (cache != null && cache.answering()) {
            if (now - cache.lastTaken(now) > limits.idleTimeout().toNanos() && !client.recordingIsBehind()) {
                String detail = "the client took nothing for "
                        + limits.idleTimeout().toSeconds() + " s in the middle of the response";
                refuse(502, new Failure(Phase.RETURN, "idle-timeout", detail));
            }
        } else if (relaying) {
            if (now - Math.max(lastRead, clientRead)
                    > limits.tunnelIdleTimeout().toNanos()) {
                fail(new Failure(
                        Phase.RESPONSE,
                        "idle-timeout",
                        "nothing passed for " + limits.tunnelIdleTimeout().toSeconds() + " s"));
            }
        } else if (response == null) {
            if (requestReported
                    && now - Math.max(waitingSince, lastRead)
                            > limits.responseTimeout().toNanos()) {
                String detail =
                        "no answer came within " + limits.responseTimeout().toSeconds() + " s of the request";
                fail(new Failure(Phase.WAIT, "response-timeout", detail));
            } else if (origin != null
                    && !origin.isWritable()
                    && now - Math.max(lastTaken, clientRead)
                            > limits.idleTimeout().toNanos()) {
                String detail = "the origin took nothing for "
                        + limits.idleTimeout().toSeconds() + " s in the middle of the request";
                fail(new Failure(Phase.FORWARD, "idle-timeout", detail));
            }
        } else if (now - lastRead > limits.idleTimeout().toNanos()) {
            boolean clientSlow = pause.on() && !client.channel().isWritable();
            String who = clientSlow ? "the client took nothing" : "nothing came from the origin";
            String detail = who + " for " + limits.idleTimeout().toSeconds() + " s in the middle of the response";
            if (!client.recordingIsBehind()) {
                fail(new Failure(clientSlow ? Phase.RETURN : Phase.RESPONSE, "idle-timeout", detail));
            }
        }
    }
}
