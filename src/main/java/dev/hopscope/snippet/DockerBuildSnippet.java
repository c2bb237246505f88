package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;
import java.util.List;
import java.util.stream.Collectors;

/** One build, by build arguments that leave nothing in the image; stateless. */
final class DockerBuildSnippet extends VariableSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("docker-build", "docker build", SnippetGroup.CONTAINERS, "a shell")
                .named("folder", ".");
    }

    /** A build argument names no file of the build: trust is a matter of the Dockerfile. */
    @Override
    List<Assignment> variables(Environment environment) {
        return environment.assignments();
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
        String options = assignments.stream()
                .map(one -> "  --build-arg " + ShQuoting.of(one.name() + "=" + one.value()) + " \\\n")
                .collect(Collectors.joining());
        return Rendered.of("docker build \\\n" + options + "  " + ShQuoting.of(given.nameFor(card())) + "\n");
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of("docker build " + ShQuoting.of(given.nameFor(card())) + "\n");
    }
}
