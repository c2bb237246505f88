package dev.hopscope.caching;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which request a stored response was for (RFC 9111 §4.1). Pure functions; any thread. Knows no field's own syntax beyond that of lists. */
public final class Vary {
    /** RFC 9110 §12.5: lists whose members ignore case and have their rank by weight, not by place. */
    private static final Set<String> NEGOTIATION = Set.of("accept", "accept-encoding", "accept-language");

    private Vary() {}

    /** The names of all Vary lines, lower case; {@code *} among them where it is there. */
    public static Set<String> names(Headers response) {
        Set<String> names = new LinkedHashSet<>();
        for (String line : response.all("Vary")) {
            for (String part : line.split(",", -1)) {
                String name = part.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** The lines of the request to keep beside a response. */
    public static Headers selecting(Headers request, Headers response) {
        Set<String> names = names(response);
        return names.isEmpty()
                ? Headers.EMPTY
                : Headers.copyOf(request.stream()
                        .filter(h -> names.contains(h.name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    /** Why this request may not be given this response; null where it may. */
    static @Nullable Reason mismatch(Stored stored, Headers request) {
        for (String name : names(stored.response().headers())) {
            if (name.equals("*")) {
                return Reason.response(Rule.VARY_STAR, stored.response().headers(), "Vary");
            }
            if (!normal(stored.selecting(), name).equals(normal(request, name))) {
                int at = request.indexOf(name, 0);
                Header line = at < 0 ? new Header(name, "") : request.get(at);
                return new Reason(Rule.OTHER_VARIANT, Direction.REQUEST, line);
            }
        }
        return null;
    }

    /** RFC 9111 §4.1: white space and the division into lines do not matter; absent matches absent alone. */
    private static List<String> normal(Headers headers, String name) {
        List<String> lines = headers.all(name);
        if (lines.isEmpty()) {
            return lines;
        }
        boolean negotiates = NEGOTIATION.contains(name);
        List<String> members = new ArrayList<>();
        for (String member : String.join(",", lines).split(",", -1)) {
            String plain = member.strip().replaceAll("[ \t]+", " ");
            members.add(negotiates ? plain.replace(" ", "").toLowerCase(Locale.ROOT) : plain);
        }
        if (negotiates) {
            members.sort(null);
        }
        return members;
    }
}
