package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.YamlQuoting;
import java.util.List;

/** Yarn 2 and newer; stateless. */
final class YarnSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("yarn", "Yarn", SnippetGroup.NODE, "~/.yarnrc.yml");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        String url = YamlQuoting.of(environment.proxy().url());
        FileLines lines =
                FileLines.of(List.of("httpProxy: " + url, "httpsProxy: " + url), "(httpProxy|httpsProxy)\\s*:.*");
        return environment.bypass().isEmpty()
                ? lines
                : lines.noting(
                        List.of("Yarn knows no list of exceptions: all it fetches goes to the proxy."), "httpProxy");
    }
}
