package dev.hopscope.snippet;

/** apk of Alpine knows the proxy by the variables alone; stateless. */
final class ApkSnippet extends CommandSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("apk", "apk", SnippetGroup.TOOLS, "the shell it is for");
    }

    @Override
    String command() {
        return "apk";
    }
}
