package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.ANY_TARGET;
import static dev.hopscope.interchange.code.Trait.ASTERISK;
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

/** A request for the modules http and https of Node, its head given line by line. Pure, any thread. */
final class NodeHttpTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "node-http",
            "Node http",
            TargetGroup.JAVASCRIPT,
            "Node",
            List.of(),
            ORDER,
            CASE,
            DUPLICATES,
            OCTETS,
            EMPTY_VALUE,
            ANY_PERCENT,
            ANY_TARGET,
            ASTERISK,
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
        String module = call.draft().origin().secure() ? "https" : "http";
        StringBuilder out = new StringBuilder("import { request } from \"node:" + module + "\";\n\n");
        out.append("const sent = request({\n  host: ")
                .append(JavaScriptQuoting.of(call.draft().origin().host()));
        out.append(",\n  port: ").append(call.draft().origin().port()).append(",\n  method: ");
        out.append(JavaScriptQuoting.of(call.method())).append(",\n  path: ");
        out.append(JavaScriptQuoting.of(call.draft().target())).append(",\n  headers: [\n");
        if (!call.fields().has("Host")) {
            out.append("    \"Host\", ")
                    .append(JavaScriptQuoting.of(call.draft().origin().authority()))
                    .append(",\n");
        }
        out.append(JavaScriptBody.flat(call));
        if (call.announced()) {
            out.append("    \"Content-Length\", \"")
                    .append(call.body().length())
                    .append("\",\n");
        }
        out.append(
                "  ],\n}, response => {\n  console.log(response.statusCode);\n  response.pipe(process.stdout);\n});\n");
        out.append("sent.end(")
                .append(call.hasBody() ? JavaScriptBody.bytes(call) : "")
                .append(");\n");
        return new Code.Text(out.toString(), List.of());
    }
}
