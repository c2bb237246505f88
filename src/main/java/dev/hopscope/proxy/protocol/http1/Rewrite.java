package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A head or trailer section on its way through: each line is kept, dropped, changed or added, and every difference is written down here and nowhere else, with
 * its reason. On one event loop, for one message. Decides nothing.
 */
final class Rewrite {
    private final Direction leg;
    private final HeaderChange.Part part;
    private final Headers before;
    private Headers.@Nullable Builder after;
    private List<HeaderChange> changes = List.of();
    private int next;
    private int size;

    Rewrite(Direction leg, HeaderChange.Part part, Headers before) {
        this.leg = leg;
        this.part = part;
        this.before = before;
    }

    /** Passes the next line of the head received on as it is. */
    void keep() {
        if (after != null) {
            after.add(before.name(next), before.value(next));
        }
        next++;
        size++;
    }

    /** Leaves the next line out. */
    void drop(ChangeReason why) {
        note(HeaderChange.removed(leg, part, before.name(next), before.value(next), next, why));
        differ();
        next++;
    }

    /** Passes the next line on with another value; with the same it is kept. */
    void change(String value, ChangeReason why) {
        if (value.equals(before.value(next))) {
            keep();
            return;
        }
        note(HeaderChange.changed(leg, part, before.name(next), before.value(next), value, next, size, why));
        differ().add(before.name(next), value);
        next++;
        size++;
    }

    /** Adds a line where the rewriting now stands. */
    void add(String name, String value, ChangeReason why) {
        note(HeaderChange.added(leg, part, name, value, size, why));
        differ().add(name, value);
        size++;
    }

    /** Notes a change of the start line. */
    void startLine(String name, String was, String is, ChangeReason why) {
        note(HeaderChange.startLine(leg, name, was, is, why));
    }

    /** The lines to send; the same instance as received where none differs. */
    Headers headers() {
        return after == null ? before : after.build();
    }

    List<HeaderChange> changes() {
        return changes;
    }

    private void note(HeaderChange change) {
        if (changes.isEmpty()) {
            changes = new ArrayList<>(4);
        }
        changes.add(change);
    }

    private Headers.Builder differ() {
        if (after == null) {
            after = Headers.builder();
            for (int i = 0; i < next; i++) {
                after.add(before.name(i), before.value(i));
            }
        }
        return after;
    }
}
