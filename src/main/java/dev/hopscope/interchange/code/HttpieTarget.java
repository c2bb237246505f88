package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;
import static dev.hopscope.interchange.code.Trait.UPPER_METHOD;
import static dev.hopscope.interchange.code.Trait.UTF_8;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.BashQuoting;
import java.util.ArrayList;
import java.util.List;

/** A request as an HTTPie command line for bash and zsh; a body that is not text comes by a pipe. Pure, any thread. */
final class HttpieTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "httpie",
            "HTTPie",
            TargetGroup.COMMAND_LINE,
            "HTTPie",
            List.of("Accept-Encoding", "User-Agent"),
            CASE,
            DUPLICATES,
            UTF_8,
            EMPTY_VALUE,
            UPPER_METHOD,
            GET_BODY,
            HEAD_BODY,
            UNTYPED_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        List<String> words = new ArrayList<>();
        String text = call.bodyText();
        boolean pipe = call.hasBody() && (text == null || call.body().length() > 100_000);
        if (call.hasBody() && !pipe) {
            words.add("--raw=" + BashQuoting.of(call.body().latin1()));
        }
        words.add(call.method() + " " + BashQuoting.of(call.url()));
        for (String own : List.of("Accept", "Content-Type")) {
            if (!call.fields().has(own)) {
                words.add(own + ":");
            }
        }
        for (Header field : call.fields()) {
            if (field.value().matches(".*\\\\[:;=@].*|.*\\\\")) {
                return new Code.Refused("HTTPie cannot be told the backslash in " + field.name() + ".");
            }
            String value = field.value().replaceAll("[:;=@]", "\\\\$0");
            words.add(BashQuoting.of(field.value().isEmpty() ? field.name() + ";" : field.name() + ":" + value));
        }
        String start = pipe
                ? "printf " + BashQuoting.printf(call.body().latin1()) + " | http --ignore-netrc"
                : "http --ignore-stdin --ignore-netrc";
        return new Code.Text(start + " " + String.join(" \\\n  ", words) + "\n", List.of());
    }
}
