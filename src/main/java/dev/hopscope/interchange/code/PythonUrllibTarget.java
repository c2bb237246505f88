package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.PythonQuoting;
import java.util.List;

/** A request for urllib of Python's own library. Pure, any thread. */
final class PythonUrllibTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "python-urllib",
            "Python urllib",
            TargetGroup.PYTHON,
            "urllib",
            List.of("Accept-Encoding"),
            OCTETS,
            EMPTY_VALUE,
            ANY_PERCENT,
            OWN_HOST,
            ANY_METHOD,
            GET_BODY,
            HEAD_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("import urllib.error\nimport urllib.request\n\n");
        out.append("class NoRedirects(urllib.request.HTTPRedirectHandler):\n");
        out.append("    def redirect_request(self, *args):\n        return None\n\n\n");
        out.append("request = urllib.request.Request(\n    ")
                .append(PythonQuoting.of(call.url()))
                .append(",\n");
        out.append("    method=").append(PythonQuoting.of(call.method())).append(",\n    headers={\n");
        for (Header field : call.fields()) {
            out.append("        ").append(PythonQuoting.of(field.name())).append(": ");
            out.append(PythonQuoting.of(field.value())).append(",\n");
        }
        out.append("    },\n")
                .append(
                        call.hasBody()
                                ? "    data=b" + PythonQuoting.of(call.body().latin1()) + ",\n"
                                : "");
        out.append(")\nopener = urllib.request.build_opener(NoRedirects)\nopener.addheaders = []\n");
        out.append("try:\n    response = opener.open(request)\nexcept urllib.error.HTTPError as error:\n");
        out.append("    response = error\nprint(response.status)\nprint(response.read())\n");
        return new Code.Text(out.toString(), List.of());
    }
}
