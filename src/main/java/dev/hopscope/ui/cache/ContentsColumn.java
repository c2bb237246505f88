package dev.hopscope.ui.cache;

import dev.hopscope.exchange.Header;
import dev.hopscope.proxy.CacheContents.Response;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of stored responses: what stands in them and how they sort. Constants; any thread. */
enum ContentsColumn {
    URL(0, Comparator.comparing(Response::url)) {
        @Override
        String text(Response r, Instant now) {
            return Plain.line(r.url());
        }
    },
    STATUS(52, Comparator.comparingInt(Response::status)) {
        @Override
        String text(Response r, Instant now) {
            return Integer.toString(r.status());
        }
    },
    TYPE(110, Comparator.comparing(Response::type)) {
        @Override
        String text(Response r, Instant now) {
            int semicolon = r.type().indexOf(';');
            return Plain.line(semicolon < 0 ? r.type() : r.type().substring(0, semicolon));
        }
    },
    SIZE(66, Comparator.comparingLong(Response::octets)) {
        @Override
        String text(Response r, Instant now) {
            return Figures.size(r.octets());
        }
    },
    AGE(66, Comparator.comparing(Response::made).reversed()) {
        @Override
        String text(Response r, Instant now) {
            return CacheVerdict.span(Math.max(0, Duration.between(r.made(), now).toSeconds()));
        }
    },
    FRESH(136, Comparator.comparing(Response::asksAlways).reversed().thenComparing(Response::freshUntil)) {
        @Override
        String text(Response r, Instant now) {
            long left = Duration.between(now, r.freshUntil()).toSeconds();
            if (r.asksAlways()) {
                return Messages.text("cache.contents.fresh.never");
            }
            return Messages.text(
                    left > 0 ? "cache.contents.fresh.left" : "cache.contents.fresh.over",
                    CacheVerdict.span(Math.abs(left)));
        }
    },
    VARIANT(150, Comparator.comparing(ContentsColumn::variant)) {
        @Override
        String text(Response r, Instant now) {
            return Plain.line(variant(r));
        }
    },
    HITS(48, Comparator.comparingLong(Response::hits)) {
        @Override
        String text(Response r, Instant now) {
            return Figures.count(r.hits());
        }
    },
    USED(84, Comparator.comparing(Response::used).reversed()) {
        @Override
        String text(Response r, Instant now) {
            return Messages.text(
                    "cache.contents.ago",
                    CacheVerdict.span(
                            Math.max(0, Duration.between(r.used(), now).toSeconds())));
        }
    };

    private final double width;
    private final Comparator<Response> order;

    ContentsColumn(double width, Comparator<Response> order) {
        this.width = width;
        this.order = order;
    }

    abstract String text(Response response, Instant now);

    /** Pixels at the usual text size; 0 for what is left. */
    double width() {
        return width;
    }

    Comparator<Response> order() {
        return order;
    }

    String title() {
        return Messages.text("cache.contents." + name().toLowerCase(Locale.ROOT));
    }

    /** Whether its text changes with the time alone. */
    boolean ticks() {
        return this == AGE || this == FRESH || this == USED;
    }

    boolean figures() {
        return this == SIZE || this == AGE || this == HITS || this == USED;
    }

    /** The values of the fields that Vary names, and for whom it is. */
    private static String variant(Response response) {
        String lines = response.selecting().stream().map(Header::toString).collect(Collectors.joining("; "));
        String scope = response.scope();
        return scope.isEmpty() ? lines : scope + (lines.isEmpty() ? "" : "; " + lines);
    }
}
