package dev.hopscope.ui.editor;

import org.jspecify.annotations.Nullable;

/**
 * One sending of a draft. Immutable.
 *
 * @param number in its draft, from 1
 * @param at milliseconds since the epoch
 * @param draft as it was sent
 * @param session file its row is in
 * @param row 0 until it has one, and where it got none
 * @param status 0 while there is none
 * @param micros how long it took, -1 while it is under way
 * @param bytes content octets of the response, -1 where there is none
 * @param failure why there is no whole response, in words; null where there is one, and while it may still come
 */
public record Attempt(
        int number,
        long at,
        Draft draft,
        String session,
        long row,
        int status,
        long micros,
        long bytes,
        @Nullable String failure) {
    static Attempt begun(int number, long at, Draft draft, String session) {
        return new Attempt(number, at, draft, session, 0, 0, -1, -1, null);
    }

    boolean over() {
        return micros >= 0 || failure != null;
    }

    Attempt withRow(long id) {
        return new Attempt(number, at, draft, session, id, status, micros, bytes, failure);
    }

    Attempt ended(int code, long took, long octets, @Nullable String why) {
        return new Attempt(number, at, draft, session, row, code, Math.max(0, took), octets, why);
    }

    Attempt with(Draft other) {
        return new Attempt(number, at, other, session, row, status, micros, bytes, failure);
    }
}
