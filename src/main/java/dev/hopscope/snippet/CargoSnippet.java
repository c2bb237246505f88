package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.TomlQuoting;
import java.util.List;

/** cargo's settings; stateless. */
final class CargoSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("cargo", "cargo", SnippetGroup.LANGUAGES, "~/.cargo/config.toml");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        FileLines lines = FileLines.of(
                List.of("proxy = " + TomlQuoting.of(environment.proxy().url())), "\\s*proxy\\s*=.*");
        return environment.bypass().isEmpty()
                ? lines
                : lines.noting(
                        List.of("cargo takes exceptions from the variable no_proxy alone, and reads it as curl does."),
                        "proxy =");
    }

    @Override
    String merged(String present, FileLines lines) {
        return block().addInSection(present, "http", lines.lines(), lines::replaces);
    }
}
