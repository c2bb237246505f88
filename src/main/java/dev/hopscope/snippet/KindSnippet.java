package dev.hopscope.snippet;

/** kind: the nodes it makes take the variables with them; stateless. */
final class KindSnippet extends CommandSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("kind", "kind", SnippetGroup.KUBERNETES, "the shell it is for");
    }

    @Override
    String command() {
        return "kind";
    }

    @Override
    String client() {
        return "go";
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return super.undo(environment, given)
                .noting("A cluster keeps the proxy it was made with: make it anew to be rid of it.");
    }
}
