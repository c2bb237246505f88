package dev.hopscope.ui.shell;

import dev.hopscope.capture.Session;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.replay.FreshCookies;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Finds what later responses of a session set as cookies. Any thread that may block. Judges no cookie. */
final class CookieSearch {
    private CookieSearch() {}

    /** The cookies set after each of these exchanges. */
    static Map<ExchangeId, FreshCookies> after(Session session, Collection<HttpExchange> recorded) throws IOException {
        Map<ExchangeId, FreshCookies> found = new HashMap<>();
        recorded.forEach(x -> found.put(x.id(), new FreshCookies()));
        TreeSet<Long> setting = new TreeSet<>();
        session.search(
                "set-cookie",
                ids -> {
                    for (long id : ids) {
                        setting.add(id);
                    }
                },
                done -> true);
        for (long id : setting) {
            if (session.log().find(new ExchangeId(id)).orElse(null) instanceof HttpExchange later) {
                for (HttpExchange x : recorded) {
                    if (x.id().value() < id) {
                        found.computeIfAbsent(x.id(), i -> new FreshCookies()).take(later);
                    }
                }
            }
        }
        return found;
    }
}
