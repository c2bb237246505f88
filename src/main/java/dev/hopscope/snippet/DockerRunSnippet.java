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
    List<Assignment> variables(Environment environment) {
        return environment.mounted();
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
        String options = assignments.stream()
                .map(one -> "  --env " + ShQuoting.of(one.name() + "=" + one.value()) + " \\\n")
                .collect(Collectors.joining());
        Trust trust = environment.trust();
        if (trust != null) {
            options += trust.files().stream()
                    .map(file -> "  --volume "
                            + ShQuoting.of(file + ":" + Trust.MOUNTED + "/" + Trust.name(file) + ":ro") + " \\\n")
                    .collect(Collectors.joining());
        }
        return Rendered.of("docker run --rm \\\n" + options + "  " + ShQuoting.of(given.nameFor(card())) + "\n");
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of("docker run --rm " + ShQuoting.of(given.nameFor(card())) + "\n");
    }
}
