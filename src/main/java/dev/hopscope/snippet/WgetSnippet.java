package dev.hopscope.snippet;

import java.util.ArrayList;
import java.util.List;

/** wget's config file, whose values end with the line; stateless. */
final class WgetSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("wget", "wget", SnippetGroup.TOOLS, "~/.wgetrc");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        if (environment.proxy().scheme() != ProxyScheme.HTTP) {
            throw new IllegalArgumentException("wget speaks plain HTTP with a proxy only. Choose the scheme http.");
        }
        ListFor list = ListFor.clients(environment.bypass(), "wget");
        String url = environment.proxy().url();
        List<String> lines = new ArrayList<>(List.of("use_proxy = on", "http_proxy = " + url, "https_proxy = " + url));
        if (environment.variables().list()) {
            lines.add("no_proxy = " + list.joined(","));
        }
        Trust trust = environment.trust();
        if (trust != null) {
            lines.add("ca_certificate = " + trust.bundle());
        }
        // names are read without case, hyphens and underscores
        return FileLines.of(
                        lines,
                        "(?i)\\s*(" + (trust == null ? "" : "ca[_-]?certificate|")
                                + "use[_-]?proxy|https?[_-]?proxy|no[_-]?proxy)\\s*=.*")
                .noting(list.notes(), "no_proxy");
    }
}
