package dev.hopscope.playground;

import java.io.IOException;
import java.util.List;

/** What origins tell caches. Any thread. */
final class CacheFields {
    private static final String JSON = "application/json";
    private static final String TAG = "\"lens-7\"";
    private static final String CHANGED = "Mon, 02 Nov 2026 08:00:00 GMT";

    static final List<Resource> ALL = List.of(
            Resource.at("max-age", "/cache/max-age", (r, wire) -> fields(wire, "Cache-Control: public, max-age=60")),
            Resource.at("etag", "/cache/etag", CacheFields::etag),
            Resource.at("modified", "/cache/last-modified", CacheFields::modified),
            Resource.at(
                    "vary",
                    "/cache/vary",
                    (r, wire) -> fields(wire, "Cache-Control: max-age=60", "Vary: Accept-Language, Accept-Encoding")),
            Resource.at("no-store", "/cache/no-store", (r, wire) -> fields(wire, "Cache-Control: no-store")),
            Resource.at(
                    "no-cache",
                    "/cache/no-cache",
                    (r, wire) -> fields(wire, "Cache-Control: no-cache", "ETag: " + TAG)),
            Resource.at("private", "/cache/private", (r, wire) -> fields(wire, "Cache-Control: private, max-age=60")),
            Resource.at(
                    "swr",
                    "/cache/stale-while-revalidate",
                    (r, wire) -> fields(wire, "Cache-Control: max-age=2, stale-while-revalidate=30")),
            Resource.at(
                    "shared",
                    "/cache/hit",
                    (r, wire) -> fields(
                            wire,
                            "Cache-Control: public, max-age=300",
                            "Age: 42",
                            "Cache-Status: playground-edge; hit; ttl=258")),
            Resource.at(
                    "layers",
                    "/cache/layers",
                    (r, wire) -> fields(
                            wire,
                            "Cache-Control: public, s-maxage=600",
                            "Age: 7",
                            "Cache-Status: playground-shield; hit, playground-edge; fwd=uri-miss; stored")),
            Resource.at("unsaid", "/cache/nothing-said", (r, wire) -> fields(wire, "Last-Modified: " + CHANGED)));

    private CacheFields() {}

    private static void fields(Wire wire, String... fields) throws IOException {
        wire.send(200, JSON, Formats.catalogue(3), fields);
    }

    private static void etag(PlayRequest request, Wire wire) throws IOException {
        String asked = request.field("If-None-Match");
        String[] fields = {"Cache-Control: max-age=5", "ETag: " + TAG};
        if (asked != null && (asked.equals("*") || asked.contains(TAG))) {
            wire.empty(304, fields);
        } else {
            wire.send(200, JSON, Formats.catalogue(3), fields);
        }
    }

    private static void modified(PlayRequest request, Wire wire) throws IOException {
        String[] fields = {"Cache-Control: max-age=5", "Last-Modified: " + CHANGED};
        if (CHANGED.equals(request.field("If-Modified-Since"))) {
            wire.empty(304, fields);
        } else {
            wire.send(200, JSON, Formats.catalogue(3), fields);
        }
    }
}
