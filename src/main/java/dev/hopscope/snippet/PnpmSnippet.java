package dev.hopscope.snippet;

/** pnpm, whose settings have the names of npm; stateless. */
final class PnpmSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("pnpm", "pnpm", SnippetGroup.NODE, "~/.config/pnpm/rc");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        return NpmLines.of(environment);
    }
}
