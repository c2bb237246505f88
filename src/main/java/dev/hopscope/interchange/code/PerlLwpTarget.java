package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.PerlQuoting;
import java.util.List;

/** A request for LWP in Perl. Pure, any thread. */
final class PerlLwpTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "perl-lwp",
            "Perl LWP",
            TargetGroup.OTHER,
            "LWP",
            List.of(),
            CASE,
            DUPLICATES,
            OCTETS,
            EMPTY_VALUE,
            ANY_PERCENT,
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
        StringBuilder out =
                new StringBuilder("use strict;\nuse warnings;\nuse HTTP::Request;\nuse LWP::UserAgent;\n\n");
        out.append("my $request = HTTP::Request->new(")
                .append(PerlQuoting.of(call.method()))
                .append(", ");
        out.append(PerlQuoting.of(call.url())).append(");\n");
        for (Header field : call.fields()) {
            out.append("$request->push_header(")
                    .append(PerlQuoting.of(":" + field.name()))
                    .append(", ");
            out.append(PerlQuoting.of(field.value())).append(");\n");
        }
        if (call.hasBody()) {
            out.append("$request->content(")
                    .append(PerlQuoting.of(call.body().latin1()))
                    .append(");\n");
        }
        out.append("my $agent = LWP::UserAgent->new(env_proxy => 1, agent => '');\n$agent->max_redirect(0);\n");
        out.append("my $response = $agent->simple_request($request);\n");
        out.append("print $response->code, \"\\n\", $response->decoded_content // $response->content, \"\\n\";\n");
        return new Code.Text(out.toString(), List.of());
    }
}
