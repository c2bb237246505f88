package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.PythonQuoting;
import java.util.List;
import java.util.Locale;

/** A request for the library requests of Python; what it would add or normalise is set as it was. Pure, any thread. */
final class PythonRequestsTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "python-requests",
            "Python requests",
            TargetGroup.PYTHON,
            "requests",
            List.of(),
            CASE,
            OCTETS,
            EMPTY_VALUE,
            OWN_HOST,
            ANY_METHOD,
            GET_BODY,
            HEAD_BODY,
            UNTYPED_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    /** Whether requests would neither change the method's case nor add a length of 0 where there is no content. */
    private static boolean asItIs(Call call) {
        String method = call.method();
        return method.equals(method.toUpperCase(Locale.ROOT))
                && (call.hasBody() || method.equals("GET") || method.equals("HEAD"));
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("import requests\nfrom urllib3.util import SKIP_HEADER\n\n");
        boolean asItIs = asItIs(call);
        out.append("request = requests.Request(\n    ")
                .append(asItIs ? PythonQuoting.of(call.method()) : "\"GET\"")
                .append(",\n    ")
                .append(PythonQuoting.of(call.url()));
        out.append(",\n    headers={\n");
        for (Header field : call.fields()) {
            out.append("        ").append(PythonQuoting.of(field.name())).append(": ");
            out.append(PythonQuoting.of(field.value())).append(",\n");
        }
        for (String own : List.of("User-Agent", "Accept-Encoding")) {
            if (!call.fields().has(own)) {
                out.append("        \"").append(own).append("\": SKIP_HEADER,\n");
            }
        }
        out.append("    },\n")
                .append(
                        call.hasBody()
                                ? "    data=b" + PythonQuoting.of(call.body().latin1()) + ",\n"
                                : "");
        out.append(").prepare()\n");
        if (!asItIs) {
            out.append("request.method = ")
                    .append(PythonQuoting.of(call.method()))
                    .append('\n');
        }
        out.append("response = requests.Session().send(request, allow_redirects=False)\n");
        out.append("print(response.status_code)\nprint(response.text)\n");
        return new Code.Text(out.toString(), List.of());
    }
}
