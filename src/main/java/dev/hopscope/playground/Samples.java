package dev.hopscope.playground;

import dev.hopscope.proxy.InnerOrigins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The requests of the sample traffic, in their order: some of every kind, without a network. Immutable. */
final class Samples {
    private static final String PLAIN = "http://" + InnerOrigins.PLAYGROUND;
    private static final String SECURE = "https://" + InnerOrigins.PLAYGROUND;

    /** Those that take their time: sent at once, beside the others. */
    static final List<Sample> SLOW = List.of(
            get(PLAIN + "/slow?ms=1800"), get(SECURE + "/events"), get(PLAIN + "/stream"), get(PLAIN + "/drip"));

    /** One after the other. */
    static final List<Sample> QUICK = quick();

    /**
     * One request.
     *
     * @param body null for none
     */
    record Sample(
            String method,
            String url,
            Map<String, String> fields,
            @org.jspecify.annotations.Nullable String body) {}

    private Samples() {}

    private static List<Sample> quick() {
        List<Sample> all = new ArrayList<>();
        all.add(get(PLAIN + "/"));
        all.add(get(SECURE + "/json"));
        all.add(get(SECURE + "/gzip", "Accept-Encoding", "gzip"));
        all.add(get(SECURE + "/br", "Accept-Encoding", "br"));
        all.add(get(PLAIN + "/plain", "Accept-Encoding", "gzip, br"));
        for (String image : List.of("/image.png", "/image.jpg", "/image.webp", "/image.svg")) {
            all.add(get(SECURE + image));
        }
        all.add(get(PLAIN + "/cache/max-age"));
        all.add(get(PLAIN + "/cache/etag"));
        all.add(get(PLAIN + "/cache/etag", "If-None-Match", "\"lens-7\""));
        all.add(get(PLAIN + "/cache/vary", "Accept-Language", "de"));
        all.add(get(PLAIN + "/cache/hit"));
        all.add(get(PLAIN + "/cache/layers"));
        all.add(get(PLAIN + "/cache/no-store"));
        all.add(get(PLAIN + "/cache/stale-while-revalidate"));
        for (int left = 4; left >= 0; left--) {
            all.add(get(PLAIN + "/redirect/" + left));
        }
        all.add(get(SECURE + "/cookies/set"));
        all.add(get(SECURE + "/cookies", "Cookie", "session=b7f3c1; theme=dark"));
        all.add(new Sample(
                "OPTIONS",
                SECURE + "/cors",
                Map.of("Origin", "https://shop.example", "Access-Control-Request-Method", "PUT"),
                null));
        all.add(get(SECURE + "/basic"));
        all.add(get(SECURE + "/basic", "Authorization", "Basic aG9wOnNjb3Bl"));
        all.add(new Sample(
                "POST",
                SECURE + "/form",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "lens=convex+%26+clear&note=two%0Alines"));
        all.add(new Sample(
                "PUT", PLAIN + "/echo?lens=7", Map.of("Content-Type", "application/json"), "{\"price\":49.5}"));
        all.add(new Sample("DELETE", PLAIN + "/status/204", Map.of(), null));
        all.add(new Sample("HEAD", PLAIN + "/big", Map.of(), null));
        for (String status : List.of("404", "429", "500", "503")) {
            all.add(get(PLAIN + "/status/" + status));
        }
        for (String fault : List.of("reset", "short-body", "two-lengths", "garbage", "wrong-type")) {
            all.add(get(PLAIN + "/broken/" + fault));
        }
        all.add(get("http://127.0.0.1:9/nobody-listens-here"));
        all.add(get(SECURE + "/big"));
        return List.copyOf(all);
    }

    private static Sample get(String url) {
        return new Sample("GET", url, Map.of(), null);
    }

    private static Sample get(String url, String field, String value) {
        return new Sample("GET", url, Map.of(field, value), null);
    }
}
