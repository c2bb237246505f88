package dev.hopscope.inspect.reuse;

import dev.hopscope.caching.Stored;
import dev.hopscope.caching.Vary;
import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One row of a URL, as far as caches care. Immutable.
 *
 * @param uri the target as an absolute URI
 * @param client the address that asked
 * @param program of the client; empty where it is not known
 * @param requested when the request went out
 * @param received when the head of the response came
 * @param ended when the response was there, whole
 * @param whole whether the response came to its end
 * @param forwarded whether somebody behind Hopscope was asked for a client
 * @param octets content of the response on the wire
 * @param print what is equal for equal content; null where the content is not known
 */
record Visit(
        ExchangeId id,
        String uri,
        String client,
        String program,
        Instant asked,
        Instant requested,
        Instant received,
        Instant ended,
        RequestHead request,
        ResponseHead response,
        boolean whole,
        boolean forwarded,
        long octets,
        @Nullable String print) {

    /** Null where there is no response to judge. */
    static @Nullable Visit of(HttpExchange x, BodyPrints prints) {
        RequestHead request = x.heads().requestReceived();
        ResponseHead response = x.heads().response();
        Origin origin = x.origin();
        if (request == null || response == null || origin == null) {
            return null;
        }
        Instant received = moment(x, Mark.RESPONSE_HEAD, Mark.RETURN_HEAD);
        return new Visit(
                x.id(),
                uri(origin, request),
                x.client().connection().remote().host(),
                program(x.client().connection()),
                x.started(),
                moment(x, Mark.FORWARD_HEAD, Mark.REQUEST_HEAD),
                received,
                x.timings().has(Mark.RESPONSE_END) || x.timings().has(Mark.RETURN_END)
                        ? moment(x, Mark.RESPONSE_END, Mark.RETURN_END)
                        : received,
                request,
                response,
                x.outcome() instanceof Outcome.Completed,
                x.heads().requestForwarded() != null && !(x.source() instanceof Source.Validated),
                Math.max(0, x.responseBytes()),
                prints.of(x));
    }

    /** The target of a request as an absolute URI, whichever form it came in (RFC 9112 §3.2). */
    static String uri(Origin origin, RequestHead request) {
        String target = request.target();
        int scheme = target.indexOf("://");
        if (target.startsWith("/") || scheme < 0) {
            return origin + target;
        }
        for (int i = scheme + 3; i < target.length(); i++) {
            if (target.charAt(i) == '/' || target.charAt(i) == '?') {
                return origin + (target.charAt(i) == '?' ? "/" : "") + target.substring(i);
            }
        }
        return origin + "/";
    }

    private static Instant moment(HttpExchange x, Mark first, Mark second) {
        OptionalLong at = x.timings().at(first);
        return x.started().plusNanos((at.isPresent() ? at : x.timings().at(second)).orElse(0));
    }

    private static String program(ConnectionInfo client) {
        ClientProcess process = client.process();
        return process == null ? "" : process.name();
    }

    /** Whether the same client asked; a program that is not known may be any. */
    boolean sameClient(Visit other) {
        return client.equals(other.client)
                && (program.isEmpty() || other.program.isEmpty() || program.equals(other.program));
    }

    /** As a cache would hold it. */
    Stored stored() {
        return new Stored(Vary.selecting(request.headers(), response.headers()), response, requested, received);
    }

    Visit withResponse(ResponseHead head) {
        return new Visit(
                id, uri, client, program, asked, requested, received, ended, request, head, whole, forwarded, octets,
                print);
    }

    Visit withRequest(RequestHead head) {
        return new Visit(
                id, uri, client, program, asked, requested, received, ended, head, response, whole, forwarded, octets,
                print);
    }

    /** Whether both have content and it is the same. */
    boolean sameContent(Visit other) {
        return print != null && print.equals(other.print);
    }

    /** Whether both have content and it differs. */
    boolean otherContent(Visit other) {
        return print != null && other.print != null && !print.equals(other.print);
    }
}
