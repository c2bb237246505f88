package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_TARGET;
import static dev.hopscope.interchange.code.Trait.ASTERISK;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.ORDER;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;
import static dev.hopscope.interchange.code.Trait.WHOLE_HEAD;

import dev.hopscope.exchange.Header;
import dev.hopscope.replay.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The message itself with lines ending in CRLF (RFC 9112); a transfer coding, which was undone, becomes a Content-Length. Pure, any thread. */
final class RawTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "raw",
            "Raw HTTP",
            TargetGroup.MESSAGE,
            "A text",
            List.of(),
            ORDER,
            CASE,
            DUPLICATES,
            OCTETS,
            EMPTY_VALUE,
            ANY_TARGET,
            ASTERISK,
            OWN_HOST,
            ANY_METHOD,
            GET_BODY,
            HEAD_BODY,
            UNTYPED_BODY,
            WHOLE_HEAD);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder head = new StringBuilder(
                call.method() + " " + call.draft().target() + " " + (call.http10() ? "HTTP/1.0" : "HTTP/1.1") + "\r\n");
        boolean framed = false;
        if (!call.draft().headers().has("Host") && !call.http10()) {
            head.append("Host: ").append(call.draft().origin().authority()).append("\r\n");
        }
        for (Header field : call.draft().headers()) {
            boolean framing = field.is("Content-Length") || field.is("Transfer-Encoding");
            if (framing && !framed) {
                framed = true;
                head.append("Content-Length: ").append(call.body().length()).append("\r\n");
            } else if (!framing
                    && !field.is("Proxy-Authorization")
                    && !field.is("Proxy-Connection")
                    && !field.is("Trailer")) {
                head.append(field.name()).append(": ").append(field.value()).append("\r\n");
            }
        }
        if (!framed && call.hasBody()) {
            head.append("Content-Length: ").append(call.body().length()).append("\r\n");
        }
        Content message = Content.of((head + "\r\n" + call.body().latin1()).getBytes(StandardCharsets.ISO_8859_1));
        String text = message.text();
        return text == null || text.indexOf(0) >= 0
                ? new Code.Refused("The message is not text: it holds octets that are no UTF-8, or NUL.")
                : new Code.Text(text, List.of());
    }
}
