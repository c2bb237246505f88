package dev.hopscope.inspect.meaning;

import java.util.Map;
import java.util.Set;

/** Fetch metadata: what made a browser ask. Any thread. */
final class SecFetchDecoder implements FieldDecoder {
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "sec-fetch-site",
                    Map.of(
                            "same-origin", "a page of this very origin",
                            "same-site", "a page of the same site, of another host or port",
                            "cross-site", "a page of another site",
                            "none", "the user themselves: typed, a bookmark, a link of another program"),
            "sec-fetch-mode",
                    Map.of(
                            "navigate", "a page is opened",
                            "cors", "a script's request that CORS decides about",
                            "no-cors", "a picture, script or the like, without CORS",
                            "same-origin", "for the same origin only",
                            "websocket", "a WebSocket is opened"),
            "sec-fetch-user", Map.of("?1", "by a click or key of the user"),
            "sec-fetch-storage-access",
                    Map.of(
                            "none", "no access to cookies of a third party",
                            "inactive", "access was granted, but is not in use",
                            "active", "cookies of a third party are sent"),
            "sec-purpose", Map.of("prefetch", "fetched ahead of need"));
    private static final Map<String, String> DESTINATIONS = Map.ofEntries(
            Map.entry("document", "a page"),
            Map.entry("empty", "a script's own use (fetch, XMLHttpRequest, beacon)"),
            Map.entry("iframe", "a page in a frame"),
            Map.entry("frame", "a page in a frame"),
            Map.entry("image", "a picture"),
            Map.entry("script", "a script"),
            Map.entry("style", "a style sheet"),
            Map.entry("font", "a font"),
            Map.entry("audio", "sound"),
            Map.entry("video", "video"),
            Map.entry("track", "subtitles"),
            Map.entry("worker", "a worker"),
            Map.entry("sharedworker", "a shared worker"),
            Map.entry("serviceworker", "a service worker"),
            Map.entry("manifest", "the manifest of a web app"),
            Map.entry("object", "a plug-in"),
            Map.entry("embed", "a plug-in"),
            Map.entry("report", "a report of violations"),
            Map.entry("json", "a JSON module"),
            Map.entry("webidentity", "a log-in by an identity provider"));

    @Override
    public Set<String> names() {
        return Set.of(
                "sec-fetch-site",
                "sec-fetch-mode",
                "sec-fetch-dest",
                "sec-fetch-user",
                "sec-fetch-storage-access",
                "sec-purpose");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        String head = Syntax.head(value);
        String words = name.equals("sec-fetch-dest")
                ? DESTINATIONS.get(head)
                : WORDS.getOrDefault(name, Map.of()).get(head);
        out.add(value, words == null ? "a value Hopscope has no words for" : words);
    }
}
