package dev.hopscope.trust;

import dev.hopscope.trust.TrustAnswer.Place;
import dev.hopscope.trust.TrustAnswer.State;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Looks where this machine trusts our authority. Blocks: reads stores and runs {@code certutil}. Changes nothing. */
public final class TrustCheck {
    private final byte[] ours;
    private final Path home;
    private final @Nullable String javaHome;

    TrustCheck(X509Certificate ours, Path home, @Nullable String javaHome) {
        this.home = home;
        this.javaHome = javaHome;
        try {
            this.ours = ours.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Of the user who runs Hopscope. */
    public static TrustCheck of(X509Certificate ours) {
        return new TrustCheck(ours, Path.of(System.getProperty("user.home")), System.getenv("JAVA_HOME"));
    }

    /** One answer or more a place. */
    public List<TrustAnswer> ask(Place place) {
        try {
            return switch (place) {
                case SYSTEM -> List.of(system());
                case NSS -> new NssStores(home, ours).ask();
                case JAVA -> java();
            };
        } catch (IOException e) {
            return List.of(new TrustAnswer(place, State.UNKNOWN, String.valueOf(e.getMessage())));
        }
    }

    /** The same, told to be unknown where it takes longer. */
    public List<TrustAnswer> ask(Place place, Duration limit) {
        CompletableFuture<List<TrustAnswer>> asked = new CompletableFuture<>();
        Thread.ofVirtual().name("trust-check").start(() -> {
            try {
                asked.complete(ask(place));
            } catch (RuntimeException | Error e) {
                asked.completeExceptionally(e);
            }
        });
        try {
            return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return List.of(new TrustAnswer(place, State.UNKNOWN, TrustWords.text("check.slow", limit.toSeconds())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            return List.of(new TrustAnswer(place, State.UNKNOWN, String.valueOf(e.getCause())));
        }
    }

    private TrustAnswer system() throws IOException {
        return SystemAuthorities.ofThisMachine()
                .map(found -> in(Place.SYSTEM, found))
                .orElseGet(() -> new TrustAnswer(Place.SYSTEM, State.UNKNOWN, TrustWords.text("check.system.unknown")));
    }

    private List<TrustAnswer> java() throws IOException {
        List<TrustAnswer> answers = new ArrayList<>();
        for (JavaStore store : JavaStore.all(javaHome)) {
            answers.add(in(Place.JAVA, store.authorities()));
        }
        return answers;
    }

    private TrustAnswer in(Place place, SystemAuthorities found) {
        boolean holds = found.holds(ours);
        return new TrustAnswer(
                place,
                holds ? State.TRUSTED : State.NOT_TRUSTED,
                TrustWords.text(holds ? "check.there" : "check.missing", found.place()));
    }
}
