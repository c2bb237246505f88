package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.DockerfileQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Dockerfile: ARG for the build and ENV for what runs later, after every FROM; stateless. */
final class DockerfileSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("dockerfile", "Dockerfile", SnippetGroup.CONTAINERS, "Dockerfile");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        List<String> lines = new ArrayList<>();
        environment
                .assignments()
                .forEach(one -> lines.add("ARG " + one.name() + "=" + DockerfileQuoting.of(one.value())));
        environment.assignments().forEach(one -> lines.add("ENV " + one.name() + "=$" + one.name()));
        Trust trust = environment.trust();
        if (trust != null) {
            trust.files().forEach(file -> lines.add("COPY " + Trust.name(file) + " " + Trust.MOUNTED + "/"));
            trust.mounted()
                    .assignments(environment)
                    .forEach(one -> lines.add("ENV " + one.name() + "=" + DockerfileQuoting.of(one.value())));
        }
        return FileLines.of(lines, "(?!)");
    }

    @Override
    String merged(String present, FileLines lines) {
        return block().remove(present).isBlank()
                ? super.merged(present, lines)
                : block().addAfterEach(
                                present,
                                lines.lines(),
                                line -> line.strip().toUpperCase(Locale.ROOT).startsWith("FROM "),
                                line -> false);
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        Rendered noted = rendered.noting(
                "ENV ", List.of("ENV stays in the image: take these lines out where only the build needs the proxy."));
        noted = noted.noting(
                "COPY ",
                environment.trust() == null
                        ? List.of()
                        : List.of("Copy these files beside the Dockerfile first. Never publish an image that trusts a"
                                + " debugging authority."));
        return ListNotes.on(
                environment.proxy().hasCredentials()
                        ? noted.noting("ARG and ENV can be read in the image's history, the password too.")
                        : noted,
                environment);
    }
}
