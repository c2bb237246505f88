package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** X-Cache {@code … from cloudfront}. Any thread; keeps no state. */
final class CloudFront implements CacheVendor {
    @Override
    public String id() {
        return "cloudfront";
    }

    @Override
    public String title() {
        return "CloudFront";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(1);
        for (Evidence item : reading.free("X-Cache")) {
            if (Words.from(item.words()).toLowerCase(Locale.ROOT).startsWith("cloudfront")) {
                reading.take(item);
                marks.add(mark(reading, Words.leading(item)));
            }
        }
        return marks.reversed();
    }

    private CacheMark mark(Reading reading, Evidence word) {
        String said = word.words();
        CacheState state = switch (said.toLowerCase(Locale.ROOT)) {
            case "hit", "originshieldhit" -> CacheState.HIT;
            case "refreshhit" -> CacheState.REVALIDATED;
            case "miss" -> CacheState.MISS;
            case "lambdageneratedresponse", "functiongeneratedresponse", "redirect" -> CacheState.BYPASS;
            case "error",
                    "limitexceeded",
                    "capacityexceeded",
                    "lambdaexecutionerror",
                    "lambdavalidationerror",
                    "functionexecutionerror",
                    "functionthrottlederror",
                    "functionvalidationerror" -> CacheState.ERROR;
            default -> CacheState.UNKNOWN;
        };
        return CacheMark.of(this, state, word)
                .node(reading.first("X-Amz-Cf-Pop"))
                .fact(Fact.Kind.AGE, reading.first("Age"))
                .quirkIf(state == CacheState.REVALIDATED, Quirk.CLOUDFRONT_REFRESH)
                .quirkIf(said.equalsIgnoreCase("error"), Quirk.CLOUDFRONT_ERROR)
                .quirkIf(state == CacheState.BYPASS, Quirk.EDGE_CODE);
    }
}
