package dev.hopscope.caching;

import java.util.Set;

/** What is known of status codes (RFC 9110 §15). Constants; any thread. */
final class Statuses {
    private static final Set<Integer> HEURISTIC = Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);
    private static final Set<Integer> UNDERSTOOD = Set.of(
            200, 201, 202, 203, 204, 205, 300, 301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408,
            409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504,
            505, 511);

    private Statuses() {}

    /** RFC 9110 §15.1: may be stored and found fresh without the response saying so. */
    static boolean heuristicallyFresh(int status) {
        return HEURISTIC.contains(status);
    }

    /** RFC 9111 §3: a cache that lacks nothing it would need to know of this status. */
    static boolean understood(int status) {
        return UNDERSTOOD.contains(status);
    }
}
