package dev.hopscope.proxy.upstream;

import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Host names to addresses, as this machine resolves them (its hosts file included), remembered for ten seconds. Any thread: look-ups block threads of their
 * own, and several at once for one name share one. Dials nothing.
 */
public final class Names {
    /** How long an answer is good, whatever its TTL: a debugger's user edits the hosts file and expects the next request to follow. */
    static final Duration LIFETIME = Duration.ofSeconds(10);

    private static final int BOUND = 1_000;
    private static final int LABELS = 255;

    static {
        // The JDK's own cache would add its thirty seconds to ours.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    /** Asks the system; blocks. */
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private record Answer(CompletableFuture<List<InetAddress>> addresses, long until) {}

    private final Executor blocking;
    private final Lookup lookup;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /** @param blocking runs what blocks; several threads, so that one slow name does not hold up the others */
    public Names(Executor blocking) {
        this(blocking, InetAddress::getAllByName);
    }

    Names(Executor blocking, Lookup lookup) {
        this.blocking = blocking;
        this.lookup = lookup;
    }

    /**
     * The addresses of a host, never empty.
     *
     * @param host a name or an address literal without brackets
     * @return completed on {@code loop}; fails with {@link UnknownHostException} only
     */
    Future<List<InetAddress>> resolve(String host, EventLoop loop) {
        List<InetAddress> known = withoutLookup(host);
        if (known != null) {
            return loop.newSucceededFuture(known);
        }
        Promise<List<InetAddress>> promise = loop.newPromise();
        CompletableFuture<List<InetAddress>> answer = answer(host.toLowerCase(Locale.ROOT));
        var unused = answer.whenComplete((addresses, failure) -> {
            if (failure != null) {
                promise.tryFailure(unknown(host, failure));
            } else {
                promise.trySuccess(addresses);
            }
        });
        return promise;
    }

    /** Literals, and the names that mean loopback whatever a resolver says (RFC 6761 §6.3); null for all others. */
    private static @Nullable List<InetAddress> withoutLookup(String host) {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        if (literal != null) {
            return List.of(literal);
        }
        String name = host.toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.equals("localhost") || bare.endsWith(".localhost")
                ? List.of(NetUtil.LOCALHOST6, NetUtil.LOCALHOST4)
                : null;
    }

    private synchronized CompletableFuture<List<InetAddress>> answer(String host) {
        long now = System.nanoTime();
        Answer known = answers.get(host);
        if (known != null && now - known.until < 0 && !known.addresses.isCompletedExceptionally()) {
            return known.addresses;
        }
        answers.remove(host);
        if (answers.size() >= BOUND) {
            answers.values().removeIf(old -> now - old.until >= 0);
        }
        if (answers.size() >= BOUND) {
            answers.remove(answers.keySet().iterator().next());
        }
        CompletableFuture<List<InetAddress>> asked = CompletableFuture.supplyAsync(() -> ask(host), blocking);
        answers.put(host, new Answer(asked, now + LIFETIME.toNanos()));
        return asked;
    }

    private List<InetAddress> ask(String host) {
        if (host.length() > LABELS) {
            throw new NotFound(new UnknownHostException(host));
        }
        try {
            return List.copyOf(List.of(lookup.all(host)));
        } catch (UnknownHostException e) {
            throw new NotFound(e);
        }
    }

    private static UnknownHostException unknown(String host, Throwable failure) {
        UnknownHostException e = new UnknownHostException(host);
        e.initCause(failure);
        return e;
    }

    /** Addresses in the order they are to be tried: families in turn, IPv6 first (RFC 8305 §4). */
    static List<InetAddress> interleaved(List<InetAddress> addresses) {
        List<InetAddress> six = addresses.stream()
                .filter(java.net.Inet6Address.class::isInstance)
                .distinct()
                .toList();
        List<InetAddress> four = addresses.stream()
                .filter(java.net.Inet4Address.class::isInstance)
                .distinct()
                .toList();
        List<InetAddress> all = new ArrayList<>();
        for (int i = 0; i < Math.max(six.size(), four.size()); i++) {
            if (i < six.size()) {
                all.add(six.get(i));
            }
            if (i < four.size()) {
                all.add(four.get(i));
            }
        }
        return all;
    }

    private static final class NotFound extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotFound(UnknownHostException cause) {
            super(cause);
        }
    }
}
