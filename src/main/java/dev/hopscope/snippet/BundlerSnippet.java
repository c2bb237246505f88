package dev.hopscope.snippet;

/** Bundler knows the proxy by the variables alone; stateless. */
final class BundlerSnippet extends CommandSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("bundler", "Bundler", SnippetGroup.LANGUAGES, "the shell it is for");
    }

    @Override
    String command() {
        return "bundle";
    }

    @Override
    String client() {
        return "ruby-net-http";
    }
}
