package dev.hopscope.inspect.reuse;

import static dev.hopscope.inspect.reuse.Contradiction.both;
import static dev.hopscope.inspect.reuse.Contradiction.request;
import static dev.hopscope.inspect.reuse.Contradiction.response;

import dev.hopscope.caching.Age;
import dev.hopscope.caching.CacheControl;
import dev.hopscope.caching.CachingOptions;
import dev.hopscope.caching.EntityTags;
import dev.hopscope.caching.Lifetime;
import dev.hopscope.caching.Stored;
import dev.hopscope.caching.Validation;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.cache.CacheMark;
import dev.hopscope.inspect.cache.CacheMarks;
import dev.hopscope.inspect.cache.Place;
import dev.hopscope.inspect.reuse.Contradiction.Kind;
import dev.hopscope.inspect.reuse.Contradiction.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contradictions within the two heads of one row. Pure functions. Looks at no other row and no content. */
final class HeadChecks {
    /** Clocks that differ by less are taken for equal. */
    private static final long CLOCK_SECONDS = 60;

    private final Visit visit;
    private final Headers asked;
    private final Headers headers;
    private final CacheControl said;
    private final Stored stored;
    private final List<Contradiction> found = new ArrayList<>();

    private HeadChecks(Visit visit) {
        this.visit = visit;
        asked = visit.request().headers();
        headers = visit.response().headers();
        said = CacheControl.of(headers);
        stored = visit.stored();
    }

    static List<Contradiction> of(Visit visit) {
        HeadChecks checks = new HeadChecks(visit);
        checks.age();
        checks.marks();
        checks.notModified();
        checks.dates();
        checks.directives();
        checks.condition();
        return checks.found;
    }

    /** RFC 9111 §4.2.4: a cache that was asked no condition must not answer with what it may not use. */
    private void age() {
        long age = Age.of(stored, stored.received()).current();
        Lifetime shared = Lifetime.of(stored, CachingOptions.SHARED);
        Lifetime own = Lifetime.of(stored, CachingOptions.PRIVATE);
        if (!headers.has("Age") || !shared.explicit() || said.has("no-store")) {
            return;
        }
        if (age > shared.seconds() && said.seconds("stale-while-revalidate") < age - shared.seconds()) {
            add(Kind.AGE_ABOVE_LIFETIME, List.of(text(age), text(shared.seconds())), freshness());
        } else if (age > own.seconds() && own.explicit() && age <= shared.seconds()) {
            add(Kind.STALE_ON_ARRIVAL, List.of(text(age), text(own.seconds())), freshness());
        }
    }

    private List<Proof> freshness() {
        return response(visit, "Age", "Cache-Control", "Expires");
    }

    private void marks() {
        for (CacheMark mark : CacheMarks.of(visit.request(), visit.response())) {
            if (!mark.state().answered() || mark.place() == Place.CLIENT) {
                continue;
            }
            List<Proof> proof = new ArrayList<>();
            mark.evidence()
                    .forEach(line ->
                            proof.add(new Proof(visit.id(), Direction.RESPONSE, line.field() + ": " + line.value())));
            if (said.has("no-store") && !said.has("must-understand")) {
                add(Kind.HIT_THOUGH_NO_STORE, List.of(mark.title()), both(proof, response(visit, "Cache-Control")));
            } else if (said.whole("private") && mark.place() != Place.HOPSCOPE) {
                add(Kind.HIT_THOUGH_PRIVATE, List.of(mark.title()), both(proof, response(visit, "Cache-Control")));
            }
        }
    }

    /** RFC 9110 §15.4.5. */
    private void notModified() {
        if (visit.response().status() != 304) {
            return;
        }
        boolean conditional = asked.has("If-None-Match") || asked.has("If-Modified-Since");
        if (!conditional) {
            Proof status =
                    new Proof(visit.id(), Direction.RESPONSE, visit.response().startLine());
            add(Kind.NOT_MODIFIED_UNASKED, List.of(), List.of(status));
        }
        String tag = Validation.etag(headers);
        if (asked.has("If-None-Match") && tag != null && !asksFor(tag)) {
            add(Kind.NOT_MODIFIED_OTHER_TAG, List.of(), both(request(visit, "If-None-Match"), response(visit, "ETag")));
        }
    }

    private boolean asksFor(String tag) {
        return asked.all("If-None-Match").stream()
                .flatMap(line -> EntityTags.of(line).stream())
                .anyMatch(each -> each.equals("*") || Validation.opaque(each).equals(Validation.opaque(tag)));
    }

    private void dates() {
        Instant date = stored.date("Date");
        Instant modified = stored.date("Last-Modified");
        Instant expires = stored.date("Expires");
        if (date != null && modified != null && modified.isAfter(date)) {
            add(Kind.LAST_MODIFIED_AFTER_DATE, ahead(date, modified), response(visit, "Last-Modified", "Date"));
        }
        if (date != null && expires != null && !expires.isAfter(date) && lifetime() > 0 && !said.has("no-cache")) {
            add(
                    Kind.EXPIRES_BEFORE_DATE,
                    List.of(text(lifetime())),
                    response(visit, "Expires", "Date", "Cache-Control"));
        }
        if (date != null && date.isAfter(visit.received().plusSeconds(CLOCK_SECONDS))) {
            add(Kind.DATE_IN_THE_FUTURE, ahead(visit.received(), date), response(visit, "Date"));
        }
    }

    private static List<String> ahead(Instant from, Instant to) {
        return List.of(text(Duration.between(from, to).toSeconds()));
    }

    /** What max-age or s-maxage says; 0 for nothing. */
    private long lifetime() {
        return Math.max(0, Math.max(said.seconds("max-age"), said.seconds("s-maxage")));
    }

    private void directives() {
        if (said.has("no-store") && lifetime() > 0) {
            add(Kind.NO_STORE_WITH_LIFETIME, List.of(text(lifetime())), response(visit, "Cache-Control"));
        }
        if (said.has("public") && said.whole("private")) {
            add(Kind.PUBLIC_AND_PRIVATE, List.of(), response(visit, "Cache-Control"));
        }
    }

    /** RFC 9110 §13.1.2: the tag of the response is the one asked about, and yet it came whole. */
    private void condition() {
        if (ignoresCondition(visit)) {
            add(Kind.CONDITION_IGNORED, List.of(), both(request(visit, "If-None-Match"), response(visit, "ETag")));
        }
    }

    static boolean ignoresCondition(Visit visit) {
        @Nullable String tag = Validation.etag(visit.response().headers());
        return visit.response().status() == 200
                && tag != null
                && visit.request().headers().has("If-None-Match")
                && visit.request().method().equals("GET")
                && new HeadChecks(visit).asksFor(tag);
    }

    private void add(Kind kind, List<String> values, List<Proof> proof) {
        found.add(new Contradiction(kind, values, proof));
    }

    private static String text(long seconds) {
        return Long.toString(seconds);
    }
}
