package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.ANY_TARGET;
import static dev.hopscope.interchange.code.Trait.ASTERISK;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.RubyQuoting;
import java.util.List;

/** A request for Net::HTTP of Ruby's own library. Pure, any thread. */
final class RubyTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "ruby",
            "Ruby Net::HTTP",
            TargetGroup.OTHER,
            "Net::HTTP",
            List.of(),
            OCTETS,
            EMPTY_VALUE,
            ANY_PERCENT,
            ANY_TARGET,
            ASTERISK,
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
        StringBuilder out = new StringBuilder("require \"net/http\"\n\nrequest = Net::HTTPGenericRequest.new(");
        out.append(RubyQuoting.of(call.method()))
                .append(", ")
                .append(call.hasBody())
                .append(", ");
        out.append(!call.is("HEAD"))
                .append(", ")
                .append(RubyQuoting.of(call.draft().target()))
                .append(")\n");
        for (String own : List.of("Accept", "Accept-Encoding", "User-Agent")) {
            if (!call.fields().has(own)) {
                out.append("request.delete(\"").append(own).append("\")\n");
            }
        }
        for (Header field : call.fields()) {
            out.append("request[").append(RubyQuoting.of(field.name())).append("] = ");
            out.append(RubyQuoting.of(field.value())).append(".b\n");
        }
        if (call.hasBody()) {
            out.append("request.body = ")
                    .append(RubyQuoting.of(call.body().latin1()))
                    .append(".b\n");
        }
        out.append("http = Net::HTTP.new(")
                .append(RubyQuoting.of(call.draft().origin().host()))
                .append(", ");
        out.append(call.draft().origin().port())
                .append(")\nhttp.use_ssl = ")
                .append(call.draft().origin().secure());
        out.append("\nresponse = http.start { |connection| connection.request(request) }\n");
        out.append("puts response.code\nputs response.body\n");
        return new Code.Text(out.toString(), List.of());
    }
}
