package dev.hopscope.replay;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.proxy.ReplayRequest;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the request to send again out of a recorded exchange. Pure but for a look at the size of the body. Sends nothing. */
public final class Replay {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private Replay() {}

    /**
     * As {@link #prepare(Exchange, Exchange, ReplayEdit, Bodies)}, to the place and by the way that the options say. Cookies are not among it: they take a look at
     * the session.
     */
    public static Preparation prepare(
            Exchange recorded, @Nullable Exchange parent, ReplayOptions options, Bodies bodies) throws IOException {
        Preparation prepared = prepare(recorded, parent, options.edit(), bodies);
        if (!(prepared instanceof Preparation.Ready ready)) {
            return prepared;
        }
        ReplayRequest request = ready.request().withDirect(options.direct());
        return new Preparation.Ready(
                options.elsewhere() == null
                        ? request
                        : Rerouting.to(options.elsewhere(), request, options.hostFollows()));
    }

    /** The request with the cookies that were set since, as its own origin gets them also where it goes elsewhere. */
    public static Freshened freshen(ReplayRequest request, HttpExchange recorded, FreshCookies cookies, Instant now) {
        RequestHead head = request.head();
        Origin origin = recorded.origin();
        if (origin == null) {
            return new Freshened(request, List.of());
        }
        FreshCookies.Fresh fresh =
                cookies.apply(head.headers(), origin, RecordedRequest.originForm(head.target()), now);
        return new Freshened(
                request.withHead(new RequestHead(head.method(), head.target(), head.version(), fresh.headers())),
                fresh.taken());
    }

    /** A request with fresh cookies, and which these are. */
    public record Freshened(ReplayRequest request, List<FreshCookies.Taken> taken) {}

    /**
     * @param parent the tunnel the exchange came through, null if none or not known
     * @param bodies where the body is read from, now and when it is sent
     * @throws IOException where the body cannot be read
     */
    public static Preparation prepare(Exchange recorded, @Nullable Exchange parent, ReplayEdit edit, Bodies bodies)
            throws IOException {
        return switch (recorded) {
            case TunnelExchange t -> new Preparation.Refused(Obstacle.TUNNEL);
            case FailedHandshake f -> new Preparation.Refused(Obstacle.HANDSHAKE);
            case HttpExchange x -> prepare(x, parent, edit, bodies);
        };
    }

    private static Preparation prepare(HttpExchange x, @Nullable Exchange parent, ReplayEdit edit, Bodies bodies)
            throws IOException {
        RequestHead received = x.heads().requestReceived();
        Obstacle obstacle = obstacle(x, received, edit, bodies);
        if (obstacle != null || received == null) {
            return new Preparation.Refused(obstacle == null ? Obstacle.UNREADABLE : obstacle);
        }
        Origin origin = x.origin();
        boolean inside = x.parent() != null;
        Endpoint target = parent instanceof TunnelExchange t ? t.target() : origin == null ? null : origin.endpoint();
        BodyRef body = x.requestBody();
        Headers headers = Edits.apply(edit, received.headers(), x.heads().response());
        if (body != null && !framed(headers)) {
            headers = Edits.with(headers, "Content-Length", Long.toString(body.length()));
        }
        boolean older = received.version() == HttpVersion.HTTP_1_0;
        RequestHead head = new RequestHead(
                received.method(), received.target(), older ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1, headers);
        return new Preparation.Ready(new ReplayRequest(
                x.id(),
                head,
                inside ? target : null,
                inside && origin != null && origin.secure(),
                body == null ? null : new Recorded(body, bodies),
                x.trailers().requestReceived()));
    }

    private static @Nullable Obstacle obstacle(
            HttpExchange x, @Nullable RequestHead received, ReplayEdit edit, Bodies bodies) throws IOException {
        if (received == null || x.unreadable() != null) {
            return Obstacle.UNREADABLE;
        }
        if (x.upgradedTo() != null) {
            return Obstacle.UPGRADED;
        }
        BodyRef body = x.requestBody();
        if (body != null && body.cutShort()) {
            return Obstacle.BODY_CUT_SHORT;
        }
        if (!whole(x, received.headers(), body)) {
            return Obstacle.REQUEST_NOT_WHOLE;
        }
        if (edit == ReplayEdit.CONDITIONAL
                && Edits.conditions(x.heads().response()).isEmpty()) {
            return Obstacle.NO_VALIDATOR;
        }
        return body == null || size(body, bodies) == body.length() ? null : Obstacle.BODY_DAMAGED;
    }

    /** Whether all content came, also where it was never sent on, its origin being down. */
    private static boolean whole(HttpExchange x, Headers headers, @Nullable BodyRef body) {
        if (x.timings().has(Mark.REQUEST_END)) {
            return true;
        }
        String length = headers.first("Content-Length");
        if (headers.has("Transfer-Encoding")
                || length != null && !DIGITS.matcher(length).matches()) {
            return false;
        }
        return (length == null ? 0 : Long.parseLong(length)) == (body == null ? 0 : body.length());
    }

    private static boolean framed(Headers headers) {
        return headers.has("Content-Length") || headers.has("Transfer-Encoding");
    }

    private static long size(BodyRef body, Bodies bodies) throws IOException {
        try (SeekableByteChannel channel = bodies.open(body)) {
            return channel.size();
        }
    }

    private record Recorded(BodyRef body, Bodies bodies) implements ReplayRequest.Content {
        @Override
        public long length() {
            return body.length();
        }

        @Override
        public ReadableByteChannel open() throws IOException {
            return bodies.open(body);
        }
    }
}
