package dev.hopscope.inspect.reuse;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows as they would be after a change of their lines. Pure functions. Proposes nothing. */
final class Changes {
    /** The members of a list; a comma in a quoted string does not divide (RFC 9110 §5.6.1). */
    private static final Pattern MEMBER = Pattern.compile("(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*\"?)+");

    private Changes() {}

    /** Vary without a field. */
    static Visit withoutVary(Visit visit, String field) {
        Headers headers = visit.response().headers();
        String rest = String.join(", ", members(headers.all("Vary"), m -> !m.equalsIgnoreCase(field)));
        return response(visit, set(headers, Set.of("vary"), "Vary", rest));
    }

    /** Fresh for so many seconds, by max-age alone. */
    static Visit withLifetime(Visit visit, long seconds) {
        return control(visit, Set.of("no-cache", "max-age", "s-maxage", "must-revalidate"), "max-age=" + seconds);
    }

    /** May be stored and must be asked about. */
    static Visit withNoCacheForNoStore(Visit visit) {
        return withTagOfContent(control(visit, Set.of("no-store", "max-age", "s-maxage"), "no-cache"));
    }

    /** An ETag that is the same for the same content. */
    static Visit withTagOfContent(Visit visit) {
        String print = visit.print();
        return print == null
                ? visit
                : response(visit, set(visit.response().headers(), Set.of("etag"), "ETag", '"' + print + '"'));
    }

    /** A request that takes what a cache has. */
    static Visit withPlainRequest(Visit visit) {
        Headers headers = visit.request().headers();
        String rest = String.join(
                ", ", members(headers.all("Cache-Control"), m -> !named(m, Set.of("no-cache", "max-age", "no-store"))));
        RequestHead head = visit.request();
        return visit.withRequest(new RequestHead(
                head.method(),
                head.target(),
                head.version(),
                set(headers, Set.of("cache-control", "pragma"), "Cache-Control", rest)));
    }

    private static Visit control(Visit visit, Set<String> without, String with) {
        Headers headers = visit.response().headers();
        List<String> members = members(headers.all("Cache-Control"), m -> !named(m, without));
        members.add(with);
        return response(
                visit,
                set(
                        headers,
                        Set.of("cache-control", "expires", "pragma"),
                        "Cache-Control",
                        String.join(", ", members)));
    }

    private static boolean named(String member, Set<String> names) {
        int equals = member.indexOf('=');
        return names.contains(
                (equals < 0 ? member : member.substring(0, equals)).strip().toLowerCase(Locale.ROOT));
    }

    private static List<String> members(List<String> lines, Predicate<String> kept) {
        List<String> members = new ArrayList<>();
        Matcher each = MEMBER.matcher(String.join(",", lines));
        while (each.find()) {
            String member = each.group().strip();
            if (!member.isEmpty() && kept.test(member)) {
                members.add(member);
            }
        }
        return members;
    }

    private static Headers set(Headers headers, Set<String> without, String name, String value) {
        List<Header> lines = new ArrayList<>();
        headers.stream()
                .filter(h -> !without.contains(h.name().toLowerCase(Locale.ROOT)))
                .forEach(lines::add);
        if (!value.isEmpty()) {
            lines.add(new Header(name, value));
        }
        return Headers.copyOf(lines);
    }

    private static Visit response(Visit visit, Headers headers) {
        ResponseHead head = visit.response();
        return visit.withResponse(new ResponseHead(head.version(), head.status(), head.reason(), headers));
    }
}
