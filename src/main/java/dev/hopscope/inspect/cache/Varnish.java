package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** X-Varnish with one number or two, Via, and the X-Cache that most of its configurations write. Any thread; keeps no state. */
final class Varnish implements CacheVendor {
    @Override
    public String id() {
        return "varnish";
    }

    @Override
    public String title() {
        return "Varnish";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-varnish", "via", "x-varnish-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<Evidence> ids = reading.free("X-Varnish");
        boolean via = reading.free("Via").stream()
                .anyMatch(v -> v.words().toLowerCase(Locale.ROOT).contains("varnish"));
        List<CacheMark> marks = new ArrayList<>(1);
        if (reading.marks().stream().anyMatch(m -> m.vendor().equals("wikimedia"))) {
            return marks;
        }
        if (reading.marks().stream().anyMatch(m -> m.vendor().equals("fastly"))) {
            ids = List.of();
        }
        List<Evidence> words = via || !ids.isEmpty() ? words(reading) : List.of();
        for (int i = 0; i < ids.size(); i++) {
            CacheMark mark = ids(ids.get(i));
            Evidence word = words.size() - ids.size() + i < 0 || words.size() < ids.size()
                    ? null
                    : words.get(words.size() - ids.size() + i);
            marks.add(word == null ? mark : withWord(reading, mark, word));
        }
        for (int i = 0; ids.isEmpty() && i < words.size(); i++) {
            CacheMark mark = Words.mark(this, words.get(i));
            if (mark != null) {
                reading.take(words.get(i));
                marks.add(mark.quirk(Quirk.SITE_CONFIGURED).fact(Fact.Kind.HITS, reading.first("X-Cache-Hits")));
            }
        }
        return marks.reversed();
    }

    /** Members of X-Cache or X-Varnish-Cache that are nobody's and say a state. */
    private static List<Evidence> words(Reading reading) {
        List<Evidence> found = new ArrayList<>(reading.free("X-Cache"));
        if (found.isEmpty()) {
            found.addAll(reading.free("X-Varnish-Cache"));
        }
        found.removeIf(w -> Words.state(w.words()) == null);
        return found;
    }

    private CacheMark ids(Evidence item) {
        String[] numbers = item.words().split(" +", -1);
        boolean two = numbers.length == 2 && Words.number(numbers[1]);
        return CacheMark.of(this, two ? CacheState.HIT : CacheState.MISS, item)
                .quirk(two ? Quirk.VARNISH_TWO_IDS : Quirk.VARNISH_ONE_ID);
    }

    /** The word of the site's configuration decides what the numbers leave open. */
    private static CacheMark withWord(Reading reading, CacheMark mark, Evidence word) {
        reading.take(word);
        CacheState said = Words.state(word.words());
        boolean finer = said == CacheState.BYPASS && mark.state() == CacheState.MISS
                || said == CacheState.STALE && mark.state() == CacheState.HIT;
        return (said != null && finer ? mark.state(said) : mark)
                .also(word)
                .quirk(Quirk.SITE_CONFIGURED)
                .fact(Fact.Kind.HITS, reading.first("X-Cache-Hits"));
    }
}
