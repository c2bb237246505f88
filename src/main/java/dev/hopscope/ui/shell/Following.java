package dev.hopscope.ui.shell;

import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.proxy.ReplayRequest;
import dev.hopscope.replay.FreshCookies;
import dev.hopscope.replay.Redirect;
import dev.hopscope.replay.Replay;
import dev.hopscope.ui.kit.Messages;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows the redirects of replays, each a request and a row of its own. Any thread; looks at responses on threads of its own. Sends nothing itself. */
final class Following {
    /** What the user should know of a chain. */
    interface Told {
        void tell(String headline, String more);

        void failed(Exception cause);
    }

    /** @param cookies what the redirects set, null where they are not heeded */
    private record Chain(
            Session session, int followed, @Nullable FreshCookies cookies) {}

    private final Map<ReplayRequest, Chain> chains = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Consumer<List<ReplayRequest>> send;
    private final Told told;

    Following(Consumer<List<ReplayRequest>> send, Told told) {
        this.send = send;
        this.told = told;
    }

    /** Follows the redirects of a request that is about to be sent. */
    void expect(ReplayRequest request, Session session, @Nullable FreshCookies cookies) {
        chains.put(request, new Chain(session, 0, cookies));
    }

    /** Forgets a request that was not sent. */
    void forget(ReplayRequest request) {
        chains.remove(request);
    }

    /** A request ended. */
    void ended(ReplayRequest request, @Nullable ExchangeId row) {
        Chain chain = chains.remove(request);
        if (chain != null && row != null) {
            Thread.ofVirtual().name("redirect").start(() -> {
                try {
                    follow(chain, request, row);
                } catch (IOException e) {
                    told.failed(e);
                }
            });
        }
    }

    private void follow(Chain chain, ReplayRequest request, ExchangeId row) throws IOException {
        if (chain.session() instanceof RecordingSession recording) {
            recording.flush();
        }
        if (!(chain.session().log().find(row).orElse(null) instanceof HttpExchange answered)) {
            return;
        }
        switch (Redirect.of(request, answered)) {
            case Redirect.None n -> {}
            case Redirect.Unusable u ->
                told.tell(Messages.text("replay.redirects.unusable", row.toString()), u.location());
            case Redirect.To to -> {
                if (chain.followed() == Redirect.MOST) {
                    told.tell(
                            Messages.text("replay.redirects.most", Redirect.MOST),
                            Messages.text("replay.redirects.most.more", row.toString()));
                    return;
                }
                if (to.crossing() && credentials(request)) {
                    told.tell(
                            Messages.text("replay.redirects.crossing"),
                            Messages.text("replay.redirects.crossing.more", row.toString()));
                }
                next(chain, to.request(), answered);
            }
        }
    }

    private void next(Chain chain, ReplayRequest plain, HttpExchange answered) {
        ReplayRequest request = plain;
        if (chain.cookies() != null) {
            chain.cookies().take(answered);
            request = Replay.freshen(plain, answered, chain.cookies(), Instant.now())
                    .request();
        }
        chains.put(request, new Chain(chain.session(), chain.followed() + 1, chain.cookies()));
        send.accept(List.of(request));
    }

    private static boolean credentials(ReplayRequest request) {
        return request.head().headers().stream()
                .anyMatch(h -> Redirect.CREDENTIALS.contains(h.name().toLowerCase(Locale.ROOT)));
    }
}
