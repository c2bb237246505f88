package dev.hopscope.snippet;

/** npm's own settings, which go before the variables; stateless. */
final class NpmSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("npm", "npm", SnippetGroup.NODE, "~/.npmrc");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        return NpmLines.of(environment);
    }
}
