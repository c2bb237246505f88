package dev.hopscope.inspect.meaning;

import java.util.Set;

/** Clear-Site-Data: what the browser is to delete. Any thread. */
final class ClearSiteDataDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("clear-site-data");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        for (String text : Syntax.split(value, ',')) {
            switch (text) {
                case "\"cache\"" -> out.add(text, "the browser's cache of this origin");
                case "\"cookies\"" -> out.add(text, "all cookies of the registered domain, and log-ins");
                case "\"storage\"" -> out.add(text, "storage, databases and service workers of this origin");
                case "\"executionContexts\"" -> out.add(text, "load the open pages of this origin anew");
                case "\"clientHints\"" -> out.add(text, "the details it was asked for");
                case "\"prefetchCache\"", "\"prerenderCache\"" -> out.add(text, "pages fetched ahead of need");
                case "\"*\"" -> out.add(text, "everything");
                default ->
                    out.fault(
                            text,
                            text.startsWith("\"")
                                    ? "Not a kind browsers know: ignored."
                                    : "Without its quotes: ignored.");
            }
        }
        if (setting.origin() != null && !setting.secure()) {
            out.fault("", "It came over plain http: browsers ignore it there.");
        }
    }
}
