package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;
import static dev.hopscope.interchange.code.Trait.UPPER_METHOD;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.JavaScriptQuoting;
import java.util.List;

/** A request as a script of k6. Pure, any thread. */
final class K6Target implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "k6",
            "k6",
            TargetGroup.OTHER,
            "k6",
            List.of("User-Agent"),
            ANY_PERCENT,
            UPPER_METHOD,
            EMPTY_VALUE,
            UNTYPED_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        String text = call.bodyText();
        StringBuilder out = new StringBuilder("import http from \"k6/http\";\n");
        out.append(text == null ? "import encoding from \"k6/encoding\";\n" : "")
                .append("\nexport default function () {\n");
        out.append("  const response = http.request(")
                .append(JavaScriptQuoting.of(call.method()))
                .append(", ");
        out.append(JavaScriptQuoting.of(call.url())).append(", ");
        if (!call.hasBody()) {
            out.append("null");
        } else if (text == null) {
            out.append("encoding.b64decode(\"").append(call.base64()).append("\")");
        } else {
            out.append(JavaScriptQuoting.of(text));
        }
        out.append(", {\n    headers: {\n");
        for (Header field : call.fields()) {
            out.append("      ").append(JavaScriptQuoting.of(field.name())).append(": ");
            out.append(JavaScriptQuoting.of(field.value())).append(",\n");
        }
        out.append("    },\n    redirects: 0,\n  });\n  console.log(response.status, response.body);\n}\n");
        return new Code.Text(out.toString(), List.of());
    }
}
