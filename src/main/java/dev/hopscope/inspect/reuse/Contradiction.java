package dev.hopscope.inspect.reuse;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines that cannot all be meant. Immutable.
 *
 * @param values what its words need, in their order
 * @param proof the lines, in the order of rows
 */
public record Contradiction(Kind kind, List<String> values, List<Proof> proof) {
    /** What contradicts what. The window has its words by {@link #key}. */
    public enum Kind {
        /** A cache let a copy go on for longer than it is fresh. */
        AGE_ABOVE_LIFETIME,
        /** The same for the client's own cache alone: s-maxage allows shared caches more. */
        STALE_ON_ARRIVAL,
        HIT_THOUGH_NO_STORE,
        HIT_THOUGH_PRIVATE,
        NOT_MODIFIED_UNASKED,
        NOT_MODIFIED_OTHER_TAG,
        LAST_MODIFIED_AFTER_DATE,
        EXPIRES_BEFORE_DATE,
        NO_STORE_WITH_LIFETIME,
        PUBLIC_AND_PRIVATE,
        DATE_IN_THE_FUTURE,
        CONDITION_IGNORED,
        ETAG_CHANGES_CONTENT_DOES_NOT,
        CONTENT_CHANGES_ETAG_DOES_NOT,
        MODIFIED_CHANGES_CONTENT_DOES_NOT,
        VARY_NEVER_VARIES,
        CHANGED_WHILE_FRESH;

        /** A stable name for resource bundles. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A line of a row.
     *
     * @param line as on the wire; the bare name of a field that the request lacks
     */
    public record Proof(ExchangeId row, Direction in, String line) {
        static Proof absent(ExchangeId row, String field) {
            return new Proof(row, Direction.REQUEST, field);
        }

        /** Whether the line is not there. */
        public boolean absent() {
            return in == Direction.REQUEST && line.indexOf(':') < 0;
        }
    }

    public Contradiction {
        values = List.copyOf(values);
        proof = List.copyOf(proof);
    }

    /** The lines of these names in the response of a row. */
    static List<Proof> response(Visit visit, String... names) {
        return lines(visit, Direction.RESPONSE, visit.response().headers(), names);
    }

    /** The lines of these names in the request of a row. */
    static List<Proof> request(Visit visit, String... names) {
        return lines(visit, Direction.REQUEST, visit.request().headers(), names);
    }

    private static List<Proof> lines(Visit visit, Direction in, Headers headers, String... names) {
        List<Proof> proof = new ArrayList<>();
        for (String name : names) {
            for (int at = headers.indexOf(name, 0); at >= 0; at = headers.indexOf(name, at + 1)) {
                proof.add(new Proof(visit.id(), in, headers.get(at).toString()));
            }
        }
        return proof;
    }

    static List<Proof> both(List<Proof> first, List<Proof> second) {
        List<Proof> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
