package dev.hopscope.proxy.tap;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP protocol tells of one exchange: turns calls into events in their legal order, hands content to the body sink, and lets exactly one end through.
 * On its connection's event loop only. Does not move bytes; says nothing of an exchange that began while recording was off.
 *
 * <p>Calls after the end are ignored, since several causes of one end may race; a call out of order is a fault of ours and throws.
 */
public final class ExchangeTap {
    private static final long REPORT_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    /** How far an exchange is. */
    private enum Step {
        NEW,
        OPEN,
        ENDED
    }

    private final ExchangeSink events;
    private final BodySink bodies;
    private final boolean quiet;
    private @Nullable ExchangeId id;
    private Step step = Step.NEW;
    private boolean forwarded;
    private boolean requestEnded;
    private boolean received;
    private boolean returned;
    private boolean responseEnded;
    private long requestBytes;
    private long responseBytes;
    private long requestKept;
    private long responseKept;
    private long reportedAt;

    private ExchangeTap(ExchangeSink events, BodySink bodies) {
        this.events = events;
        this.bodies = bodies;
        this.quiet = !events.recording();
    }

    /** A tap for an exchange that begins now; it stays silent where recording is off now. */
    public static ExchangeTap begin(ExchangeSink events, BodySink bodies) {
        return new ExchangeTap(events, bodies);
    }

    /** The id given at the start; null before it, and where nothing is reported. */
    public @Nullable ExchangeId id() {
        return id;
    }

    public boolean ended() {
        return step == Step.ENDED;
    }

    /** Whether a final response head went to the client. */
    public boolean returned() {
        return returned;
    }

    /** @param at {@link System#nanoTime} of the first octet */
    public void requestReceived(
            long at,
            Instant started,
            ConnectionUse client,
            @Nullable ExchangeId parent,
            Origin origin,
            RequestHead head,
            long headAt) {
        requestBegun(at, started, client, parent, Source.CAPTURED, origin, head, headAt);
    }

    /** For one that Hopscope sends itself. */
    public void requestBegun(
            long at,
            Instant started,
            ConnectionUse client,
            @Nullable ExchangeId parent,
            Source source,
            Origin origin,
            RequestHead head,
            long headAt) {
        start(at);
        if (!quiet) {
            events.accept(new ExchangeEvent.RequestReceived(
                    newId(), at, started, client, parent, source, origin, head, headAt));
        }
    }

    public void requestUnreadable(
            long at,
            Instant started,
            ConnectionUse client,
            @Nullable ExchangeId parent,
            @Nullable Origin origin,
            String beginning) {
        start(at);
        if (!quiet) {
            events.accept(new ExchangeEvent.RequestUnreadable(newId(), at, started, client, parent, origin, beginning));
        }
    }

    public void clientIdentified(ConnectionInfo client) {
        if (step == Step.OPEN && !quiet) {
            events.accept(new ExchangeEvent.ClientIdentified(known(), System.nanoTime(), client));
        }
    }

    public void originConnected(ConnectionUse origin, DialTimings dial) {
        if (open() && !quiet) {
            events.accept(new ExchangeEvent.OriginConnected(known(), System.nanoTime(), origin, dial));
        }
    }

    /** A request repeated on a fresh connection is told once. */
    public void requestForwarded(RequestHead head, List<HeaderChange> changes) {
        if (!open() || forwarded) {
            return;
        }
        forwarded = true;
        if (!quiet) {
            events.accept(new ExchangeEvent.RequestForwarded(known(), System.nanoTime(), head, changes));
        }
    }

    /** Content of the request, transfer coding removed. Moves no index. */
    public void requestBytes(ByteBuf from, int index, int length) {
        if (!open()) {
            return;
        }
        require(!requestEnded, "content after the end of the request");
        requestBytes += length;
        if (!quiet) {
            requestKept = write(Direction.REQUEST, from, index, length, requestKept);
            report();
        }
    }

    public void requestEnded(Headers trailersReceived, Headers trailersForwarded, List<HeaderChange> changes) {
        if (!open()) {
            return;
        }
        require(!requestEnded, "a second end of the request");
        requestEnded = true;
        if (!quiet) {
            BodyRef body = bodyRef(Direction.REQUEST, requestBytes, requestKept);
            events.accept(new ExchangeEvent.RequestEnded(
                    known(), System.nanoTime(), body, trailersReceived, trailersForwarded, changes));
        }
    }

