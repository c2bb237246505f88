package dev.hopscope.snippet;

/** helm itself, for its repositories and the API server: a Go program; stateless. */
final class HelmSnippet extends CommandSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("helm", "helm", SnippetGroup.KUBERNETES, "the shell it is for");
    }

    @Override
    String command() {
        return "helm";
    }

    @Override
    String client() {
        return "go";
    }
}
