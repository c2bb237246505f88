package dev.hopscope.snippet;

/** The go command: go env -w takes no proxy; stateless. */
final class GoSnippet extends CommandSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("go", "Go", SnippetGroup.LANGUAGES, "the shell it is for");
    }

    @Override
    String command() {
        return "go";
    }

    @Override
    String client() {
        return "go";
    }
}