    public void interim(ResponseHead head) {
        if (!open()) {
            return;
        }
        require(!received && !returned, "an interim response after the final one");
        if (!quiet) {
            events.accept(new ExchangeEvent.InterimResponse(known(), System.nanoTime(), head));
        }
    }

    /** @param firstByteAt {@link System#nanoTime} of its first octet */
    public void responseReceived(ResponseHead head, long firstByteAt) {
        if (!open()) {
            return;
        }
        require(!received, "a second response");
        received = true;
        if (!quiet) {
            events.accept(new ExchangeEvent.ResponseReceived(known(), System.nanoTime(), head, firstByteAt));
        }
    }

    public void responseReturned(ResponseHead head, List<HeaderChange> changes) {
        if (!open()) {
            return;
        }
        require(!returned, "a second response to the client");
        returned = true;
        if (!quiet) {
            events.accept(new ExchangeEvent.ResponseReturned(known(), System.nanoTime(), head, changes));
        }
    }

    /** Content of the response, transfer coding removed. Moves no index. */
    public void responseBytes(ByteBuf from, int index, int length) {
        if (!open()) {
            return;
        }
        require((returned || received) && !responseEnded, "content outside of a response");
        responseBytes += length;
        if (!quiet) {
            responseKept = write(Direction.RESPONSE, from, index, length, responseKept);
            report();
        }
    }

    public void responseEnded(Headers trailersReceived, Headers trailersReturned, List<HeaderChange> changes) {
        if (!open()) {
            return;
        }
        require((returned || received) && !responseEnded, "the end of a response that has not begun");
        responseEnded = true;
        if (!quiet) {
            BodyRef body = bodyRef(Direction.RESPONSE, responseBytes, responseKept);
            events.accept(new ExchangeEvent.ResponseEnded(
                    known(), System.nanoTime(), body, trailersReceived, trailersReturned, changes));
        }
    }

    /** After a 101; the octets relayed follow as content of both directions. */
    public void upgraded(String protocol) {
        if (!open()) {
            return;
        }
        require(returned, "an upgrade without its 101");
        requestEnded = false;
        if (!quiet) {
            events.accept(new ExchangeEvent.Upgraded(known(), System.nanoTime(), protocol));
        }
    }

    /** The end: all passed. */
    public void completed() {
        if (open()) {
            step = Step.ENDED;
            if (!quiet) {
                events.accept(new ExchangeEvent.Completed(known(), System.nanoTime()));
            }
        }
    }

    /** The end: not all passed, for this cause. */
    public void failed(Failure failure) {
        if (open()) {
            step = Step.ENDED;
            if (!quiet) {
                BodyRef request = requestEnded ? null : bodyRef(Direction.REQUEST, requestBytes, requestKept);
                BodyRef response = responseEnded ? null : bodyRef(Direction.RESPONSE, responseBytes, responseKept);
                events.accept(new ExchangeEvent.Failed(known(), System.nanoTime(), failure, request, response));
            }
        }
    }

    private void start(long at) {
        require(step == Step.NEW, "a second start");
        step = Step.OPEN;
        reportedAt = at;
    }

    private boolean open() {
        require(step != Step.NEW, "an event before the start");
        return step == Step.OPEN;
    }

    private static void require(boolean legal, String what) {
        if (!legal) {
            throw new IllegalStateException(what);
        }
    }

    private ExchangeId newId() {
        ExchangeId given = events.nextId();
        id = given;
        return given;
    }

    private ExchangeId known() {
        ExchangeId given = id;
        if (given == null) {
            throw new IllegalStateException("no id");
        }
        return given;
    }

    private long write(Direction direction, ByteBuf from, int index, int length, long kept) {
        if (from.nioBufferCount() == 1) {
            return bodies.write(known(), direction, from.internalNioBuffer(index, length));
        }
        long last = kept;
        for (ByteBuffer part : from.nioBuffers(index, length)) {
            last = bodies.write(known(), direction, part);
        }
        return last;
    }

    private void report() {
        long now = System.nanoTime();
        if (now - reportedAt > REPORT_EVERY) {
            reportedAt = now;
            events.accept(new ExchangeEvent.BytesPassed(known(), now, requestBytes, responseBytes));
        }
    }

    private @Nullable BodyRef bodyRef(Direction direction, long length, long kept) {
        return length == 0 ? null : new BodyRef(known(), direction, length, kept);
    }
}
