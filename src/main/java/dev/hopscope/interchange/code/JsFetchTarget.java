package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.JavaScriptQuoting;
import java.util.List;

/** A request for fetch of Node, Deno and Bun. Pure, any thread. */
final class JsFetchTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "js-fetch",
            "JavaScript fetch",
            TargetGroup.JAVASCRIPT,
            "fetch",
            List.of("Accept", "Accept-Language", "Accept-Encoding", "User-Agent", "Sec-Fetch-Mode"),
            OCTETS,
            EMPTY_VALUE,
            ANY_PERCENT,
            UNTYPED_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("const response = await fetch(" + JavaScriptQuoting.of(call.url()));
        out.append(", {\n  method: ")
                .append(JavaScriptQuoting.of(call.method()))
                .append(",\n  headers: [\n");
        for (Header field : call.fields()) {
            out.append("    [").append(JavaScriptQuoting.of(field.name())).append(", ");
            out.append(JavaScriptQuoting.of(field.value())).append("],\n");
        }
        out.append("  ],\n  redirect: \"manual\",\n");
        out.append(call.hasBody() ? "  body: " + JavaScriptBody.bytes(call) + ",\n" : "");
        out.append("});\nconsole.log(response.status);\nconsole.log(await response.text());\n");
        return new Code.Text(
                out.toString(), List.of("In a page, a browser sets Cookie, Host, Origin, Referer and Sec-* itself."));
    }
}
