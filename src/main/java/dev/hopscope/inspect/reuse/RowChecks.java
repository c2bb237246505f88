package dev.hopscope.inspect.reuse;

import static dev.hopscope.inspect.reuse.Contradiction.both;
import static dev.hopscope.inspect.reuse.Contradiction.request;
import static dev.hopscope.inspect.reuse.Contradiction.response;

import dev.hopscope.caching.Age;
import dev.hopscope.caching.CachingOptions;
import dev.hopscope.caching.Lifetime;
import dev.hopscope.caching.Reuse;
import dev.hopscope.caching.ReuseDecision;
import dev.hopscope.caching.Rule;
import dev.hopscope.caching.Validation;
import dev.hopscope.inspect.reuse.Contradiction.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contradictions between rows of one URL. Pure functions. One of a kind for a URL: the newest pair of rows proves it. */
final class RowChecks {
    /** Rows with content, in order; other status codes and methods say nothing of a representation. */
    private final List<Visit> rows;

    private final List<Contradiction> found = new ArrayList<>();

    private RowChecks(List<Visit> visits) {
        rows = visits.stream()
                .filter(v -> v.response().status() == 200
                        && v.whole()
                        && v.print() != null
                        && v.request().method().equals("GET"))
                .toList();
    }

    static List<Contradiction> of(List<Visit> visits) {
        RowChecks checks = new RowChecks(visits);
        checks.validators();
        checks.vary();
        checks.changedWhileFresh();
        return checks.found;
    }

    private void validators() {
        pair(Kind.ETAG_CHANGES_CONTENT_DOES_NOT, "ETag", true);
        pair(Kind.CONTENT_CHANGES_ETAG_DOES_NOT, "ETag", false);
        pair(Kind.MODIFIED_CHANGES_CONTENT_DOES_NOT, "Last-Modified", true);
    }

    /** The newest neighbours whose content is the same and the field is not, or the other way about. */
    private void pair(Kind kind, String field, boolean sameContent) {
        for (int i = rows.size() - 1; i > 0; i--) {
            Visit later = rows.get(i);
            Visit earlier = rows.get(i - 1);
            String then = earlier.response().headers().first(field);
            String now = later.response().headers().first(field);
            if (then == null || now == null || !sameCoding(earlier, later)) {
                continue;
            }
            boolean contradicts = sameContent
                    ? later.sameContent(earlier) && !then.equals(now)
                    : later.otherContent(earlier) && then.equals(now) && !now.startsWith("W/");
            if (contradicts) {
                found.add(new Contradiction(kind, List.of(), both(response(earlier, field), response(later, field))));
                return;
            }
        }
    }

    /** What is coded otherwise is another representation (RFC 9110 §8.8.3.3). */
    private static boolean sameCoding(Visit a, Visit b) {
        return Objects.equals(coding(a), coding(b));
    }

    private static @Nullable String coding(Visit visit) {
        return visit.response().headers().first("Content-Encoding");
    }

    private void vary() {
        for (Map.Entry<String, List<Visit>> field : neverVaries(rows).entrySet()) {
            List<Contradiction.Proof> proof = new ArrayList<>();
            for (Visit visit : field.getValue()) {
                List<Contradiction.Proof> lines = request(visit, field.getKey());
                proof.addAll(lines.isEmpty() ? List.of(Contradiction.Proof.absent(visit.id(), field.getKey())) : lines);
            }
            proof.addAll(response(varying(rows), "Vary"));
            found.add(new Contradiction(
                    Kind.VARY_NEVER_VARIES,
                    List.of(field.getKey(), Integer.toString(field.getValue().size())),
                    proof));
        }
    }

    /** The newest that has Vary, else the newest. */
    private static Visit varying(List<Visit> rows) {
        return rows.reversed().stream()
                .filter(row -> row.response().headers().has("Vary"))
                .findFirst()
                .orElse(rows.getLast());
    }

    /** The names of Vary as they are written. */
    private static List<String> names(Visit visit) {
        return visit.response().headers().all("Vary").stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Fields named by Vary that differed while the content did not, each with one row for each of its values, the newest. */
    static Map<String, List<Visit>> neverVaries(List<Visit> rows) {
        Map<String, List<Visit>> fields = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            return fields;
        }
        Visit newest = varying(rows);
        for (String name : names(newest)) {
            Map<String, Visit> byValue = new LinkedHashMap<>();
            for (Visit row : rows) {
                byValue.put(String.join(",", row.request().headers().all(name)), row);
            }
            boolean equal = rows.stream().allMatch(row -> row.sameContent(newest));
            if (!name.equals("*") && byValue.size() > 1 && equal) {
                fields.put(name, List.copyOf(byValue.values()));
            }
        }
        return fields;
    }

    /** Content changed although a copy said that it was still good: who had it showed what was out of date. */
    private void changedWhileFresh() {
        for (int i = rows.size() - 1; i > 0; i--) {
            Visit later = rows.get(i);
            Visit earlier = rows.get(i - 1);
            if (!later.otherContent(earlier)
                    || !Lifetime.of(earlier.stored(), CachingOptions.SHARED).explicit()) {
                continue;
            }
            ReuseDecision decision =
                    Reuse.decide(later.request(), earlier.stored(), later.received(), CachingOptions.SHARED);
            long left = decision.lifetime().seconds()
                    - Age.of(earlier.stored(), later.received()).current();
            if (decision.outcome() == ReuseDecision.Outcome.ANSWER
                    && decision.deciding().rule() == Rule.FRESH) {
                found.add(new Contradiction(
                        Kind.CHANGED_WHILE_FRESH,
                        List.of(Long.toString(left)),
                        both(
                                response(earlier, "Date", "Cache-Control", "Expires"),
                                response(later, "Date", "ETag", "Last-Modified"))));
                return;
            }
        }
    }

    /** The ETags of rows with the same content, for a change that would make them the same. */
    static boolean etagsDiffer(List<Visit> rows) {
        Function<Visit, @Nullable String> tag =
                v -> Validation.etag(v.response().headers());
        for (int i = 1; i < rows.size(); i++) {
            Visit a = rows.get(i - 1);
            Visit b = rows.get(i);
            if (a.sameContent(b) && sameCoding(a, b) && !Objects.equals(tag.apply(a), tag.apply(b))) {
                return true;
            }
        }
        return false;
    }
}
