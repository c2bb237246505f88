package dev.hopscope.inspect.meaning;

import java.util.Map;
import java.util.Set;

/** Link (RFC 8288): each target with its relation. Any thread. Follows no link. */
final class LinkDecoder implements FieldDecoder {
    private static final Map<String, String> RELATIONS = Map.ofEntries(
            Map.entry("preload", "will be needed soon: fetch it now"),
            Map.entry("modulepreload", "a script module that will be needed soon"),
            Map.entry("prefetch", "may be needed on the next page"),
            Map.entry("preconnect", "open a connection there now"),
            Map.entry("dns-prefetch", "look the name up now"),
            Map.entry("stylesheet", "a style sheet of the page"),
            Map.entry("canonical", "the proper address of this content"),
            Map.entry("alternate", "the same in another form or language"),
            Map.entry("next", "the next page"),
            Map.entry("prev", "the page before"),
            Map.entry("first", "the first page"),
            Map.entry("last", "the last page"),
            Map.entry("self", "this very resource"),
            Map.entry("up", "one level up"),
            Map.entry("describedby", "describes this resource"),
            Map.entry("license", "the licence"),
            Map.entry("original", "the living version of this archived state"),
            Map.entry("timegate", "finds archived states by time"),
            Map.entry("timemap", "lists archived states"),
            Map.entry("index", "the contents"),
            Map.entry("help", "help"),
            Map.entry("shortlink", "a short address"),
            Map.entry("https://api.w.org/", "the API of WordPress"));

    @Override
    public Set<String> names() {
        return Set.of("link");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        for (String text : Syntax.split(value, ',')) {
            String target = Syntax.head(text);
            if (!target.startsWith("<") || !target.endsWith(">")) {
                out.fault(text, "The address has to stand between < and >.");
                continue;
            }
            var parameters = Syntax.parameters(text);
            StringBuilder words = new StringBuilder();
            for (String relation : Syntax.parameter(parameters, "rel").split("\\s+", 10)) {
                words.append(words.isEmpty() ? "" : "; ");
                words.append(
                        relation.isEmpty()
                                ? "without a relation"
                                : RELATIONS.getOrDefault(relation, "relation " + relation));
            }
            for (Syntax.Pair p : parameters) {
                switch (p.key()) {
                    case "as" -> words.append(", as ").append(p.value());
                    case "type" -> words.append(", of type ").append(p.value());
                    case "hreflang" -> words.append(", in ").append(p.value());
                    case "title" ->
                        words.append(", titled \u201c").append(p.value()).append('\u201d');
                    case "crossorigin" -> words.append(", by CORS");
                    case "nopush" -> words.append(", not to be pushed");
                    default -> {}
                }
            }
            boolean preload = Syntax.parameter(parameters, "rel").contains("preload");
            out.add(text, words.toString());
            if (preload
                    && Syntax.parameter(parameters, "rel").equals("preload")
                    && Syntax.parameter(parameters, "as").isEmpty()) {
                out.fault(text, "preload without as: browsers ignore it.");
            }
        }
    }
}
