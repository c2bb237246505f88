package dev.hopscope.proxy.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Has chains judged in the background against the roots in force, and remembers the sentence for some minutes: a busy origin's chain is judged once. Any
 * thread. Makes no exception for anyone.
 */
final class Judge {
    private static final int BOUND = 2_000;
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private record Roots(List<Path> files, CompletableFuture<OriginTrust> trust) {}

    private record Case(ByteBuffer chain, @Nullable ServerName host) {}

    private record Sentence(List<Fault> faults, long until) {}

    private final Executor background;
    private final Map<Case, Sentence> sentences = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Case, Sentence> eldest) {
            return size() > BOUND;
        }
    };
    private @Nullable Roots roots;

    Judge(Executor background) {
        this.background = background;
    }

    CompletableFuture<OriginTrust> prepare(List<Path> files) {
        synchronized (sentences) {
            Roots known = roots;
            if (known != null && known.files.equals(files) && !known.trust.isCompletedExceptionally()) {
                return known.trust;
            }
            sentences.clear();
            Roots fresh = new Roots(files, CompletableFuture.supplyAsync(() -> load(files), background));
            roots = fresh;
            return fresh.trust;
        }
    }

    private static OriginTrust load(List<Path> files) {
        try {
            return new OriginTrust(TrustAnchors.load(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** What is wrong with a chain; fails where the roots cannot be loaded. */
    CompletableFuture<List<Fault>> judge(List<Path> files, List<byte[]> chain, @Nullable ServerName host) {
        CompletableFuture<OriginTrust> trust = prepare(files);
        Case one = new Case(digest(chain), host);
        synchronized (sentences) {
            Sentence known = sentences.get(one);
            if (known != null && System.nanoTime() - known.until < 0) {
                return CompletableFuture.completedFuture(known.faults);
            }
        }
        return trust.thenApplyAsync(
                judge -> {
                    List<Fault> faults = judge.judge(chain, host, Instant.now());
                    synchronized (sentences) {
                        Roots now = roots;
                        if (now != null && now.trust == trust) {
                            sentences.put(one, new Sentence(faults, System.nanoTime() + LIFETIME.toNanos()));
                        }
                    }
                    return faults;
                },
                background);
    }

    private static ByteBuffer digest(List<byte[]> chain) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] one : chain) {
                digest.update(ByteBuffer.allocate(4).putInt(one.length).flip());
                digest.update(one);
            }
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
