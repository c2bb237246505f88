package dev.hopscope.ui.cache;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.inspect.cache.CacheMark;
import dev.hopscope.inspect.cache.CacheMarks;
import dev.hopscope.inspect.cache.CacheState;
import dev.hopscope.inspect.cache.Evidence;
import dev.hopscope.inspect.cache.Fact;
import dev.hopscope.inspect.cache.Place;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What caches had to do with one exchange, in words. Immutable; made off the screen's thread.
 *
 * @param verdict one sentence: who answered, and how old the copy was
 * @param rules what RFC 9111 lets caches do with the response; null where there is none
 * @param note what is to be known besides; maybe empty
 */
public record CacheReport(
        String verdict,
        String note,
        List<Layer> layers,
        @Nullable CacheVerdict rules) {
    public static final CacheReport NONE =
            new CacheReport(Messages.text("cache.verdict.noResponse"), "", List.of(), null);

    /**
     * One cache on the way.
     *
     * @param says sentences on what it did and told
     * @param warnings where its words mislead
     */
    public record Layer(
            CacheState state, String title, String node, List<Quote> quotes, String says, List<String> warnings) {}

    /** A line of the message: the words that prove the mark, and what stands before and behind them. */
    public record Quote(String before, String words, String behind) {
        /** Characters of a line that are shown around the words. */
        private static final int AROUND = 48;

        static Quote of(Evidence line) {
            String value = line.value();
            int from = Math.max(0, line.from() - AROUND);
            int to = Math.min(value.length(), line.to() + AROUND);
            String field = line.field().isEmpty()
                    ? ""
                    : Messages.text(
                            line.source() == Evidence.Source.REQUEST ? "cache.quote.request" : "cache.quote",
                            line.field());
            return new Quote(
                    Plain.line(field + (from > 0 ? "…" : "") + value.substring(from, line.from())),
                    Plain.line(line.words()),
                    Plain.line(value.substring(line.to(), to)) + (to < value.length() ? "…" : ""));
        }

        /** The whole line. */
        public String text() {
            return before + words + behind;
        }
    }

    /** As it stands now. */
    public static CacheReport of(Exchange exchange) {
        return of(exchange, Instant.now());
    }

    static CacheReport of(Exchange exchange, Instant now) {
        if (!(exchange instanceof HttpExchange http) || http.heads().response() == null) {
            return NONE;
        }
        List<CacheMark> marks = CacheMarks.of(http);
        return new CacheReport(
                verdict(http, marks),
                note(marks),
                marks.stream().map(CacheReport::layer).toList(),
                CacheVerdict.of(http, now).orElse(null));
    }

    /** The word of the layer that decided; empty for no layer. */
    public String badge() {
        OptionalInt decided =
                CacheMarks.decided(layers.size(), i -> layers.get(i).state());
        return decided.isEmpty()
                ? ""
                : CacheWords.word(layers.get(decided.getAsInt()).state());
    }

    private static Layer layer(CacheMark mark) {
        List<String> says = new ArrayList<>();
        says.add(CacheWords.sentence(mark.state()));
        mark.facts().forEach(fact -> says.add(CacheWords.fact(fact)));
        return new Layer(
                mark.state(),
                Plain.line(title(mark)),
                Plain.line(mark.node()),
                mark.evidence().stream().map(Quote::of).toList(),
                Plain.line(String.join(" ", says)),
                mark.quirks().stream().map(CacheWords::quirk).toList());
    }

    private static String title(CacheMark mark) {
        return mark.place() == Place.CLIENT ? Messages.text("cache.client") : mark.title();
    }

    private static String verdict(HttpExchange http, List<CacheMark> marks) {
        OptionalInt decided = CacheMarks.decided(marks);
        if (decided.isEmpty()) {
            return Messages.text("cache.verdict.none");
        }
        CacheMark mark = marks.get(decided.getAsInt());
        if (http.answeredHere() && !mark.state().answered()) {
            return Messages.text("cache.verdict.nobody", title(mark));
        }
        String key = "cache.verdict." + mark.state().name().toLowerCase(java.util.Locale.ROOT);
        String answered = Messages.text(key, title(mark));
        return Stream.of(mark)
                .filter(m -> m.state().answered())
                .flatMap(m -> m.facts().stream())
                .filter(f -> f.kind() == Fact.Kind.AGE && f.value().matches("\\d{1,9}"))
                .findFirst()
                .map(age -> answered + " "
                        + Messages.text("cache.verdict.age", CacheVerdict.span(Long.parseLong(age.value()))))
                .orElse(answered);
    }

    private static String note(List<CacheMark> marks) {
        long answered = marks.stream().filter(m -> m.state().answered()).count();
        return marks.isEmpty()
                ? Messages.text("cache.note.none")
                : marks.size() == 1 ? "" : Messages.text("cache.note.layers", marks.size(), answered);
    }
}
