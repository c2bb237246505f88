package dev.hopscope.capture;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the engine tells, folds it into snapshots, keeps the log's rows up to date and writes to the session's store. The sinks are called on event loops and
 * only put into a queue; all else happens on one thread of its own. Knows nothing of files.
 */
public final class Recorder implements ExchangeSink, BodySink {
    private static final Logger LOG = System.getLogger(Recorder.class.getName());
    /** Pause between two looks into the queue while there is traffic; rows are no fresher than this. */
    private static final long SLICE_NANOS = 10_000_000;
    /** A first event waits no longer than this (and one slice) for its transaction. */
    private static final long COMMIT_NANOS = 100_000_000;

    private static final long RETRY_NANOS = 1_000_000_000;
    private static final long SLOWED_SHOWN_NANOS = 1_000_000_000;
    private static final int ITEMS_A_SLICE = 20_000;
    private static final int EXCHANGES_A_COMMIT = 5_000;
    private static final long OCTETS_A_COMMIT = 8 << 20;

    private final SessionStore store;
    private final RowLog log;
    private final Inbox inbox;
    private final KeptOctets kept;
    private final RowMarking marking;
    private final AtomicLong lastExchange;
    private final AtomicLong lastConnection;
    private final Thread thread;

    /** Exchanges that are under way or not yet on disk. */
    private final Map<Long, Live> open = new ConcurrentHashMap<>();
    /** Exchanges under way of which no more is wanted: removed, or begun while nothing could be written. The recorder's thread. */
    private final Set<Long> ignored = new HashSet<>();

    private final List<Live> touched = new ArrayList<>();
    private final List<Live> unwritten = new ArrayList<>();
    private final List<SessionStore.Chunk> chunks = new ArrayList<>();
    private long chunkOctets;
    private long commitDue;
    private boolean ended;
    private boolean faultLogged;

    private volatile boolean paused;
    private volatile boolean closed;
    private volatile @Nullable String stoppedBecause;
    private final AtomicLong unrecorded = new AtomicLong();
    private volatile long slowedAt;

    /** An exchange as the recorder knows it. Written by its thread; the snapshot is read by others. */
    private static final class Live {
        private volatile Exchange exchange;
        private @Nullable ExchangeRow row;
        private final @Nullable BodyChunks[] bodies = new BodyChunks[2];
        private boolean touched;
        private boolean unwritten;

        Live(Exchange exchange) {
            this.exchange = exchange;
        }

        boolean ended() {
            return exchange.outcome().terminal();
        }
    }

