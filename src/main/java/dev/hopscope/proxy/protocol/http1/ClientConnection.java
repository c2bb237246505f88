package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.proxy.LocalPages;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.protocol.ClientFound;
import dev.hopscope.proxy.protocol.ConnectionContext;
import dev.hopscope.proxy.protocol.Engine;
import dev.hopscope.proxy.protocol.Stopping;
import dev.hopscope.proxy.tap.ExchangeTap;
import dev.hopscope.proxy.tap.TunnelTap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of HTTP/1: reads requests one after another, begins an exchange for each, answers what Hopscope answers itself. On the connection's event
 * loop. Does not dial, and touches no response of an origin: {@link OriginExchange} does.
 *
 * <p>One exchange is under way at a time; pipelined requests wait unread, at most one read's worth of them in memory (RFC 9112 §9.3.2).
 */
public final class ClientConnection extends ChannelInboundHandlerAdapter {
    private static final System.Logger LOG = System.getLogger(ClientConnection.class.getName());
    private static final int AHEAD = 64 * 1024;
    private static final int BEGINNING = 8 * 1024;

    /** What is being done. */
    private enum State {
        HEAD,
        CONTENT,
        ANSWERING,
        UPGRADED,
        HANDED_OVER,
        ENDING
    }

    private final ConnectionContext context;
    private final Engine engine;
    private final Connect connect;
    private final @Nullable OwnClient own;
    private final HeadReader reader = new HeadReader(HeadReader.Kind.REQUEST);
    private final ContentReader content = new ContentReader();
    private final Pause pause = new Pause();
    private final Requests requests;
    private ConnectionInfo client;
    private ProxyLimits limits;
    private @Nullable ChannelHandlerContext ctx;
    private State state = State.HEAD;
    private @Nullable OriginExchange current;
    private @Nullable ByteBuf pending;
    private @Nullable ByteBuf earlier;
    private @Nullable ScheduledFuture<?> tick;
    private @Nullable Instant started;
    private long headSince;
    private long lastRead;
    private boolean processing;
    private boolean inputEnded;
    private boolean recordingBehind;
    private boolean connectDue;
    private @Nullable Lingering lingering;

    public ClientConnection(ConnectionContext context, Connect connect) {
        this(context, connect, null);
    }

    /** @param own for the one exchange that Hopscope itself sends, null for a client's */
    ClientConnection(ConnectionContext context, Connect connect, @Nullable OwnClient own) {
        this.context = context;
        this.own = own;
        this.engine = context.engine();
        this.connect = connect;
        this.client = context.client();
        this.limits = engine.options().get().limits();
        this.requests = new Requests(context);
    }

