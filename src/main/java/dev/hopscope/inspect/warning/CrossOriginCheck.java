package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.meaning.Level;
import java.util.Set;

/** A script's request to another origin whose answer the browser keeps back. Any thread. A mismatch of a field that is there is found in its value. */
final class CrossOriginCheck implements ExchangeCheck {
    private static final String FETCH = "Fetch standard";

    @Override
    public void check(Evidence evidence, Warnings out) {
        RequestHead request = evidence.request();
        ResponseHead response = evidence.response();
        if (request == null || response == null || !crossOrigin(evidence)) {
            return;
        }
        Headers answer = response.headers();
        boolean preflight =
                request.method().equals("OPTIONS") && request.headers().has("Access-Control-Request-Method");
        String allowed = answer.first("Access-Control-Allow-Origin");
        if (allowed == null) {
            out.add(
                    Direction.REQUEST,
                    "Origin",
                    preflight || fetched(request.headers()) ? Level.FAULT : Level.ADVICE,
                    "No Access-Control-Allow-Origin",
                    "The request comes from " + request.headers().first("Origin")
                            + ", and the answer does not allow that origin to read it: a script there gets an error.",
                    FETCH);
        } else if (request.headers().has("Cookie")
                && !"true".equals(answer.first("Access-Control-Allow-Credentials"))) {
            out.add(
                    Direction.REQUEST,
                    "Cookie",
                    Level.FAULT,
                    "Cookies without Access-Control-Allow-Credentials",
                    "The request took cookies to another origin, and the answer does not say true to that: a script"
                            + " there gets an error.",
                    FETCH);
        }
        if (preflight && response.status() / 100 != 2) {
            out.add(
                    Direction.RESPONSE,
                    "",
                    Level.FAULT,
                    "The preflight failed",
                    "Only a status of 200 to 299 lets the browser go on; this is " + response.status() + ".",
                    FETCH);
        }
    }

    private static boolean crossOrigin(Evidence evidence) {
        String asked = evidence.requestHeaders().first("Origin");
        String mode = evidence.requestHeaders().first("Sec-Fetch-Mode");
        return asked != null
                && evidence.exchange().origin() != null
                && !asked.equalsIgnoreCase(evidence.exchange().origin().toString())
                && (mode == null || mode.equals("cors"))
                && !evidence.requestHeaders().has("Sec-WebSocket-Key");
    }

    /** Whether it is known to be a script's request: a form's post has an Origin as well. */
    private static boolean fetched(Headers request) {
        return request.has("Sec-Fetch-Mode") && Set.of("empty", "font").contains(dest(request));
    }

    private static String dest(Headers request) {
        String dest = request.first("Sec-Fetch-Dest");
        return dest == null ? "" : dest;
    }
}
