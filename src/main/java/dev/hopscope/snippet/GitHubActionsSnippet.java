package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.YamlQuoting;

/** A workflow of GitHub Actions: variables for all its jobs; stateless. */
final class GitHubActionsSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("github-actions", "GitHub Actions", SnippetGroup.CI, ".github/workflows/NAME.yml");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        return FileLines.of(
                environment.assignments().stream()
                        .map(one -> "  " + one.name() + ": " + YamlQuoting.of(one.value()))
                        .toList(),
                "  (" + String.join("|", environment.variables().names()) + ")\\s*:.*");
    }

    @Override
    String merged(String present, FileLines lines) {
        return block().addBelow(present, "env:", lines.lines(), lines::replaces);
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        Rendered noted = environment.proxy().hasCredentials()
                ? rendered.noting(
                        "The password can be read by whoever reads the file: put the value into a secret and write ${{"
                                + " secrets.NAME }}.")
                : rendered;
        return ListNotes.on(noted, environment, "no_proxy:");
    }
}