    // ---- the channel

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        lastRead = System.nanoTime();
        ClientProcess process = context.channel().attr(ClientFound.PROCESS).get();
        if (process != null && client.process() == null) {
            client = client.withProcess(process);
        }
        scheduleTick();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (tick != null) {
            tick.cancel(false);
        }
        if (pending != null) {
            pending.release();
            pending = null;
        }
        forgetEarlier();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        lastRead = System.nanoTime();
        if (pending != null) {
            in = joined(pending, in);
            pending = null;
        }
        process(in);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (current != null) {
            current.flushRequest();
        }
        heedRecording();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (current != null) {
            current.clientWritable(context.channel().isWritable());
        } else if (context.channel().isWritable()) {
            resume();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded();
        } else if (event == Stopping.NOW && current != null) {
            current.abandon(
                    new Failure(Phase.RETURN, "proxy-stopped", "Hopscope stopped before the exchange was over"));
            current = null;
        } else if (event == Stopping.CANCELLED && current != null) {
            current.abandon(new Failure(Phase.RETURN, "cancelled", "it was cancelled in Hopscope"));
            current = null;
        } else if (event instanceof ClientFound found) {
            client = found.client();
            if (current != null) {
                current.tap().clientIdentified(client);
            }
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        clientGone();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!PeerFault.is(cause)) {
            LOG.log(System.Logger.Level.ERROR, "a fault in Hopscope ended a client's connection", cause);
            OriginExchange exchange = current;
            if (exchange != null) {
                exchange.abandon(new Failure(Phase.REQUEST, "internal-error", "a fault in Hopscope: " + cause));
            }
        }
        context.close();
    }

    // ---- reading

    private void process(ByteBuf in) {
        processing = true;
        int mark = in.readerIndex();
        try {
            boolean more = true;
            while (more) {
                more = in.isReadable() && step(in);
                if (!more && connectDue) {
                    connectDue = false;
                    exchange().connect();
                    more = in.isReadable() && state != State.ANSWERING;
                }
                if (state == State.HEAD) {
                    mark = in.readerIndex();
                }
            }
        } catch (Refusal refusal) {
            connectDue = false;
            refused(refusal, in, mark);
        } finally {
            processing = false;
            keepRest(in);
        }
        if (inputEnded && pending == null && (state == State.HEAD || state == State.CONTENT)) {
            inputEnded();
        }
    }

    /** Takes what the state calls for; false to let the rest wait. */
    private boolean step(ByteBuf in) throws Refusal {
        switch (state) {
            case HEAD -> {
                if (!channel().isWritable()) {
                    return false;
                }
                head(in);
            }
            case CONTENT -> content(in);
            case ANSWERING, HANDED_OVER -> {
                return false;
            }
            case UPGRADED -> exchange().upgradedFromClient(in.readRetainedSlice(in.readableBytes()));
            case ENDING -> {
                lingered(in.readableBytes());
                in.skipBytes(in.readableBytes());
            }
        }
        return true;
    }

    private void keepRest(ByteBuf in) {
        if (state == State.HANDED_OVER && in.isReadable()) {
            context().fireChannelRead(in);
        } else if (in.isReadable() && state != State.ENDING && state != State.HANDED_OVER) {
            pending = in;
            pause.set(channel(), Pause.FULL, in.readableBytes() >= AHEAD);
        } else {
            in.release();
            pause.set(channel(), Pause.FULL, false);
        }
    }

    private static ByteBuf joined(ByteBuf first, ByteBuf second) {
        if (first.refCnt() == 1 && !first.isReadOnly() && first.maxWritableBytes() >= second.readableBytes()) {
            first.writeBytes(second);
            second.release();
            return first;
        }
        ByteBuf both = first.alloc().buffer(first.readableBytes() + second.readableBytes());
        both.writeBytes(first).writeBytes(second);
        first.release();
        second.release();
        return both;
    }

    private void head(ByteBuf in) throws Refusal {
        int from = in.readerIndex();
        if (headSince == 0) {
            headSince = lastRead;
            started = Instant.now();
            limits = engine.options().get().limits();
        }
        if (!reader.read(in, limits)) {
            remember(in, from);
            return;
        }
        begin();
    }

    /** Keeps what was read of a head split over several reads, for the row of one that turns out wrong. */
    private void remember(ByteBuf in, int from) {
        int length = in.readerIndex() - from;
        ByteBuf kept = earlier == null ? Unpooled.buffer(256) : earlier;
        int room = Math.min(length, BEGINNING - kept.readableBytes());
        if (room > 0) {
            kept.writeBytes(in, from, room);
        }
        earlier = kept;
    }

    private void forgetEarlier() {
        if (earlier != null) {
            earlier.release();
            earlier = null;
        }
    }

    private void begin() throws Refusal {
        long headAt = System.nanoTime();
        RequestHead head = reader.requestHead();
        byte[] codes = reader.codes();
        Requests.Judged judged = requests.judge(head, codes);
        forgetEarlier();
        ConnectionUse use = new ConnectionUse(client, context.exchanges().next());
        if (judged.connectTarget() != null) {
            Connect.Request request = new Connect.Request(headSince, startedAt(), use, judged.connectTarget(), head);
            if (judged.refusal() != null) {
                connectRefused(request, judged.refusal());
                return;
            }
            state = State.HANDED_OVER;
            connect.open(context(), context, request);
            return;
        }
        ExchangeTap tap = ExchangeTap.begin(engine.events(), engine.bodies());
        Origin origin = judged.origin();
        if (own == null) {
            tap.requestReceived(headSince, startedAt(), use, context.tunnel(), origin, head, headAt);
        } else {
            tap.requestBegun(headSince, startedAt(), use, context.tunnel(), own.source(), origin, head, headAt);
            own.begun().accept(tap.id());
        }
        current = new OriginExchange(this, tap, head, judged, limits, CachedRequest.of(context, head, codes, judged));
        content.begin(judged.framing());
        if (judged.refusal() != null) {
            throw judged.refusal();
        }
        if (judged.framing().kind() == Framing.Kind.NONE) {
            state = State.ANSWERING;
            exchange().requestComplete();
        } else {
            state = State.CONTENT;
        }
        if (judged.local() != null) {
            if (state == State.CONTENT) {
                throw new Refusal(413, "content-not-wanted", "a page of Hopscope takes no content");
            }
            local(exchange(), judged.local());
        } else {
            connectDue = true;
        }
    }

    private void connectRefused(Connect.Request request, Refusal refusal) {
        Failure failure = new Failure(Phase.REQUEST, refusal.code(), refusal.detail());
        TunnelTap tap = TunnelTap.requested(
                engine.events(), request.at(), request.started(), request.client(), request.target(), request.head());
        Origin origin = new Origin("https", request.target());
        LocalPages.Page page = engine.pages()
                .failure(
                        refusal.status(),
                        failure,
                        origin,
                        request.head().headers().first("Accept"));
        ResponseHead head = OwnAnswer.head(page, false);
        context()
                .writeAndFlush(
                        OwnAnswer.octets(context().alloc(), head, page, false),
                        context().voidPromise());
        tap.responseReturned(head, List.of());
        tap.failed(failure);
        end(false);
    }

    private void content(ByteBuf in) throws Refusal {
        OriginExchange exchange = exchange();
        if (content.read(in, exchange.requestFlow(), limits)) {
            state = State.ANSWERING;
            exchange.requestComplete();
        }
    }

    private void readyForHead() {
        state = State.HEAD;
        headSince = 0;
        reader.reset();
    }

    // ---- what the exchange asks for

    Channel channel() {
        return context().channel();
    }

    ChannelHandlerContext context() {
        ChannelHandlerContext known = ctx;
        if (known == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return known;
    }

    Engine engine() {
        return engine;
    }

    /** The connection, for an exchange of Hopscope's own that follows from one of its. */
    ConnectionUse use() {
        return new ConnectionUse(client, context.exchanges().next());
    }

    /** Whether the whole request was read. */
    boolean requestRead() {
        return state != State.HEAD && state != State.CONTENT;
    }

    /** Whether no request can follow the one under way. */
    boolean lastRequest() {
        return inputEnded && pending == null;
    }

    void pauseReading(boolean on) {
        pause.set(channel(), Pause.PEER, on);
    }

    /** From now on octets pass unread. */
    void upgraded() {
        state = State.UPGRADED;
        resume();
    }

    /**
     * The exchange is over and its response written and flushed.
     *
     * @param persist whether another request may follow
     */
    void exchangeOver(boolean persist) {
        current = null;
        pause.set(channel(), Pause.PEER, false);
        boolean wholeRequest = state == State.ANSWERING;
        if (!persist || !wholeRequest || own != null || inputEnded && pending == null) {
            end(wholeRequest && pending == null);
            return;
        }
        readyForHead();
        resume();
    }

    /** The response broke off: the connection must end so that the client can tell. */
    void breakOff() {
        current = null;
        state = State.ENDING;
        if (channel().config() instanceof io.netty.channel.socket.SocketChannelConfig socket) {
            socket.setSoLinger(0);
        }
        channel().close();
    }

    private void resume() {
        if (processing) {
            return;
        }
        ByteBuf rest = pending;
        pending = null;
        if (rest != null) {
            process(rest);
            if (current != null) {
                current.flushRequest();
            }
        }
    }

    /** Answers in place of an origin and ends the exchange as failed. */
    void answerFailure(OriginExchange exchange, int status, Failure failure) {
        boolean persist = exchange.clientPersists() && state == State.ANSWERING && status != 400;
        LocalPages.Page page =
                exchange.withCacheStatus(engine.pages().failure(status, failure, exchange.origin(), exchange.accept()));
        answer(exchange.tap(), exchange.toHead(), page, persist);
        exchange.tap().failed(failure);
        exchangeOver(persist);
    }

    private void local(OriginExchange exchange, Requests.Local wanted) {
        boolean persist = exchange.clientPersists();
        LocalPages.Page page = wanted.page(engine);
        exchange.reportRequestEnd();
        answer(exchange.tap(), exchange.toHead(), page, persist);
        exchange.tap().completed();
        exchangeOver(persist);
    }

    private void answer(ExchangeTap tap, boolean toHead, LocalPages.Page page, boolean persist) {
        ResponseHead head = OwnAnswer.head(page, persist);
        ByteBuf out = OwnAnswer.octets(context().alloc(), head, page, toHead);
        tap.responseReturned(head, List.of());
        int length = toHead ? 0 : page.body().length;
        if (length > 0) {
            tap.responseBytes(out, out.writerIndex() - length, length);
        }
        tap.responseEnded(Headers.EMPTY, Headers.EMPTY, List.of());
        context().writeAndFlush(out, context().voidPromise());
    }

    // ---- what goes wrong

    private void refused(Refusal refusal, ByteBuf in, int mark) {
        Failure failure = new Failure(Phase.REQUEST, refusal.code(), refusal.detail());
        OriginExchange exchange = current;
        if (exchange != null) {
            exchange.refuse(refusal.status(), failure);
            return;
        }
        ExchangeTap tap = ExchangeTap.begin(engine.events(), engine.bodies());
        ConnectionUse use = new ConnectionUse(client, context.exchanges().next());
        tap.requestUnreadable(
                headSince, startedAt(), use, context.tunnel(), requests.layerOrigin(), beginning(in, mark));
        forgetEarlier();
        answer(tap, false, engine.pages().failure(refusal.status(), failure, requests.layerOrigin(), null), false);
        tap.failed(failure);
        end(false);
    }

    private String beginning(ByteBuf in, int mark) {
        ByteBuf before = earlier;
        String first = before == null ? "" : before.toString(StandardCharsets.ISO_8859_1);
        int room = Math.min(BEGINNING - first.length(), in.writerIndex() - mark);
        return first + in.toString(mark, Math.max(0, room), StandardCharsets.ISO_8859_1);
    }

    private void inputEnded() {
        inputEnded = true;
        switch (state) {
            case HEAD -> {
                if (pending != null) {
                    return;
                }
                if (headSince == 0 || reader.untouched()) {
                    close();
                } else {
                    refused(
                            Refusal.bad("head-cut-off", "the connection ended in the middle of a head"),
                            Unpooled.EMPTY_BUFFER,
                            0);
                }
            }
            case CONTENT ->
                exchange()
                        .refuse(
                                400,
                                new Failure(
                                        Phase.REQUEST,
                                        "content-cut-off",
                                        "the connection ended in the middle of the content"));
            case ANSWERING -> exchange().clientInputEnded();
            case UPGRADED -> exchange().upgradedClientEnded();
            case ENDING -> close();
            case HANDED_OVER -> {}
        }
    }

    private void clientGone() {
        OriginExchange exchange = current;
        current = null;
        if (exchange != null) {
            exchange.clientGone();
        } else if (state == State.HEAD && headSince != 0 && !reader.untouched()) {
            ExchangeTap tap = ExchangeTap.begin(engine.events(), engine.bodies());
            ConnectionUse use = new ConnectionUse(client, context.exchanges().next());
            tap.requestUnreadable(
                    headSince,
                    startedAt(),
                    use,
                    context.tunnel(),
                    requests.layerOrigin(),
                    beginning(Unpooled.EMPTY_BUFFER, 0));
            tap.failed(new Failure(
                    Phase.REQUEST, "client-gone", "the client closed the connection in the middle of a head"));
        }
        state = State.ENDING;
    }

    // ---- the end of the connection

    /** @param clean whether nothing of the client's is left unread, so that a plain close cannot destroy the answer on its way */
    private void end(boolean clean) {
        state = State.ENDING;
        ByteBuf rest = pending;
        pending = null;
        if (rest != null) {
            rest.release();
        }
        if (clean || inputEnded) {
            close();
        } else {
            lingering = Lingering.begin(context());
        }
    }

    private void lingered(int octets) {
        if (lingering != null) {
            lingering.discarded(octets);
        }
    }

    private void close() {
        state = State.ENDING;
        context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(io.netty.channel.ChannelFutureListener.CLOSE);
    }

    // ---- time

    private void scheduleTick() {
        long shortest = Math.min(
                limits.headTimeout().toMillis(),
                Math.min(
                        limits.idleTimeout().toMillis(),
                        limits.responseTimeout().toMillis()));
        long period = Math.max(10, Math.min(5000, shortest / 4));
        tick = context().executor().schedule(this::tick, period, TimeUnit.MILLISECONDS);
    }

    /** The one look at the clock: coarse, up to a quarter of the shortest limit late. */
    private void tick() {
        long now = System.nanoTime();
        OriginExchange exchange = current;
        switch (state) {
            case HEAD -> {
                if (pending == null
                        && headSince != 0
                        && !reader.untouched()
                        && now - headSince > limits.headTimeout().toNanos()) {
                    Refusal late = new Refusal(
                            408,
                            "head-timeout",
                            "the head was not complete after "
                                    + limits.headTimeout().toSeconds() + " s");
                    refused(late, Unpooled.EMPTY_BUFFER, 0);
                } else if (now - lastRead > limits.idleTimeout().toNanos()) {
                    context().close();
                }
            }
            case CONTENT -> {
                if (exchange != null
                        && !pause.on()
                        && now - lastRead > limits.idleTimeout().toNanos()) {
                    String detail =
                            "nothing came for " + limits.idleTimeout().toSeconds() + " s in the middle of the content";
                    exchange.refuse(408, new Failure(Phase.REQUEST, "content-timeout", detail));
                }
            }
            case ANSWERING, UPGRADED, HANDED_OVER, ENDING -> {}
        }
        if (exchange != null && exchange == current) {
            exchange.tick(now, lastRead);
        }
        if (channel().isActive() && !context().isRemoved()) {
            scheduleTick();
        }
    }

    private void heedRecording() {
        if (recordingBehind || !engine.bodies().full()) {
            return;
        }
        recordingBehind = true;
        recordingPause(true);
        engine.bodies()
                .whenDrained(() -> context().executor().execute(() -> {
                    recordingBehind = false;
                    recordingPause(false);
                }));
    }

    private void recordingPause(boolean on) {
        pause.set(channel(), Pause.RECORDING, on);
        if (current != null) {
            current.recordingPause(on);
        }
    }

    /** Called by the exchange where a response made the recording fall behind. */
    void recordingMayBeBehind() {
        heedRecording();
    }

    boolean recordingIsBehind() {
        return recordingBehind;
    }

    private OriginExchange exchange() {
        OriginExchange known = current;
        if (known == null) {
            throw new IllegalStateException("no exchange under way");
        }
        return known;
    }

    private Instant startedAt() {
        Instant known = started;
        return known == null ? Instant.now() : known;
    }
}
