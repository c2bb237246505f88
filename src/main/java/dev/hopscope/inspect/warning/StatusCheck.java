package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.meaning.Level;

/** A status that needs a field which is not there. Any thread. */
final class StatusCheck implements ExchangeCheck {
    @Override
    public void check(Evidence evidence, Warnings out) {
        ResponseHead head = evidence.response();
        if (head == null) {
            return;
        }
        switch (head.status()) {
            case 301, 302, 303, 307, 308 ->
                needs(
                        head,
                        "Location",
                        "It does not say where to go: clients stay where they are.",
                        "RFC 9110 §10.2.2",
                        out);
            case 401 ->
                needs(
                        head,
                        "WWW-Authenticate",
                        "It does not say how to log in: browsers ask nobody.",
                        "RFC 9110 §15.5.2",
                        out);
            case 405 -> needs(head, "Allow", "It does not say which methods there are.", "RFC 9110 §15.5.6", out);
            case 407 ->
                needs(
                        head,
                        "Proxy-Authenticate",
                        "It does not say how to log in at the proxy.",
                        "RFC 9110 §15.5.8",
                        out);
            case 426 -> needs(head, "Upgrade", "It does not say to which protocol.", "RFC 9110 §15.5.22", out);
            case 206 -> {
                String type = head.headers().first("Content-Type");
                if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/byteranges")) {
                    needs(head, "Content-Range", "It does not say which part this is.", "RFC 9110 §15.3.7", out);
                }
            }
            default -> {}
        }
        body(evidence, head, out);
    }

    private static void needs(ResponseHead head, String field, String words, String specification, Warnings out) {
        Headers headers = head.headers();
        if (!headers.has(field)) {
            out.add(Direction.RESPONSE, "", Level.FAULT, head.status() + " without " + field, words, specification);
        }
    }

    private static void body(Evidence evidence, ResponseHead head, Warnings out) {
        boolean none = head.status() == 204 || head.status() == 304;
        if (none && evidence.exchange().responseBytes() > 0) {
            out.add(
                    Direction.RESPONSE,
                    "",
                    Level.FAULT,
                    head.status() + " with a body",
                    "Such an answer ends with its head: clients take the "
                            + evidence.exchange().responseBytes() + " bytes for the next answer.",
                    "RFC 9110 §6.4.1");
        }
    }
}
