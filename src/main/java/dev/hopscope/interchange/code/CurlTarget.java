package dev.hopscope.interchange.code;

import dev.hopscope.snippet.quote.BashQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request as a curl command line for bash and zsh; a body that a word cannot hold comes by a pipe from the built-in printf. Pure, any thread. */
final class CurlTarget implements CodeTarget {
    private static final TargetCard CARD =
            TargetCard.of("curl", "cURL (bash)", TargetGroup.COMMAND_LINE, "curl", List.of(), CurlOptions.CAN);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        List<String> words = new ArrayList<>();
        for (CurlOptions.Option option : CurlOptions.of(call)) {
            String value = option.value();
            words.add(
                    option.name().equals("url")
                            ? BashQuoting.of(value == null ? "" : value)
                            : SHORT.getOrDefault(option.name(), "--" + option.name())
                                    + (value == null ? "" : " " + BashQuoting.of(value)));
        }
        String pipe = "";
        if (CurlOptions.sendsBody(call)) {
            String body = call.body().latin1();
            if (body.indexOf(0) >= 0 || body.length() > MOST_IN_A_WORD) {
                pipe = "printf " + BashQuoting.printf(body) + " | ";
                words.add("--data-binary @-");
            } else {
                words.add("--data-raw " + BashQuoting.of(body));
            }
        }
        return new Code.Text(pipe + "curl " + String.join(" \\\n  ", words) + "\n", List.of());
    }

    private static final Map<String, String> SHORT = Map.of("request", "-X", "header", "-H", "head", "-I");
    /** Linux gives one argument 128 KiB. */
    private static final int MOST_IN_A_WORD = 100_000;
}
