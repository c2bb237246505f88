package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.IniQuoting;
import java.util.ArrayList;
import java.util.List;

/** The settings of npm that name a proxy; pure functions. */
final class NpmLines {
    private NpmLines() {}

    static FileLines of(Environment environment) {
        ListFor list = ListFor.clients(environment.bypass(), "npm");
        String url = IniQuoting.of(environment.proxy().url());
        List<String> lines = new ArrayList<>(List.of("proxy=" + url, "https-proxy=" + url));
        if (environment.variables().list()) {
            lines.add("noproxy=" + IniQuoting.of(list.joined(",")));
        }
        Trust trust = environment.trust();
        if (trust != null) {
            lines.add("cafile=" + IniQuoting.of(trust.bundle()));
        }
        return FileLines.of(
                        lines,
                        "\\s*(" + (trust == null ? "" : "cafile|")
                                + "proxy|https-proxy|noproxy|no-proxy)(\\[\\])?\\s*=.*")
                .noting(list.notes(), "noproxy=");
    }
}
