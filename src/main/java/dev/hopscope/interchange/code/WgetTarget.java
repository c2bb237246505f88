package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.UPPER_METHOD;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.BashQuoting;
import java.util.ArrayList;
import java.util.List;

/** A request as a wget command line for bash and zsh (wget(1)). Pure, any thread. */
final class WgetTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "wget",
            "wget",
            TargetGroup.COMMAND_LINE,
            "wget",
            List.of("Accept", "Accept-Encoding"),
            CASE,
            OCTETS,
            ANY_PERCENT,
            UPPER_METHOD,
            GET_BODY,
            HEAD_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        String body = call.body().latin1();
        if (body.indexOf(0) >= 0) {
            return new Code.Refused("wget takes a body as an argument, which holds no NUL.");
        }
        if (body.length() > 100_000) {
            return new Code.Refused("wget takes a body as an argument, which holds at most 128 KiB.");
        }
        List<String> words = new ArrayList<>(List.of("-q -O - --content-on-error --max-redirect=0 --tries=1"));
        if (!call.is("GET") || call.hasBody()) {
            words.add("--method=" + BashQuoting.of(call.method()));
        }
        if (!call.fields().has("User-Agent")) {
            words.add("--user-agent=''");
        }
        for (Header field : call.fields()) {
            words.add("--header=" + BashQuoting.of(field.name() + ": " + field.value()));
        }
        if (call.hasBody()) {
            words.add("--body-data=" + BashQuoting.of(body));
        }
        words.add(BashQuoting.of(call.url()));
        return new Code.Text("wget " + String.join(" \\\n  ", words) + "\n", List.of());
    }
}
