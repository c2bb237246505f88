package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.ORDER;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.snippet.quote.JavaScriptQuoting;
import java.util.List;

/** A request for undici, its head given line by line. Pure, any thread. */
final class NodeUndiciTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "node-undici",
            "Node undici",
            TargetGroup.JAVASCRIPT,
            "undici",
            List.of(),
            ORDER,
            CASE,
            DUPLICATES,
            OCTETS,
            EMPTY_VALUE,
            ANY_PERCENT,
            ANY_METHOD,
            OWN_HOST,
            GET_BODY,
            HEAD_BODY,
            UNTYPED_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("import { request } from \"undici\";\n\nconst response = await request(");
        out.append(JavaScriptQuoting.of(call.url()))
                .append(", {\n  method: ")
                .append(JavaScriptQuoting.of(call.method()));
        out.append(",\n  headers: [\n").append(JavaScriptBody.flat(call)).append("  ],\n");
        out.append(call.hasBody() ? "  body: " + JavaScriptBody.bytes(call) + ",\n" : "");
        out.append("});\nconsole.log(response.statusCode);\nconsole.log(await response.body.text());\n");
        return new Code.Text(out.toString(), List.of());
    }
}
