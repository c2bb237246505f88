package dev.hopscope.ui.cache;

import dev.hopscope.caching.Reason;
import dev.hopscope.exchange.Header;
import dev.hopscope.inspect.reuse.EarlierRow.Answer;
import dev.hopscope.inspect.reuse.EarlierRow.Judged;
import dev.hopscope.inspect.reuse.Why;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import org.jspecify.annotations.Nullable;

/** Why an earlier row could, or could not, have answered, as sentences. Pure, any thread. */
final class AcrossWords {
    private AcrossWords() {}

    static String of(Judged judged) {
        String why = Plain.line(words(judged.why()));
        return judged.answer() == Answer.COULD_ASK ? why + " " + Messages.text("cache.why.ask") : why;
    }

    private static String words(Why why) {
        return switch (why) {
            case Why.NotStored not -> Messages.text("cache.why.notStored", because(not.reason()));
            case Why.Decided decided -> decided(decided);
            case Why.Differs differs ->
                Messages.text("cache.why.vary", differs.field(), value(differs.now()), value(differs.then()));
            case Why.Replaced replaced -> Messages.text("cache.why.replaced", replaced.by());
            case Why.Invalidated gone -> Messages.text("cache.why.invalidated", gone.by(), gone.method());
            case Why.Confirms confirms ->
                confirms.copy() == null
                        ? Messages.text("cache.why.confirmsNone")
                        : Messages.text("cache.why.confirms", confirms.copy());
            case Why.NotYet late ->
                Messages.text("cache.why.notYet", Figures.duration(late.late().toNanos() / 1000));
            case Why.Incomplete incomplete -> Messages.text("cache.why.incomplete");
        };
    }

    private static String decided(Why.Decided why) {
        String over = CacheVerdict.span(Math.max(0, -why.ttl()));
        return switch (why.reason().rule()) {
            case FRESH -> Messages.text("cache.why.fresh", CacheVerdict.span(why.ttl()));
            case STALE -> Messages.text("cache.why.stale", over);
            case STALE_WHILE_REVALIDATE, REQUEST_MAX_STALE ->
                Messages.text("cache.why.staleAllowed", over, line(why.reason().line()));
            case MUST_REVALIDATE, PROXY_REVALIDATE, S_MAXAGE_REVALIDATE ->
                Messages.text(
                        "cache.why.staleForbidden", over, line(why.reason().line()));
            case REQUEST_MAX_AGE ->
                Messages.text(
                        "cache.why.tooOld",
                        CacheVerdict.span(why.age()),
                        line(why.reason().line()));
            default -> CacheVerdict.sentence(because(why.reason())) + ".";
        };
    }

    /** The rule's words and the line that made it apply. */
    private static String because(Reason reason) {
        Header line = reason.line();
        return line == null ? reason.rule().words() : reason.rule().words() + " (" + line + ")";
    }

    private static String line(@Nullable Header line) {
        return line == null ? "" : line.toString();
    }

    private static String value(String value) {
        return value.isEmpty() ? Messages.text("cache.why.absent") : '"' + value + '"';
    }

    /** {@code 88 ms}, {@code 20 s}, {@code 26 h}. */
    static String span(long seconds, long micros) {
        return seconds < 10 ? Figures.duration(micros) : CacheVerdict.span(seconds);
    }
}
