package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.ORDER;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.PythonQuoting;
import java.util.List;

/** A request for the library httpx of Python, as a request of its own without the defaults of a client. Pure, any thread. */
final class PythonHttpxTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "python-httpx",
            "Python httpx",
            TargetGroup.PYTHON,
            "httpx",
            List.of(),
            ORDER,
            CASE,
            DUPLICATES,
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

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("import httpx\n\nrequest = httpx.Request(\n    \"GET\",\n    ");
        out.append(PythonQuoting.of(call.url())).append(",\n    headers=[\n");
        for (Header field : call.fields()) {
            out.append("        (b").append(PythonQuoting.of(field.name())).append(", b");
            out.append(PythonQuoting.of(field.value())).append("),\n");
        }
        out.append("    ],\n")
                .append(
                        call.hasBody()
                                ? "    content=b" + PythonQuoting.of(call.body().latin1()) + ",\n"
                                : "");
        out.append(")\nrequest.method = ")
                .append(PythonQuoting.of(call.method()))
                .append('\n');
        out.append("with httpx.Client() as client:\n    response = client.send(request, auth=None)\n");
        out.append("    print(response.status_code)\n    print(response.text)\n");
        return new Code.Text(out.toString(), List.of());
    }
}
