package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.JsonQuoting;
import java.util.List;

/** undici, in the program's own source: lines before its first request; stateless. */
final class UndiciSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("undici", "undici", SnippetGroup.NODE, "the first module of the program");
    }

    @Override
    dev.hopscope.snippet.merge.LineBlock block() {
        return new dev.hopscope.snippet.merge.LineBlock("//");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        if (environment.proxy().scheme() == ProxyScheme.SOCKS5H) {
            throw new IllegalArgumentException(
                    "undici's EnvHttpProxyAgent knows no SOCKS before 7.24. Choose http or https.");
        }
        ListFor list = ListFor.clients(environment.bypass(), "undici7");
        String url = JsonQuoting.of(environment.proxy().url());
        String exceptions = environment.variables().list() ? ", noProxy: " + JsonQuoting.of(list.joined(",")) : "";
        return FileLines.of(
                        List.of(
                                "import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici';",
                                "setGlobalDispatcher(new EnvHttpProxyAgent({",
                                "  httpProxy: " + url + ", httpsProxy: " + url + exceptions,
                                "}));"),
                        "(?!)")
                .noting(list.notes(), "httpProxy");
    }

    @Override
    String merged(String present, FileLines lines) {
        return block().addFirst(present, lines.lines(), line -> false);
    }
}
