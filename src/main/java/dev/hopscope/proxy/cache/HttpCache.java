package dev.hopscope.proxy.cache;

import dev.hopscope.caching.CachingOptions;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.proxy.CacheContents;
import dev.hopscope.proxy.CacheOptions;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cache of a proxy (RFC 9111). Any thread; touches files on its own threads alone. Decides nothing about what may be stored or may answer. */
public final class HttpCache implements AutoCloseable {
    private static final int LARGEST_SHARE = 4;

    private final CacheOptions options;
    private final CachingOptions rules;
    private final Store store;
    private final Flights flights = new Flights();
    private final CompletableFuture<Void> opened;

    private HttpCache(CacheOptions options, CompletableFuture<Void> after) {
        this.options = options;
        this.rules = (options.shared() ? CachingOptions.SHARED : CachingOptions.PRIVATE).withTargets(options.targets());
        this.store = new Store(options.folder(), options.bytes());
        this.opened = store.open(after);
    }

    /**
     * Begins to open it; requests wait for that.
     *
     * @param after what must be done first: the end of the cache that had the folder
     */
    static HttpCache open(CacheOptions options, CompletableFuture<Void> after) {
        return new HttpCache(options, after);
    }

    public CacheOptions options() {
        return options;
    }

    /** Tells what is wrong with it, should it not open. */
    void onProblem(Consumer<String> listener) {
        opened.whenComplete((done, failed) -> {
            if (failed != null) {
                Throwable cause =
                        failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
                listener.accept(String.valueOf(cause.getMessage()));
            }
        });
    }

    /** Whether it cannot be used at all. */
    public boolean broken() {
        return opened.isCompletedExceptionally();
    }

    /**
     * The cache's part in one exchange.
     *
     * @param uri the target as an absolute URI
     * @param scope who may be answered with what is stored for whom: responses of one scope never answer in another; null where nothing may
     * @param plain whether the request has no content and does not ask for another protocol
     */
    public CacheUse use(String uri, @Nullable String scope, RequestHead request, boolean plain) {
        return new CacheUse(this, uri, scope == null ? null : kind() + scope, request, plain);
    }

    /** What one kind of cache stored does not answer in another: it may not have been allowed there. */
    private String kind() {
        String targets = String.join(",", options.targets());
        return (options.shared() ? "" : "private ") + (targets.isEmpty() ? "" : targets + " ");
    }

    CacheContents.Snapshot snapshot() {
        if (!opened.isDone()) {
            return new CacheContents.Snapshot(CacheContents.State.OPENING, null, List.of(), 0, options.bytes());
        }
        String problem = problem();
        return problem != null
                ? new CacheContents.Snapshot(CacheContents.State.BROKEN, problem, List.of(), 0, options.bytes())
                : new CacheContents.Snapshot(
                        CacheContents.State.ON,
                        null,
                        store.index().all().stream()
                                .map(entry -> entry.look(rules))
                                .toList(),
                        store.index().octets(),
                        options.bytes());
    }

    int drop(Collection<Long> ids) {
        int dropped = 0;
        for (Entry entry : store.index().find(ids)) {
            dropped += store.remove(entry) ? 1 : 0;
        }
        return dropped;
    }

    private @Nullable String problem() {
        if (!opened.isCompletedExceptionally()) {
            return null;
        }
        Throwable failed = opened.exceptionNow();
        return String.valueOf(failed.getMessage());
    }

    /** Responses stored. */
    public int entries() {
        return store.index().size();
    }

    /** Octets they take. */
    public long octets() {
        return store.index().octets();
    }

    boolean ready() {
        return opened.isDone();
    }

    void whenReady(Executor loop, Runnable then) {
        opened.whenComplete((done, failed) -> loop.execute(then));
    }

    CachingOptions rules() {
        return rules;
    }

    Store store() {
        return store;
    }

    Flights flights() {
        return flights;
    }

    /** Octets of the largest content that is stored. */
    long largest() {
        return options.bytes() / LARGEST_SHARE;
    }

    /** Writes what is due and gives the folder back. */
    @Override
    public void close() {
        store.close();
    }
}
