package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.snippet.quote.GoQuoting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request for net/http of Go, as a program. Pure, any thread. */
final class GoTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "go",
            "Go net/http",
            TargetGroup.OTHER,
            "Go",
            List.of(),
            DUPLICATES,
            OCTETS,
            EMPTY_VALUE,
            ANY_PERCENT,
            ANY_METHOD,
            GET_BODY,
            UNTYPED_BODY,
            OWN_HOST);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        String body =
                call.hasBody() ? "strings.NewReader(" + GoQuoting.of(call.body().latin1()) + ")" : "nil";
        StringBuilder out = new StringBuilder("package main\n\nimport (\n\t\"fmt\"\n\t\"io\"\n\t\"net/http\"\n");
        out.append(call.hasBody() ? "\t\"strings\"\n" : "")
                .append(")\n\nfunc main() {\n\trequest, err := http.NewRequest(");
        out.append(GoQuoting.of(call.method()))
                .append(", ")
                .append(GoQuoting.of(call.url()))
                .append(", ")
                .append(body);
        out.append(")\n\tif err != nil {\n\t\tpanic(err)\n\t}\n");
        if (!call.fields().has("User-Agent")) {
            out.append("\trequest.Header[\"User-Agent\"] = nil\n");
        }
        for (Map.Entry<String, List<String>> field : call.grouped().entrySet()) {
            String values = field.getValue().stream().map(GoQuoting::of).collect(Collectors.joining(", "));
            if (field.getKey().equalsIgnoreCase("Host")) {
                out.append("\trequest.Host = ").append(values).append('\n');
            } else {
                String name = field.getKey().equalsIgnoreCase("User-Agent") ? "User-Agent" : field.getKey();
                out.append("\trequest.Header[")
                        .append(GoQuoting.of(name))
                        .append("] = []string{")
                        .append(values)
                        .append("}\n");
            }
        }
        out.append("\ttransport := &http.Transport{DisableCompression: true, Proxy: http.ProxyFromEnvironment}\n");
        out.append("\tresponse, err := transport.RoundTrip(request)\n\tif err != nil {\n\t\tpanic(err)\n\t}\n");
        out.append("\tdefer response.Body.Close()\n"
                + "\tcontent, err := io.ReadAll(response.Body)\n"
                + "\tif err != nil {\n"
                + "\t\tpanic(err)\n"
                + "\t}\n");
        out.append("\tfmt.Println(response.StatusCode)\n\tfmt.Println(string(content))\n}\n");
        return new Code.Text(out.toString(), List.of());
    }
}
