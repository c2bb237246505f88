package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.DotEnvQuoting;

/** A {@code .env} file as Docker, Compose, Node and many libraries read it; stateless. */
final class DotEnvSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("dotenv", ".env", SnippetGroup.SHELLS, ".env");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        return FileLines.of(
                environment.everything().stream()
                        .map(one -> one.name() + "=" + DotEnvQuoting.of(one.value()))
                        .toList(),
                "\\s*(export\\s+)?(" + String.join("|", environment.names()) + ")\\s*=.*");
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        return ListNotes.on(rendered, environment);
    }
}
