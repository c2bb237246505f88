package dev.hopscope.ui.copyas;

import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.interchange.code.Code;
import dev.hopscope.interchange.code.CodeTarget;
import dev.hopscope.interchange.code.CodeTargets;
import dev.hopscope.replay.RecordedRequest;
import dev.hopscope.replay.RequestDraft;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of the selected rows, read whole; immutable, any thread.
 *
 * @param drafts in the order of their rows; empty where one of them cannot be had
 * @param why why there are none, in words; null where there are
 */
public record ChosenRequests(
        List<RequestDraft> drafts, @Nullable String why) {
    /** Nobody reads more in one text. */
    static final int MOST_ROWS = 500;

    private static final long MOST_OCTETS = 64L << 20;

    public ChosenRequests {
        drafts = List.copyOf(drafts);
    }

    private static ChosenRequests none(String why) {
        return new ChosenRequests(List.of(), why);
    }

    /**
     * Reads heads and bodies; blocks on the disk.
     *
     * @throws IOException where the session file cannot be read
     */
    public static ChosenRequests read(Session session, long[] rows) throws IOException {
        if (rows.length > MOST_ROWS) {
            return none(Messages.text("copyas.tooMany", Figures.count(rows.length), MOST_ROWS));
        }
        List<RequestDraft> drafts = new ArrayList<>();
        long octets = 0;
        for (long row : rows) {
            Exchange found = session.log().find(new ExchangeId(row)).orElse(null);
            if (found == null) {
                return none(Messages.text("copyas.row", "#" + row, Messages.text("copyas.gone")));
            }
            switch (RecordedRequest.read(found, session.bodies())) {
                case RecordedRequest.Missing missing -> {
                    return none(Messages.text("copyas.row", "#" + row, missing.why()));
                }
                case RecordedRequest.Whole whole -> drafts.add(whole.draft());
            }
            octets += drafts.getLast().body().length();
            if (octets > MOST_OCTETS) {
                return none(Messages.text("copyas.tooLarge", MOST_OCTETS >> 20));
            }
        }
        return new ChosenRequests(drafts, null);
    }

    /** The text for a program, or why there is none. */
    public Code as(CodeTarget target, boolean mask) {
        return why != null ? new Code.Refused(why) : CodeTargets.write(target, drafts, mask);
    }
}
