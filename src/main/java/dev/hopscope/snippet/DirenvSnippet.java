package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;

/** direnv: lines at the end of {@code .envrc}; direnv itself brings earlier values back when the folder is left; stateless. */
final class DirenvSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("direnv", "direnv", SnippetGroup.SHELLS, ".envrc");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        // nothing is replaced: these come last, and a script may compute what it sets
        return FileLines.of(
                environment.everything().stream()
                        .map(one ->
                                "export " + one.name() + "=" + (one.value().isEmpty() ? "" : ShQuoting.of(one.value())))
                        .toList(),
                "(?!)");
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        return ListNotes.on(rendered.noting("Run 'direnv allow' after each change."), environment);
    }
}
