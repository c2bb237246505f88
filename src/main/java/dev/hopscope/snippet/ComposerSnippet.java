package dev.hopscope.snippet;

/** Composer knows the proxy by the variables alone, through PHP's curl; stateless. */
final class ComposerSnippet extends CommandSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("composer", "Composer", SnippetGroup.LANGUAGES, "the shell it is for");
    }

    @Override
    String command() {
        return "composer";
    }

    @Override
    String client() {
        return "php-curl";
    }
}
