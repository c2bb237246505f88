package dev.hopscope.ui.diff;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.HeaderChange.Part;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.diff.DiffLine;
import dev.hopscope.inspect.meaning.Level;
import dev.hopscope.inspect.meaning.Meaning;
import dev.hopscope.inspect.meaning.Meanings;
import dev.hopscope.inspect.meaning.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of the comparison means: as it went out, or, where it did not, as it came in. Pure, any thread. */
final class HopMeaning {
    /** A longer value may be cut on its line: it is then said whole. */
    private static final int LONG = 40;

    private HopMeaning() {}

    /** @return null where there is no such line */
    static @Nullable Meaning of(Exchange exchange, Direction direction, DiffLine line) {
        DiffLine.Side side = line.after() != null ? line.after() : line.before();
        Setting setting = setting(exchange, direction, side == line.before());
        if (side == null || setting == null) {
            return null;
        }
        if (line.part() != Part.START_LINE) {
            Meaning meaning = Meanings.of(new Header(side.name(), side.value()), setting);
            return meaning.parts().isEmpty() && side.value().length() > LONG
                    ? new Meaning(
                            meaning.title(),
                            meaning.words(),
                            meaning.where(),
                            meaning.specification(),
                            List.of(new dev.hopscope.inspect.meaning.Part("", side.value(), Level.PLAIN)))
                    : meaning;
        }
        Head head = switch (direction) {
            case REQUEST -> setting.request();
            case RESPONSE -> setting.response();
        };
        return head == null ? null : Meanings.ofStartLine(head, setting);
    }

    private static @Nullable Setting setting(Exchange exchange, Direction direction, boolean received) {
        return switch (exchange) {
            case HttpExchange x -> Setting.of(x, direction, received);
            case TunnelExchange x -> Setting.of(x, direction, received);
            case FailedHandshake x -> null;
        };
    }
}
