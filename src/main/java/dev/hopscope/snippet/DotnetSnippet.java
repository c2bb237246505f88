package dev.hopscope.snippet;

/** .NET: HttpClient and NuGet read the variables; stateless. */
final class DotnetSnippet extends CommandSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("dotnet", ".NET", SnippetGroup.LANGUAGES, "the shell it is for");
    }

    @Override
    String command() {
        return "dotnet";
    }
}
