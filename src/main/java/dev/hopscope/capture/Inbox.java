package dev.hopscope.capture;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the recorder: events, octets and commands in one order, and how many octets of heap they hold. Put in by any thread, taken out by one. Wakes the
 * taker only when it sleeps without a deadline, so that traffic costs no system call. Refuses nothing: whoever puts in asks {@link #over} first.
 */
final class Inbox {
    /** Octets of a body, owned by the recorder. */
    record Octets(long exchange, Direction direction, byte[] bytes) {}

    /** Work for the recorder's thread. */
    interface Command {
        void run();
    }

    private static final int WEIGHT_OF_EVENT = 400;
    private static final int WEIGHT_OF_LINE = 120;

    private final Queue<Object> items = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicLong weight = new AtomicLong();
    private final long bound;
    private volatile boolean asleep;
    private volatile @Nullable Thread taker;

    Inbox(long bound) {
        this.bound = bound;
    }

    void put(ExchangeEvent event) {
        weight.addAndGet(weightOf(event));
        items.add(event);
        wake(false);
    }

    void put(Octets octets) {
        weight.addAndGet(weightOf(octets));
        items.add(octets);
        wake(false);
    }

    void put(Command command) {
        items.add(command);
        wake(true);
    }

    private void wake(boolean now) {
        if (now || asleep) {
            asleep = false;
            LockSupport.unpark(taker);
        }
    }

    /** The next item, or null: an {@link ExchangeEvent}, {@link Octets} or a {@link Command}. The taker's thread. */
    @Nullable
    Object take() {
        Object item = items.poll();
        if (item instanceof ExchangeEvent e) {
            weight.addAndGet(-weightOf(e));
        } else if (item instanceof Octets o) {
            weight.addAndGet(-weightOf(o));
        }
        return item;
    }

    /** Sleeps until something is put in, or, with {@code nanos} above 0, so long. The taker's thread. */
    void await(long nanos) {
        taker = Thread.currentThread();
        if (nanos > 0) {
            LockSupport.parkNanos(this, nanos);
            return;
        }
        asleep = true;
        if (items.isEmpty()) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    boolean over() {
        return weight.get() > bound;
    }

    /** Whether so much waits that the taker should not pause. */
    boolean busy() {
        return weight.get() > bound / 4;
    }

    /** Runs {@code resume} once less than half the bound waits, at once where the bound is not passed. */
    void whenBelow(Runnable resume) {
        waiters.add(resume);
        if (!over()) {
            release();
        }
    }

    void releaseIfBelow() {
        if (!waiters.isEmpty() && weight.get() <= bound / 2) {
            release();
        }
    }

    /** Runs all that wait. */
    void release() {
        List<Runnable> all = new ArrayList<>();
        for (Runnable next = waiters.poll(); next != null; next = waiters.poll()) {
            all.add(next);
        }
        all.forEach(Runnable::run);
    }

    private static int weightOf(Octets octets) {
        return WEIGHT_OF_LINE + octets.bytes.length;
    }

    /** Roughly; heads as they came from the wire count whole, those Hopscope made of them share their text and do not. */
    private static int weightOf(ExchangeEvent event) {
        return switch (event) {
            case ExchangeEvent.RequestReceived e ->
                WEIGHT_OF_EVENT + e.head().target().length() + weightOf(e.head());
            case ExchangeEvent.TunnelRequested e -> WEIGHT_OF_EVENT + weightOf(e.head());
            case ExchangeEvent.RequestUnreadable e ->
                WEIGHT_OF_EVENT + e.beginning().length();
            case ExchangeEvent.ResponseReceived e -> WEIGHT_OF_EVENT + weightOf(e.head());
            case ExchangeEvent.InterimResponse e -> WEIGHT_OF_EVENT + weightOf(e.head());
            case ExchangeEvent.RequestForwarded e ->
                WEIGHT_OF_EVENT
                        + WEIGHT_OF_LINE
                                * (e.head().headers().size() + e.changes().size());
            case ExchangeEvent.ResponseReturned e ->
                WEIGHT_OF_EVENT
                        + WEIGHT_OF_LINE
                                * (e.head().headers().size() + e.changes().size());
            case ExchangeEvent.RequestEnded e -> WEIGHT_OF_EVENT + weightOf(e.trailersReceived());
            case ExchangeEvent.ResponseEnded e -> WEIGHT_OF_EVENT + weightOf(e.trailersReceived());
            case ExchangeEvent.HandshakeRefused e -> WEIGHT_OF_EVENT;
            case ExchangeEvent.ClientIdentified e -> WEIGHT_OF_EVENT;
            case ExchangeEvent.OriginConnected e -> WEIGHT_OF_EVENT;
            case ExchangeEvent.Upgraded e -> WEIGHT_OF_EVENT;
            case ExchangeEvent.BytesPassed e -> WEIGHT_OF_EVENT;
            case ExchangeEvent.TunnelDecided e -> WEIGHT_OF_EVENT;
            case ExchangeEvent.Completed e -> WEIGHT_OF_EVENT;
            case ExchangeEvent.Failed e -> WEIGHT_OF_EVENT;
        };
    }

    private static int weightOf(Head head) {
        return weightOf(head.headers());
    }

    private static int weightOf(Headers headers) {
        int sum = WEIGHT_OF_LINE * headers.size();
        for (int i = 0; i < headers.size(); i++) {
            sum += headers.value(i).length() + headers.name(i).length();
        }
        return sum;
    }
}
