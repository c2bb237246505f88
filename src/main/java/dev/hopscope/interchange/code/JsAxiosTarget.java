package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.snippet.quote.JavaScriptQuoting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request for axios in Node. Pure, any thread. */
final class JsAxiosTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "js-axios",
            "JavaScript axios",
            TargetGroup.JAVASCRIPT,
            "axios",
            List.of(),
            CASE,
            DUPLICATES,
            EMPTY_VALUE,
            ANY_PERCENT,
            GET_BODY,
            HEAD_BODY,
            UNTYPED_BODY,
            OWN_HOST);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out =
                new StringBuilder("import axios from \"axios\";\n\nconst response = await axios.request({\n");
        out.append("  method: ").append(JavaScriptQuoting.of(call.method())).append(",\n  url: ");
        out.append(JavaScriptQuoting.of(call.url())).append(",\n  headers: {\n");
        for (Map.Entry<String, List<String>> field : call.grouped().entrySet()) {
            String values = field.getValue().stream().map(JavaScriptQuoting::of).collect(Collectors.joining(", "));
            out.append("    ").append(JavaScriptQuoting.of(field.getKey())).append(": ");
            out.append(field.getValue().size() == 1 ? values : "[" + values + "]")
                    .append(",\n");
        }
        for (String own : List.of("Accept", "Accept-Encoding", "User-Agent", "Content-Type")) {
            if (!call.fields().has(own)) {
                out.append("    \"").append(own).append("\": false,\n");
            }
        }
        out.append("  },\n")
                .append(call.hasBody() ? "  data: Buffer.from(" + JavaScriptBody.bytes(call) + ")" + ",\n" : "");
        out.append("  transformRequest: [data => data],\n  responseType: \"text\",\n  maxRedirects: 0,\n");
        out.append("  validateStatus: () => true,\n});\nconsole.log(response.status);\nconsole.log(response.data);\n");
        return new Code.Text(out.toString(), List.of());
    }
}
