package dev.hopscope.inspect.diff;

import dev.hopscope.exchange.HeaderChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of two messages laid side by side. Immutable, any thread.
 *
 * @param before null where the first message lacks the line
 * @param after null where the second lacks it; both where a message is missing altogether, and the kind is then {@link DiffKind#KEPT}
 * @param changes what is recorded of this line, with the reasons; empty where nothing is
 * @param explained whether all that differs has a recorded reason
 */
public record DiffLine(
        HeaderChange.Part part,
        DiffKind kind,
        @Nullable Side before,
        @Nullable Side after,
        List<HeaderChange> changes,
        boolean explained) {
    /**
     * The line in one message.
     *
     * @param name the field's; empty in a start line
     * @param value the field's; all of a start line
     * @param words parts of the value that the other side lacks; empty unless the line was changed
     */
    public record Side(String name, String value, List<Span> words) {
        /** As on the wire, without the line end. */
        public String text() {
            return name.isEmpty() ? value : name + ": " + value;
        }
    }

    public boolean changed() {
        return kind != DiffKind.KEPT;
    }
}
