package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.TomlQuoting;
import java.util.ArrayList;
import java.util.List;

/** Podman by a drop-in of containers.conf: for its pulls, and for the containers it starts; stateless. */
final class PodmanSnippet implements Snippet {
    private static final OwnFile FILE =
            new OwnFile("~/.config/containers/containers.conf.d", "99-hopscope-proxy.conf", false, List.of());

    @Override
    public SnippetCard card() {
        return SnippetCard.run("podman", "Podman", SnippetGroup.CONTAINERS, "a shell; writes a drop-in");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        ListFor list = ListFor.clients(environment.bypass(), "go");
        List<String> content =
                new ArrayList<>(List.of("# Hopscope", "[containers]", "http_proxy = true", "[engine]", "env = ["));
        environment
                .assignments(list.joined(","))
                .forEach(one -> content.add("  " + TomlQuoting.of(one.name() + "=" + one.value()) + ","));
        content.add("]");
        return FILE.write(content)
                .noting("no_proxy", list.notes())
                .noting("http_proxy=", ProxyNotes.of(environment, "go"))
                .noting(
                        "env =",
                        List.of("While this file is there, 'env' of other files under [engine] does not count."));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return FILE.remove();
    }
}
