package dev.hopscope.snippet;

/** uv knows the proxy by the variables alone; stateless. */
final class UvSnippet extends CommandSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("uv", "uv", SnippetGroup.LANGUAGES, "the shell it is for");
    }

    @Override
    String command() {
        return "uv";
    }
}
