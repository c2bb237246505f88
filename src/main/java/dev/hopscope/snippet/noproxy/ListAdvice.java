package dev.hopscope.snippet.noproxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to write in {@code no_proxy} for an intent and some clients; immutable.
 *
 * @param value the shortest list found for which all of them agree with the intent; null where there is none
 * @param statement one or two sentences for people
 * @param groups where no one list serves all: clients that one list serves, each with it, largest first; a null list
 *     means that none does
 * @param beside what stays with the proxy, or fails, since no spelling says it to these clients: no reason for a split
 * @param unaffected clients that never use a proxy, whatever the list
 */
public record ListAdvice(
        @Nullable String value,
        String statement,
        List<Group> groups,
        List<Beside> beside,
        List<NoProxyClient> unaffected) {
    public ListAdvice {
        beside = List.copyOf(beside);
        groups = List.copyOf(groups);
        unaffected = List.copyOf(unaffected);
    }

    /**
     * What no spelling says to some clients.
     *
     * @param unsaid in words
     */
    public record Beside(List<String> unsaid, List<NoProxyClient> clients) {
        public Beside {
            unsaid = List.copyOf(unsaid);
            clients = List.copyOf(clients);
        }
    }

    /**
     * Clients that one list serves.
     *
     * @param value null: no list serves them
     * @param missed in words what no list expresses for them
     */
    public record Group(
            List<NoProxyClient> clients, @Nullable String value, List<String> missed) {
        public Group {
            clients = List.copyOf(clients);
            missed = List.copyOf(missed);
        }
    }
}
