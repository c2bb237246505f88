package dev.hopscope.snippet;

import java.util.ArrayList;
import java.util.List;

/** pip's settings; stateless. */
final class PipSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("pip", "pip", SnippetGroup.LANGUAGES, "~/.config/pip/pip.conf");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        List<String> set =
                new ArrayList<>(List.of("proxy = " + environment.proxy().url()));
        Trust trust = environment.trust();
        if (trust != null) {
            set.add("cert = " + trust.bundle());
        }
        FileLines lines = FileLines.of(set, "\\s*(" + (trust == null ? "" : "cert|") + "proxy)\\s*[=:].*");
        return environment.bypass().isEmpty()
                ? lines
                : lines.noting(
                        List.of("A proxy that is set here has no exceptions. Set the variables instead where some are"
                                + " needed."),
                        "proxy =");
    }

    @Override
    String merged(String present, FileLines lines) {
        return block().addInSection(present, "global", lines.lines(), lines::replaces);
    }
}
