package dev.hopscope.ui.cache;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.inspect.reuse.AcrossRows;
import dev.hopscope.inspect.reuse.Contradiction;
import dev.hopscope.inspect.reuse.EarlierRow;
import dev.hopscope.inspect.reuse.EarlierRow.Answer;
import dev.hopscope.inspect.reuse.Hint;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the rows of one URL tell together, in words. Immutable; made off the screen's thread.
 *
 * @param title says how many of the earlier rows could have answered
 * @param bounds what was not looked at; empty where all was
 * @param sum the URL in this session; empty for a single row
 * @param failure why nothing could be looked up; empty where it could
 */
public record AcrossReport(
        String title,
        String note,
        List<Row> rows,
        String bounds,
        List<Finding> contradictions,
        List<Change> changes,
        String sum,
        String failure) {
    /** Rows shown; the rest is said by number. */
    private static final int MOST_ROWS = 12;

    private static final int MOST_LINES = 8;

    public static final AcrossReport NONE = new AcrossReport("", "", List.of(), "", List.of(), List.of(), "", "");

    /**
     * An earlier row.
     *
     * @param when how long before
     * @param words one line, or one for each kind of cache
     */
    public record Row(ExchangeId id, String when, Answer answer, List<String> words) {
        public String badge() {
            return Messages.text("cache.across." + answer.name().toLowerCase(Locale.ROOT));
        }
    }

    /** A line that proves something. */
    public record Line(ExchangeId row, String text) {}

    /** A contradiction. */
    public record Finding(String title, String words, List<Line> lines, String more) {}

    /** What to change, and what it would have saved. */
    public record Change(String title, String words, String saved) {}

    static AcrossReport failed(String cause) {
        return new AcrossReport("", "", List.of(), "", List.of(), List.of(), "", cause);
    }

    /**
     * @param beyond rows of the URL that were not looked at
     * @param contents that were not compared
     */
    static AcrossReport of(HttpExchange seen, AcrossRows across, int beyond, int contents) {
        List<Row> rows = across.earlier().stream()
                .limit(MOST_ROWS)
                .map(row -> row(seen, row))
                .toList();
        return new AcrossReport(
                title(across),
                across.never() == null
                        ? ""
                        : Messages.text("cache.never." + across.never().name().toLowerCase(Locale.ROOT)),
                rows,
                bounds(across.earlier().size() - rows.size(), beyond, contents),
                across.contradictions().stream().map(AcrossReport::finding).toList(),
                across.hints().stream().map(AcrossReport::change).toList(),
                across.rows() < 2
                        ? ""
                        : Messages.text(
                                "cache.across.sum",
                                across.rows(),
                                across.hits(),
                                Figures.size(across.octets()),
                                Figures.size(across.hitOctets())),
                "");
    }

    private static String title(AcrossRows across) {
        int earlier = across.earlier().size();
        if (across.never() != null) {
            return Messages.text("cache.across.title.never");
        }
        return earlier == 0
                ? Messages.text("cache.across.title.first")
                : Messages.text("cache.across.title", across.could(), earlier);
    }

    private static String bounds(int notShown, int beyond, int contents) {
        List<String> parts = new ArrayList<>();
        if (notShown > 0) {
            parts.add(Messages.text("cache.across.notShown", notShown));
        }
        if (beyond > 0) {
            parts.add(Messages.text("cache.across.beyond", AcrossModel.BEFORE, AcrossModel.AFTER, beyond));
        }
        if (contents > 0) {
            parts.add(Messages.text(
                    "cache.across.contents",
                    contents,
                    Figures.size(ContentPrints.LARGEST),
                    Figures.size(ContentPrints.MOST)));
        }
        return String.join(" ", parts);
    }

    private static Row row(HttpExchange seen, EarlierRow row) {
        List<String> words = new ArrayList<>();
        if (row.client() == null) {
            words.add(Messages.text("cache.across.shared", AcrossWords.of(row.shared())));
            words.add(Messages.text("cache.across.otherClient"));
        } else if (row.agreed()) {
            words.add(AcrossWords.of(row.shared()));
        } else {
            words.add(Messages.text("cache.across.shared", AcrossWords.of(row.shared())));
            words.add(Messages.text("cache.across.client", AcrossWords.of(row.client())));
        }
        long micros = Math.max(0, Duration.between(row.asked(), seen.started()).toNanos() / 1000);
        return new Row(
                row.id(),
                Messages.text("cache.across.when", AcrossWords.span(micros / 1_000_000, micros)),
                row.best().answer(),
                words);
    }

    private static Finding finding(Contradiction found) {
        String key = "cache.contradiction." + found.kind().key();
        Object[] values = values(found);
        int more = found.proof().size() - MOST_LINES;
        return new Finding(
                Messages.text(key, values),
                Messages.text(key + ".why", values),
                found.proof().stream().limit(MOST_LINES).map(AcrossReport::line).toList(),
                more > 0 ? Messages.text("cache.across.moreLines", more) : "");
    }

    private static Line line(Contradiction.Proof proof) {
        String text = proof.absent()
                ? Messages.text("cache.across.absent", proof.line())
                : proof.in() == Direction.REQUEST ? Messages.text("cache.across.request", proof.line()) : proof.line();
        return new Line(proof.row(), Plain.line(text));
    }

    /** Seconds are said in what fits. */
    private static Object[] values(Contradiction found) {
        return switch (found.kind()) {
            case AGE_ABOVE_LIFETIME,
                    STALE_ON_ARRIVAL,
                    LAST_MODIFIED_AFTER_DATE,
                    DATE_IN_THE_FUTURE,
                    NO_STORE_WITH_LIFETIME,
                    EXPIRES_BEFORE_DATE,
                    CHANGED_WHILE_FRESH ->
                found.values().stream()
                        .map(seconds -> CacheVerdict.span(Long.parseLong(seconds)))
                        .toArray();
            case HIT_THOUGH_NO_STORE,
                    HIT_THOUGH_PRIVATE,
                    NOT_MODIFIED_UNASKED,
                    NOT_MODIFIED_OTHER_TAG,
                    PUBLIC_AND_PRIVATE,
                    CONDITION_IGNORED,
                    ETAG_CHANGES_CONTENT_DOES_NOT,
                    CONTENT_CHANGES_ETAG_DOES_NOT,
                    MODIFIED_CHANGES_CONTENT_DOES_NOT,
                    VARY_NEVER_VARIES ->
                found.values().stream().map(Plain::line).toArray();
        };
    }

    private static Change change(Hint hint) {
        String key = "cache.hint." + hint.kind().key();
        Object[] values = hint.values().stream().map(Plain::line).toArray();
        String where = Messages.text(hint.shared() ? "cache.hint.shared" : "cache.hint.own");
        String unit = hint.requests() == 0
                ? "cache.hint.bytes"
                : hint.octets() == 0 ? "cache.hint.requests" : "cache.hint.saved";
        String saved = Messages.text(unit, Figures.size(hint.octets()), hint.requests());
        boolean placed = hint.kind() != Hint.Kind.HONOUR_CONDITION;
        return new Change(
                Messages.text(key, values), Messages.text(key + ".why", values) + (placed ? " " + where : ""), saved);
    }
}
