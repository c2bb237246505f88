package dev.hopscope.inspect.cache;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one exchange while its marks are read: which words are still nobody's, and which marks there are so far. One thread, one exchange. Knows no vendor.
 */
public final class Reading {
    private final @Nullable RequestHead request;
    private final ResponseHead response;
    private final Set<Evidence> taken = new HashSet<>();
    private final List<CacheMark> marks = new ArrayList<>();

    Reading(@Nullable RequestHead request, ResponseHead response) {
        this.request = request;
        this.response = response;
    }

    @Nullable
    RequestHead request() {
        return request;
    }

    int status() {
        return response.status();
    }

    boolean has(String field) {
        return response.headers().has(field);
    }

    /** The value of the first line of this name, empty if there is none. */
    String first(String field) {
        String value = response.headers().first(field);
        return value == null ? "" : value;
    }

    /** {@link Place#FRONT} for a network whose name, lower case, is the Server of the response, else {@link Place#EDGE}. */
    Place signed(String name) {
        return holds("Server", name) ? Place.FRONT : Place.EDGE;
    }

    /** Whether a line of this name holds the text, ignoring case. */
    boolean holds(String field, String lowerCase) {
        return response.headers().all(field).stream()
                .anyMatch(v -> v.toLowerCase(Locale.ROOT).contains(lowerCase));
    }

    /** The first line of this name, whole; null if there is none. */
    @Nullable
    Evidence line(String field) {
        int at = response.headers().indexOf(field, 0);
        return at < 0
                ? null
                : whole(Evidence.Source.RESPONSE, response.headers().get(at), at);
    }

    /** The same of the request. */
    @Nullable
    Evidence requestLine(String field) {
        int at = request == null ? -1 : request.headers().indexOf(field, 0);
        return request == null || at < 0
                ? null
                : whole(Evidence.Source.REQUEST, request.headers().get(at), at);
    }

    /** The status and its phrase. */
    Evidence statusLine() {
        String text = (response.status() + " " + response.reason()).strip();
        return new Evidence(Evidence.Source.STATUS, "", text, 0, text.length(), -1);
    }

    private static Evidence whole(Evidence.Source source, Header line, int at) {
        return new Evidence(source, line.name(), line.value(), 0, line.value().length(), at);
    }

    /** All lines of this name, whole. */
    List<Evidence> lines(String field) {
        Headers headers = response.headers();
        List<Evidence> found = new ArrayList<>(1);
        for (int at = headers.indexOf(field, 0); at >= 0; at = headers.indexOf(field, at + 1)) {
            found.add(whole(Evidence.Source.RESPONSE, headers.get(at), at));
        }
        return found;
    }

    /** The members of the list that the lines of this name make (RFC 9110 §5.6.1), taken or not. */
    List<Evidence> members(String field) {
        List<Evidence> found = new ArrayList<>(2);
        lines(field).forEach(line -> split(line, found));
        return found;
    }

    /** Those of {@link #members} that no vendor took. */
    List<Evidence> free(String field) {
        List<Evidence> found = members(field);
        found.removeIf(taken::contains);
        return found;
    }

    void take(Evidence words) {
        taken.add(words);
    }

    /** The marks of the vendors asked so far. */
    List<CacheMark> marks() {
        return marks;
    }

    /** At commas outside quoted strings and comments; empty members are none. */
    private static void split(Evidence line, List<Evidence> into) {
        String value = line.value();
        int start = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i <= value.length(); i++) {
            char c = i == value.length() ? ',' : value.charAt(i);
            if (i == value.length() || c == ',' && !quoted && depth == 0) {
                add(line, start, i, into);
                start = i + 1;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
            }
        }
    }

    private static void add(Evidence line, int start, int end, List<Evidence> into) {
        int from = start;
        int to = Math.min(end, line.value().length());
        while (from < to && line.value().charAt(from) <= ' ') {
            from++;
        }
        while (to > from && line.value().charAt(to - 1) <= ' ') {
            to--;
        }
        if (from < to) {
            into.add(line.part(from, to));
        }
    }
}
