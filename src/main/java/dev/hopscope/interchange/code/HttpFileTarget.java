package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.ORDER;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;
import static dev.hopscope.interchange.code.Trait.UPPER_METHOD;
import static dev.hopscope.interchange.code.Trait.UTF_8;

import dev.hopscope.exchange.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request as an entry of a .http file, as IDEs run it. Pure, any thread. */
final class HttpFileTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "http-file",
            ".http file",
            TargetGroup.MESSAGE,
            "A .http file",
            List.of("User-Agent", "Accept-Encoding"),
            ORDER,
            CASE,
            UTF_8,
            ANY_PERCENT,
            GET_BODY,
            HEAD_BODY,
            UPPER_METHOD,
            UNTYPED_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        String text = call.hasBody() ? call.bodyText() : "";
        if (text == null || text.indexOf('\r') >= 0 || !text.equals(text.strip())) {
            return new Code.Refused("A .http file holds only text, without CR and without blank lines around it.");
        }
        if (text.lines().anyMatch(line -> line.matches("\\s*(###|<|>|//|#).*"))) {
            return new Code.Refused("A line of the body would be read as a command of the .http file.");
        }
        StringBuilder out = new StringBuilder("###\n" + call.method() + " " + call.url() + "\n");
        for (Header field : call.fields()) {
            out.append(field.name()).append(": ").append(utf8(field.value())).append('\n');
        }
        out.append(call.hasBody() ? "\n" + text + "\n" : "");
        return out.indexOf("{{") >= 0
                ? new Code.Refused("'{{' would be read as a variable of the .http file.")
                : new Code.Text(out.toString(), List.of());
    }

    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
