package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.CurlConfigQuoting;
import java.util.ArrayList;
import java.util.List;

/** curl's config file; stateless. */
final class CurlSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("curl", "curl", SnippetGroup.TOOLS, "~/.curlrc");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        ListFor list = ListFor.clients(environment.bypass(), "curl");
        List<String> lines = new ArrayList<>(
                List.of("proxy = " + CurlConfigQuoting.of(environment.proxy().url())));
        if (environment.variables().list()) {
            lines.add("noproxy = " + CurlConfigQuoting.of(list.joined(",")));
        }
        Trust trust = environment.trust();
        if (trust != null) {
            lines.add("cacert = " + CurlConfigQuoting.of(trust.bundle()));
        }
        return FileLines.of(
                        lines, "\\s*(--?)?(" + (trust == null ? "" : "cacert|") + "proxy|noproxy|x)(\\s*[=:]|\\s).*")
                .noting(list.notes(), "noproxy");
    }
}
