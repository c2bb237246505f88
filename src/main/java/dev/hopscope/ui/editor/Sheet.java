package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft with where it comes from and all that was sent of it. Immutable.
 *
 * @param id among the drafts, never used again
 * @param row the exchange it was made from, 0 for none
 * @param session file that exchange is in; empty for none
 * @param start as it was made
 * @param draft as it is now
 * @param attempts oldest first
 * @param at number of the attempt shown, 0 for none
 * @param unsent the draft as it was before the user went back, where it was not sent; null for none
 */
public record Sheet(
        long id,
        long row,
        String session,
        Draft start,
        Draft draft,
        List<Attempt> attempts,
        int at,
        @Nullable Draft unsent) {
    /** Older attempts are forgotten. */
    static final int MOST_ATTEMPTS = 50;

    public Sheet {
        attempts = List.copyOf(attempts);
    }

    static Sheet of(long id, long row, String session, Draft draft) {
        return new Sheet(id, row, session, draft, draft, List.of(), 0, null);
    }

    boolean blank() {
        return draft.equals(Draft.BLANK) && attempts.isEmpty();
    }

    @Nullable
    Attempt shown() {
        return attempt(at);
    }

    @Nullable
    Attempt attempt(int number) {
        return attempts.stream().filter(a -> a.number() == number).findFirst().orElse(null);
    }

    int nextNumber() {
        return attempts.isEmpty() ? 1 : attempts.getLast().number() + 1;
    }

    Sheet with(Draft next) {
        return new Sheet(id, row, session, start, next, attempts, at, unsent);
    }

    Sheet with(long otherId) {
        return new Sheet(otherId, row, session, start, draft, attempts, at, unsent);
    }

    /** As it is found after Hopscope ended: what was under way then is not any more. */
    Sheet interrupted() {
        List<Attempt> ended = attempts.stream()
                .map(a -> a.over() ? a : a.ended(0, 0, -1, Messages.text("editor.interrupted")))
                .toList();
        return new Sheet(id, row, session, start, draft, ended, at, unsent);
    }

    /** With another attempt, which is shown. */
    Sheet with(Attempt next) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(next);
        return new Sheet(
                id,
                row,
                session,
                start,
                draft,
                all.subList(Math.max(0, all.size() - MOST_ATTEMPTS), all.size()),
                next.number(),
                null);
    }

    /** With an attempt in a newer state. */
    Sheet replacing(Attempt next) {
        return new Sheet(
                id,
                row,
                session,
                start,
                draft,
                attempts.stream()
                        .map(a -> a.number() == next.number() ? next : a)
                        .toList(),
                at,
                unsent);
    }

    /** Shows an attempt, and makes the draft again what was sent then; what was written since is kept. */
    Sheet at(Attempt wanted) {
        Attempt now = shown();
        boolean written = now == null ? !draft.equals(start) : !draft.equals(now.draft());
        return new Sheet(id, row, session, start, wanted.draft(), attempts, wanted.number(), written ? draft : unsent);
    }

    /** The draft as it was before the user went back. */
    Sheet forth() {
        return unsent == null ? this : new Sheet(id, row, session, start, unsent, attempts, at, null);
    }

    /** Whether the attempt shown is the last. */
    boolean atLast() {
        return attempts.isEmpty() || attempts.getLast().number() == at;
    }
}
