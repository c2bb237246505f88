package dev.hopscope.inspect.cache;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Sets of header fields in the form of {@code header-sets.txt}. */
final class HeaderSets {
    /** @param expected vendor and state of each layer, client first */
    record HeaderSet(String source, RequestHead request, ResponseHead response, String expected) {
        List<CacheMark> marks() {
            return CacheMarks.of(request, response);
        }

        @Override
        public String toString() {
            return source + " " + response.headers();
        }
    }

    private HeaderSets() {}

    static List<HeaderSet> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(HeaderSets.class.getResourceAsStream("header-sets.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<HeaderSet> sets = new ArrayList<>();
            for (String block : text.split("\n\n")) {
                if (block.startsWith("@ ")) {
                    sets.add(read(block.split("\n")));
                }
            }
            return sets;
        }
    }

    private static HeaderSet read(String[] lines) {
        String source = "";
        String expected = "";
        int status = 200;
        Headers.Builder request = Headers.builder();
        Headers.Builder response = Headers.builder();
        for (String line : lines) {
            String rest = line.substring(Math.min(2, line.length()));
            switch (line.charAt(0)) {
                case '#' -> {}
                case '@' -> source = rest;
                case '!' -> status = Integer.parseInt(rest);
                case '=' -> expected = rest.strip();
                case '>' -> field(rest, request);
                default -> field(line, response);
            }
        }
        return new HeaderSet(source, request("/", request.build()), response(status, response.build()), expected);
    }

    private static void field(String line, Headers.Builder into) {
        int colon = line.indexOf(':');
        into.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    /** Constructed: marks of a response with these fields, to a request without any. */
    static List<CacheMark> marks(String... namesAndValues) {
        return CacheMarks.of(request("/", Headers.EMPTY), response(200, Headers.of(namesAndValues)));
    }

    static RequestHead request(String target, Headers headers) {
        return new RequestHead("GET", target, HttpVersion.HTTP_1_1, headers);
    }

    static ResponseHead response(int status, Headers headers) {
        return new ResponseHead(HttpVersion.HTTP_1_1, status, status == 304 ? "Not Modified" : "OK", headers);
    }

    static String words(List<CacheMark> marks) {
        return marks.stream().map(m -> m.vendor() + ":" + m.state()).collect(Collectors.joining(" "));
    }
}
