package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.meaning.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Content-Length: twice, beside chunks, where none may be, or not what came. Any thread. */
final class LengthCheck implements ExchangeCheck {
    private static final String NAME = "Content-Length";

    @Override
    public void check(Evidence evidence, Warnings out) {
        RequestHead request = evidence.request();
        ResponseHead response = evidence.response();
        boolean completed = evidence.exchange().outcome() instanceof Outcome.Completed
                && evidence.exchange().upgradedTo() == null;
        if (request != null) {
            headers(Direction.REQUEST, request.headers(), out);
            if (completed) {
                compare(
                        Direction.REQUEST,
                        request.headers(),
                        evidence.exchange().requestBytes(),
                        out);
            }
        }
        if (response != null) {
            headers(Direction.RESPONSE, response.headers(), out);
            boolean none = response.status() < 200 || response.status() == 204;
            if (none && response.headers().has(NAME)) {
                out.add(
                        Direction.RESPONSE,
                        NAME,
                        Level.FAULT,
                        "Content-Length with " + response.status(),
                        "Such an answer has no body, and may not say how long it is.",
                        "RFC 9110 §8.6");
            }
            boolean bodiless = none
                    || response.status() == 304
                    || (request != null && request.method().equals("HEAD"));
            boolean tunnel = request != null && request.method().equals("CONNECT");
            if (completed && !bodiless && !tunnel) {
                compare(
                        Direction.RESPONSE,
                        response.headers(),
                        evidence.exchange().responseBytes(),
                        out);
            }
        }
    }

    private static void headers(Direction direction, Headers headers, Warnings out) {
        List<String> lengths = headers.all(NAME);
        Set<String> distinct = new HashSet<>(lengths);
        if (!lengths.isEmpty() && headers.has("Transfer-Encoding")) {
            out.add(
                    direction,
                    NAME,
                    Level.FAULT,
                    "Content-Length beside Transfer-Encoding",
                    "Only one of them may say where the body ends: two programs that follow different ones can be"
                            + " played off against each other.",
                    "RFC 9112 §6.3");
        } else if (distinct.size() > 1) {
            out.add(
                    direction,
                    NAME,
                    Level.FAULT,
                    "Different lengths",
                    "The field stands here with " + distinct.size() + " values: nobody can know where the body ends.",
                    "RFC 9112 §6.3");
        } else if (lengths.size() > 1) {
            out.add(
                    direction,
                    NAME,
                    Level.ADVICE,
                    "Content-Length stands here " + lengths.size() + " times",
                    "The values are the same, so that it can be read; it should stand once.",
                    "RFC 9110 §8.6");
        }
    }

    private static void compare(Direction direction, Headers headers, long passed, Warnings out) {
        String length = headers.first(NAME);
        if (length == null || !length.matches("\\d{1,18}") || headers.has("Transfer-Encoding")) {
            return;
        }
        long promised = Long.parseLong(length);
        if (promised != passed) {
            out.add(
                    direction,
                    NAME,
                    Level.FAULT,
                    "Content-Length is not what came",
                    "It promises " + promised + " bytes, and " + passed + " came.",
                    "RFC 9112 §6.3");
        }
    }
}
