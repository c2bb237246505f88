package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.YamlQuoting;
import java.util.ArrayList;
import java.util.List;

/** Compose: a second file over the project's own, which merges variables by name (Compose specification, merge); stateless. */
final class ComposeSnippet extends WholeFileSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("compose", "Compose", SnippetGroup.CONTAINERS, "compose.hopscope.yaml")
                .named("service", "app");
    }

    @Override
    List<String> content(Environment environment, Given given) {
        List<String> lines = new ArrayList<>(
                List.of("services:", "  " + YamlQuoting.of(given.nameFor(card())) + ":", "    environment:"));
        environment.mounted().forEach(one -> lines.add("      " + one.name() + ": " + value(one)));
        Trust trust = environment.trust();
        if (trust != null) {
            lines.add("    volumes:");
            for (String file : trust.files()) {
                lines.add("      - type: bind");
                lines.add("        source: " + YamlQuoting.of(file.replace("$", "$$")));
                lines.add("        target: " + Trust.MOUNTED + "/" + Trust.name(file));
                lines.add("        read_only: true");
            }
        }
        lines.add("    build:");
        lines.add("      args:");
        environment.assignments().forEach(one -> lines.add("        " + one.name() + ": " + value(one)));
        return lines;
    }

    /** A dollar sign would begin a variable of Compose. */
    private static String value(Assignment one) {
        return YamlQuoting.of(one.value().replace("$", "$$"));
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment, Given given) {
        return ListNotes.on(
                rendered.noting("Run: docker compose -f compose.yaml -f compose.hopscope.yaml up")
                        .noting("build:", List.of("Take the part 'build' out where the service is not built.")),
                environment);
    }

    @Override
    String without(Given given) {
        return "Remove the file and run without it: docker compose up";
    }
}
