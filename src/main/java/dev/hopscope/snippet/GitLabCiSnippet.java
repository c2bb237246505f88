package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.YamlQuoting;

/** A pipeline of GitLab CI: variables for all its jobs; stateless. */
final class GitLabCiSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("gitlab-ci", "GitLab CI", SnippetGroup.CI, ".gitlab-ci.yml");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        return FileLines.of(
                environment.assignments().stream()
                        .map(one -> "  " + one.name() + ": "
                                + YamlQuoting.of(one.value().replace("$", "$$")))
                        .toList(),
                "  (" + String.join("|", environment.variables().names()) + ")\\s*:.*");
    }

    @Override
    String merged(String present, FileLines lines) {
        return block().addBelow(present, "variables:", lines.lines(), lines::replaces);
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        Rendered noted = environment.proxy().hasCredentials()
                ? rendered.noting(
                        "The password can be read by whoever reads the file: set the variable in the project, masked,"
                                + " and leave it out here.")
                : rendered;
        return ListNotes.on(noted, environment, "no_proxy:");
    }
}
