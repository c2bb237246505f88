package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;
import java.util.List;
import java.util.stream.Collectors;

/** One container; stateless. */
final class DockerRunSnippet extends VariableSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("docker-run", "docker run", SnippetGroup.CONTAINERS, "a shell")
                .named("image", "IMAGE");
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
        String options = assignments.stream()
                .map(one -> "  --env " + ShQuoting.of(one.name() + "=" + one.value()) + " \\\n")
                .collect(Collectors.joining());
        return Rendered.of("docker run --rm \\\n" + options + "  " + ShQuoting.of(given.nameFor(card())) + "\n");
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of("docker run --rm " + ShQuoting.of(given.nameFor(card())) + "\n");
    }
}