    /**
     * @param lastExchange the highest exchange id that is taken, 0 if none
     * @param lastConnection the highest connection id that is taken
     */
    public Recorder(SessionStore store, RowLog log, RecordingOptions options, long lastExchange, long lastConnection) {
        this.store = store;
        this.log = log;
        this.inbox = new Inbox(options.queueBytes());
        this.kept = new KeptOctets(options.maxBody());
        this.marking = options.marking();
        this.lastExchange = new AtomicLong(lastExchange);
        this.lastConnection = new AtomicLong(lastConnection);
        this.slowedAt = System.nanoTime() - SLOWED_SHOWN_NANOS;
        this.thread = new Thread(this::run, "recorder");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    // ---- any thread

    @Override
    public ExchangeId nextId() {
        return new ExchangeId(lastExchange.incrementAndGet());
    }

    @Override
    public long nextConnectionId() {
        return lastConnection.incrementAndGet();
    }

    @Override
    public boolean recording() {
        return !paused && !closed;
    }

    public void setRecording(boolean on) {
        paused = !on;
    }

    @Override
    public void accept(ExchangeEvent event) {
        if (closed) {
            return;
        }
        if (event instanceof ExchangeEvent.Terminal) {
            kept.forget(event.id());
        }
        inbox.put(event);
    }

    /** Leaves the position of {@code octets} as it is. While nothing can be written, bodies are cut rather than held. */
    @Override
    public long write(ExchangeId exchange, Direction direction, ByteBuffer octets) {
        if (closed || stoppedBecause != null) {
            kept.cut(exchange, direction);
            return kept.of(exchange, direction);
        }
        int taken = kept.take(exchange, direction, octets.remaining());
        if (taken > 0) {
            byte[] copy = new byte[taken];
            octets.get(octets.position(), copy);
            inbox.put(new Inbox.Octets(exchange.value(), direction, copy));
        }
        return kept.of(exchange, direction);
    }

    @Override
    public boolean full() {
        if (!inbox.over() || closed) {
            return false;
        }
        slowedAt = System.nanoTime();
        return true;
    }

    @Override
    public void whenDrained(Runnable resume) {
        inbox.whenBelow(resume);
    }

    public RecordingState state() {
        String because = stoppedBecause;
        if (paused || closed) {
            return new RecordingState.Paused();
        }
        if (because != null) {
            return new RecordingState.Stopped(because + lost());
        }
        return System.nanoTime() - slowedAt < SLOWED_SHOWN_NANOS
                ? new RecordingState.Slowed()
                : new RecordingState.Recording();
    }

    private String lost() {
        long lost = unrecorded.get();
        return lost == 0 ? "" : ". " + lost + (lost == 1 ? " exchange" : " exchanges") + " passed unrecorded so far";
    }

    /** Exchanges that passed unrecorded because nothing could be written. */
    public long unrecorded() {
        return unrecorded.get();
    }

    /** An exchange that is under way or not yet in the store. */
    public Optional<Exchange> live(ExchangeId id) {
        Live live = open.get(id.value());
        return live == null ? Optional.empty() : Optional.of(live.exchange);
    }

    /**
     * Waits until all accepted so far is in the store.
     *
     * @throws IOException where it cannot be written now
     */
    public void flush() throws IOException {
        await(() -> {
            commit();
            String because = stoppedBecause;
            if (because != null) {
                throw new IOException(because);
            }
        });
    }

    /** Removes all exchanges; those under way leave no row. */
    public void clear() throws IOException {
        await(() -> {
            store.clear();
            open.forEach((id, live) -> drop(live));
            chunks.clear();
            chunkOctets = 0;
            log.clear();
        });
    }

    public void remove(Collection<ExchangeId> ids) throws IOException {
        await(() -> {
            Set<Long> wanted = new HashSet<>();
            ids.forEach(id -> wanted.add(id.value()));
            store.remove(wanted);
            for (long id : wanted) {
                Live live = open.get(id);
                if (live != null) {
                    drop(live);
                }
            }
            chunks.removeIf(c -> wanted.contains(c.exchange()));
            log.remove(wanted);
        });
    }

    /** Writes what was accepted and ends; events that come later are dropped. */
    public void close() throws IOException {
        if (closed) {
            return;
        }
        try {
            await(() -> {
                closed = true;
                commit();
                ended = true;
                String because = stoppedBecause;
                if (because != null) {
                    throw new IOException(because + ". " + unwritten.size() + " exchanges could not be written");
                }
            });
        } finally {
            closed = true;
            inbox.release();
            store.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void await(Work work) throws IOException {
        if (closed) {
            throw new IOException("the session is closed");
        }
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        inbox.put((Inbox.Command) () -> {
            try {
                publish();
                work.run();
                done.complete(null);
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw new IOException(io.getMessage(), io);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the recorder", e);
        }
    }

    // ---- the recorder's thread

    private void run() {
        while (!ended) {
            try {
                int taken = slice();
                publish();
                if (commitIsDue()) {
                    commit();
                }
                inbox.releaseIfBelow();
                rest(taken);
            } catch (Throwable e) {
                fault(e);
            }
        }
    }

    private int slice() {
        int taken = 0;
        for (; taken < ITEMS_A_SLICE && !ended; taken++) {
            switch (inbox.take()) {
                case ExchangeEvent event -> fold(event);
                case Inbox.Octets octets -> fold(octets);
                case Inbox.Command command -> command.run();
                case null, default -> {
                    return taken;
                }
            }
        }
        return taken;
    }

    private void rest(int taken) {
        if (ended || taken == ITEMS_A_SLICE || inbox.busy()) {
            return;
        }
        if (taken == 0 && unwritten.isEmpty() && chunks.isEmpty() && stoppedBecause == null) {
            inbox.await(0);
        } else {
            inbox.await(SLICE_NANOS);
        }
    }

    private void fold(ExchangeEvent event) {
        long id = event.id().value();
        if (event instanceof ExchangeEvent.Started started && !open.containsKey(id)) {
            begin(id, started);
            return;
        }
        Live live = open.get(id);
        if (live == null) {
            boolean known = event instanceof ExchangeEvent.Terminal ? ignored.remove(id) : ignored.contains(id);
            if (!known) {
                fault(new IllegalStateException(
                        event.getClass().getSimpleName() + " of " + event.id() + ", which is not under way"));
            }
            return;
        }
        try {
            live.exchange = live.exchange.with(event);
        } catch (IllegalStateException e) {
            fault(e);
            return;
        }
        touch(live);
    }

    private void begin(long id, ExchangeEvent.Started started) {
        if (stoppedBecause != null) {
            unrecorded.incrementAndGet();
            if (!(started instanceof ExchangeEvent.Terminal)) {
                ignored.add(id);
            }
            return;
        }
        Live live = new Live(Exchange.of(started));
        open.put(id, live);
        touch(live);
    }

    private void fold(Inbox.Octets octets) {
        Live live = open.get(octets.exchange());
        if (live == null) {
            if (!ignored.contains(octets.exchange())) {
                fault(new IllegalStateException("octets of #" + octets.exchange() + ", which is not under way"));
            }
            return;
        }
        int which = octets.direction().ordinal();
        BodyChunks body = live.bodies[which];
        if (body == null) {
            body = new BodyChunks(octets.exchange(), octets.direction());
            live.bodies[which] = body;
        }
        body.add(octets.bytes(), chunks);
        chunkOctets += octets.bytes().length;
        markUnwritten(live);
    }

    private void touch(Live live) {
        if (!live.touched) {
            live.touched = true;
            touched.add(live);
        }
        markUnwritten(live);
    }

    private void markUnwritten(Live live) {
        if (!live.unwritten) {
            if (unwritten.isEmpty() && stoppedBecause == null) {
                commitDue = System.nanoTime() + COMMIT_NANOS;
            }
            live.unwritten = true;
            unwritten.add(live);
        }
    }

    /** Makes the rows of what changed since the last slice. */
    private void publish() {
        if (touched.isEmpty()) {
            return;
        }
        List<ExchangeRow> rows = new ArrayList<>(touched.size());
        for (Live live : touched) {
            live.touched = false;
            live.row = ExchangeRow.of(live.exchange, marking);
            rows.add(live.row);
        }
        touched.clear();
        log.put(rows);
    }

    private boolean commitIsDue() {
        if (unwritten.isEmpty() && stoppedBecause == null) {
            return false;
        }
        boolean late = System.nanoTime() - commitDue >= 0;
        boolean large = unwritten.size() >= EXCHANGES_A_COMMIT || chunkOctets >= OCTETS_A_COMMIT;
        return late || (stoppedBecause == null && large);
    }

    private void commit() {
        publish();
        if (unwritten.isEmpty() && stoppedBecause == null) {
            return;
        }
        List<SessionStore.Entry> entries = new ArrayList<>(unwritten.size());
        for (Live live : unwritten) {
            for (BodyChunks body : live.bodies) {
                if (body != null) {
                    body.commit(live.ended(), chunks);
                }
            }
            ExchangeRow row = live.row;
            entries.add(
                    new SessionStore.Entry(live.exchange, row == null ? ExchangeRow.of(live.exchange, marking) : row));
        }
        try {
            store.write(entries, chunks);
        } catch (IOException e) {
            stop(e);
            return;
        }
        for (Live live : unwritten) {
            live.unwritten = false;
            if (live.ended()) {
                open.remove(live.exchange.id().value());
            }
        }
        unwritten.clear();
        chunks.clear();
        chunkOctets = 0;
        resume();
    }

    private void stop(IOException e) {
        String message = String.valueOf(e.getMessage());
        commitDue = System.nanoTime() + RETRY_NANOS;
        if (!message.equals(stoppedBecause)) {
            stoppedBecause = message;
            LOG.log(Level.WARNING, "Recording has stopped: " + message);
            LOG.log(Level.DEBUG, "Why recording has stopped", e);
        }
    }

    private void resume() {
        if (stoppedBecause != null) {
            LOG.log(Level.INFO, "Recording goes on" + lost());
            stoppedBecause = null;
        }
    }

    private void drop(Live live) {
        long id = live.exchange.id().value();
        open.remove(id);
        unwritten.remove(live);
        touched.remove(live);
        if (!live.ended()) {
            ignored.add(id);
        }
    }

    private void fault(Throwable e) {
        if (!faultLogged) {
            faultLogged = true;
            LOG.log(Level.ERROR, "The recorder was told what cannot be; further faults are not logged", e);
        }
    }
}
