package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Caches inside web frameworks: Symfony and Rack with their traces, Magento, Next.js, Discourse. Any thread; keeps no state. */
final class Frameworks implements CacheVendor {
    @Override
    public String id() {
        return "framework";
    }

    @Override
    public String title() {
        return "Framework";
    }

    @Override
    public Place place() {
        return Place.APPLICATION;
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "x-symfony-cache", "x-rack-cache", "x-magento-cache-debug", "x-nextjs-cache", "x-discourse-cached");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(1);
        trace(reading, "X-Symfony-Cache", "Symfony", marks);
        trace(reading, "X-Rack-Cache", "Rack::Cache", marks);
        word(reading, "X-Magento-Cache-Debug", "Magento", marks);
        word(reading, "X-Nextjs-Cache", "Next.js", marks);
        Evidence discourse = reading.line("X-Discourse-Cached");
        if (discourse != null) {
            CacheState state = switch (discourse.words()) {
                case "true" -> CacheState.HIT;
                case "store" -> CacheState.MISS;
                case "skip" -> CacheState.BYPASS;
                default -> CacheState.UNKNOWN;
            };
            marks.add(CacheMark.of(this, state, discourse).named("Discourse"));
        }
        return marks;
    }

    private void word(Reading reading, String field, String title, List<CacheMark> into) {
        Evidence line = reading.line(field);
        CacheMark mark = line == null ? null : Words.mark(this, line);
        if (mark != null) {
            into.add(mark.named(title));
        }
    }

    /** {@code GET /: stale, valid, store}: what it did, step by step. */
    private void trace(Reading reading, String field, String title, List<CacheMark> into) {
        Evidence line = reading.line(field);
        if (line == null) {
            return;
        }
        String said = line.words().toLowerCase(Locale.ROOT);
        CacheState state = said.contains("fresh")
                ? CacheState.HIT
                : said.contains("stale-while-revalidate") || said.contains("stale-if-error")
                        ? CacheState.STALE
                        : said.contains("stale")
                                ? said.contains("invalid") || !said.contains("valid")
                                        ? CacheState.EXPIRED
                                        : CacheState.REVALIDATED
                                : said.contains("miss")
                                        ? CacheState.MISS
                                        : said.contains("pass") ? CacheState.BYPASS : CacheState.UNKNOWN;
        into.add(CacheMark.of(this, state, line)
                .named(title)
                .fact(Fact.Kind.STORED, said.contains("store") ? "yes" : ""));
    }
}
