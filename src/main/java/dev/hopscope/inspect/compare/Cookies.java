package dev.hopscope.inspect.compare;

import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.diff.DiffKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The cookies two clients sent, by name, and those they were given, with each attribute (RFC 6265 §4.1, §4.2). Pure, any thread. */
final class Cookies {
    private Cookies() {}

    /** A cookie that is set: what a Set-Cookie field says. */
    private record Given(NamedValues.Pair cookie, List<NamedValues.Pair> attributes) {
        static Given parse(String field) {
            List<NamedValues.Pair> parts = pairs(field);
            return parts.isEmpty()
                    ? new Given(new NamedValues.Pair("", field), List.of())
                    : new Given(parts.getFirst(), parts.subList(1, parts.size()));
        }

        /** The value with its attributes, on one line. */
        String text() {
            StringBuilder text = new StringBuilder(cookie.value());
            attributes.forEach(
                    a -> text.append("; ").append(a.name()).append(a.value().isEmpty() ? "" : "=" + a.value()));
            return text.toString();
        }

        /** Names of attributes in one case, since theirs does not matter (RFC 6265 §5.2). */
        List<NamedValues.Pair> lowered() {
            return attributes.stream()
                    .map(a -> new NamedValues.Pair(lower(a.name()), a.value()))
                    .toList();
        }
    }

    static Section of(Subject a, Subject b, boolean ignoreOrder) {
        List<Line> lines = new ArrayList<>(NamedValues.lines(
                sent(Subject.headers(a.request())),
                sent(Subject.headers(b.request())),
                ignoreOrder,
                name -> Line.Label.of(name, Line.Called.COOKIE_SENT)));
        lines.addAll(set(given(Subject.headers(a.response())), given(Subject.headers(b.response())), ignoreOrder));
        return Section.of(Section.Part.COOKIES, lines, List.of());
    }

    private static List<NamedValues.Pair> sent(Headers headers) {
        return headers.all("Cookie").stream().flatMap(v -> pairs(v).stream()).toList();
    }

    private static List<NamedValues.Pair> pairs(String text) {
        return Stream.of(text.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    int equals = part.indexOf('=');
                    return equals < 0
                            ? new NamedValues.Pair(part, "")
                            : new NamedValues.Pair(
                                    part.substring(0, equals).strip(),
                                    part.substring(equals + 1).strip());
                })
                .toList();
    }

    private static List<Given> given(Headers headers) {
        return headers.all("Set-Cookie").stream().map(Given::parse).toList();
    }

    private static List<Line> set(List<Given> a, List<Given> b, boolean ignoreOrder) {
        int[] origin = NamedValues.partners(cookies(a), cookies(b));
        int[] partner = new int[a.size()];
        java.util.Arrays.fill(partner, -1);
        for (int j = 0; j < origin.length; j++) {
            if (origin[j] >= 0) {
                partner[origin[j]] = j;
            }
        }
        List<Line> lines = new ArrayList<>();
        int highest = -1;
        for (int i = 0; i < a.size(); i++) {
            Line.Label label = Line.Label.of(a.get(i).cookie().name(), Line.Called.COOKIE_SET);
            if (partner[i] < 0) {
                lines.add(Line.of(label, a.get(i).text(), null));
                continue;
            }
            boolean moved = !ignoreOrder && partner[i] < highest;
            highest = Math.max(highest, partner[i]);
            both(a.get(i), b.get(partner[i]), moved, ignoreOrder, lines);
        }
        for (int j = 0; j < b.size(); j++) {
            if (origin[j] < 0) {
                lines.add(Line.of(
                        Line.Label.of(b.get(j).cookie().name(), Line.Called.COOKIE_SET),
                        null,
                        b.get(j).text()));
            }
        }
        return lines;
    }

    private static List<NamedValues.Pair> cookies(List<Given> given) {
        return given.stream().map(Given::cookie).toList();
    }

    private static void both(Given was, Given is, boolean moved, boolean ignoreOrder, List<Line> lines) {
        String name = was.cookie().name();
        Line value = Line.of(
                Line.Label.of(name, Line.Called.COOKIE_SET),
                was.cookie().value(),
                is.cookie().value());
        lines.add(moved && value.kind() == DiffKind.KEPT ? value.as(DiffKind.MOVED, Fact.of("moved")) : value);
        Map<String, String> written = new HashMap<>();
        Stream.of(is, was)
                .flatMap(given -> given.attributes().stream())
                .forEach(attribute -> written.put(lower(attribute.name()), attribute.name()));
        NamedValues.lines(
                        was.lowered(),
                        is.lowered(),
                        ignoreOrder,
                        attribute ->
                                new Line.Label(name, written.getOrDefault(attribute, attribute), Line.Called.ATTRIBUTE))
                .forEach(line -> lines.add(line.at(1)));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
