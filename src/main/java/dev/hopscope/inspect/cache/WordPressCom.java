package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** X-ac of WordPress.com and X-Cache of WordPress VIP. Any thread; keeps no state. */
final class WordPressCom implements CacheVendor {
    @Override
    public String id() {
        return "wordpress-com";
    }

    @Override
    public String title() {
        return "WordPress.com";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-ac", "x-rq");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        Evidence line = reading.line("X-ac");
        if (line != null) {
            String[] words = line.words().strip().split(" +", -1);
            Evidence word = words.length < 2
                    ? line
                    : line.part(
                            line.value().lastIndexOf(words[words.length - 1]),
                            line.value().stripTrailing().length());
            CacheState state = words.length < 2 ? null : Words.state(word.words());
            return List.of(CacheMark.of(this, state == null ? CacheState.UNKNOWN : state, word)
                    .node(words.length > 1 ? words[1] : ""));
        }
        List<CacheMark> marks = new ArrayList<>(1);
        for (Evidence item : reading.free("X-Cache")) {
            CacheMark mark = Words.mark(this, item);
            if (mark != null) {
                reading.take(item);
                marks.add(mark.named("WordPress VIP").node(Words.leading(reading.first("X-RQ"))));
            }
        }
        return marks;
    }
}
