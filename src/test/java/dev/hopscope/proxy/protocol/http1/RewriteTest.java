package dev.hopscope.proxy.protocol.http1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.diff.DiffLine;
import dev.hopscope.inspect.diff.HeaderDiff;
import dev.hopscope.inspect.diff.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule: received and sent differ by the recorded changes and by nothing else. Heads come from a seeded generator. */
class RewriteTest {
    private static final int HEADS = 3000;
    private static final List<String> NAMES = List.of(
            "Host",
            "Connection",
            "connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authorization",
            "Proxy-Authenticate",
            "TE",
            "Trailer",
            "Upgrade",
            "HTTP2-Settings",
            "Max-Forwards",
            "Expect",
            "Via",
            "Accept",
            "Cookie",
            "X-A",
            "x-b",
            "Content-Length",
            "Transfer-Encoding",
            "Content-Type");
    private static final List<String> VALUES = List.of(
            "",
            "close",
            "keep-alive",
            "Upgrade",
            "upgrade, x-a",
            "TE",
            "te, close, x-b",
            "trailers",
            "gzip, trailers;q=1",
            "websocket",
            "h2c",
            "h2c, chat/2",
            "0",
            "5",
            "x",
            "100-continue",
            "1.1 other",
            "a.test",
            "cookie, host, content-length",
            "chunked");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyDifferenceInARequestIsARecordedChange(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HEADS; i++) {
            Headers headers = headers(random);
            String method = pick(random, List.of("GET", "POST", "OPTIONS", "TRACE"));
            RequestHead received = new RequestHead(method, "http://a.test/x", version(random), headers);
            String host = random.nextBoolean() ? "a.test" : null;
            String credentials = random.nextBoolean() ? "Basic eA==" : null;
            String target = random.nextBoolean() ? "/x" : "http://a.test/x";
            var plan = new ForwardedRequest.Plan(target, host, Reasons.HOST_FROM_TARGET, "1.1 hopscope", credentials);
            byte[] codes = codes(headers);
            ForwardedRequest forwarded =
                    ForwardedRequest.of(received, codes, ConnectionOptions.of(headers, codes), plan);
            assertThat(applied(headers, forwarded.changes(), HeaderChange.Part.HEADERS))
                    .as("%s with %s", received, forwarded.changes())
                    .isEqualTo(forwarded.head().headers());
            assertThat(startLine(received.target(), ":target", forwarded.changes()))
                    .isEqualTo(forwarded.head().target());
            assertThat(startLine(received.version().text(), ":version", forwarded.changes()))
                    .isEqualTo("HTTP/1.1");
            assertThat(forwarded.changes()).allMatch(c -> c.leg() == Direction.REQUEST && changes(c));
            assertThat(unexplained(received, forwarded.head(), forwarded.changes()))
                    .as("%s with %s", received, forwarded.changes())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyDifferenceInAResponseIsARecordedChange(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HEADS; i++) {
            Headers headers = headers(random);
            int status = pick(random, List.of(101, 103, 200, 204, 304, 426, 500));
            ResponseHead received = new ResponseHead(version(random), status, "X", headers);
            var plan = new ReturnedResponse.Plan(random.nextBoolean(), random.nextBoolean(), "1.1 hopscope");
            ReturnedResponse returned = ReturnedResponse.of(received, codes(headers), plan);
            assertThat(applied(headers, returned.changes(), HeaderChange.Part.HEADERS))
                    .as("%s with %s", received, returned.changes())
                    .isEqualTo(returned.head().headers());
            assertThat(startLine(received.version().text(), ":version", returned.changes()))
                    .isEqualTo("HTTP/1.1");
            assertThat(returned.changes()).allMatch(c -> c.leg() == Direction.RESPONSE && changes(c));
            assertThat(unexplained(received, returned.head(), returned.changes()))
                    .as("%s with %s", received, returned.changes())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyDifferenceInTrailersIsARecordedChange(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HEADS; i++) {
            Headers headers = headers(random);
            TrailerSection sent = TrailerSection.of(Direction.RESPONSE, headers, codes(headers), random.nextInt(4) > 0);
            assertThat(applied(headers, sent.changes(), HeaderChange.Part.TRAILERS))
                    .isEqualTo(sent.headers());
        }
    }

    @Test
    void whatNeedsNoChangeIsShared() {
        Headers trailers = Headers.of("X-T", "1");
        TrailerSection sent = TrailerSection.of(Direction.REQUEST, trailers, codes(trailers), true);
        assertThat(sent.headers()).isSameAs(trailers);
        assertThat(sent.changes()).isEmpty();
    }

    @Test
    void connectionTakesOutNoFieldThatTheFarEndNeeds() {
        Headers headers = Headers.of(
                "Host",
                "a.test",
                "Connection",
                "host, content-length, authorization, cookie, x-a",
                "Content-Length",
                "5",
                "Authorization",
                "x",
                "Cookie",
                "a=b",
                "X-A",
                "1");
        byte[] codes = codes(headers);
        var plan = new ForwardedRequest.Plan("/", null, Reasons.HOST_FROM_TARGET, "v", null);
        RequestHead received = new RequestHead("POST", "/", HttpVersion.HTTP_1_1, headers);
        Headers sent = ForwardedRequest.of(received, codes, ConnectionOptions.of(headers, codes), plan)
                .head()
                .headers();
        assertThat(sent.stream().map(Header::name))
                .containsExactly("Host", "Content-Length", "Authorization", "Cookie", "Via");
    }

    /** Lines the hop view would have to show without a reason. Every record must be placed as well. */
    private static List<DiffLine> unexplained(Head received, Head sent, List<HeaderChange> changes) {
        HeaderDiff diff =
                HeaderDiff.of(new Message(received, Headers.EMPTY), new Message(sent, Headers.EMPTY), changes);
        assertThat(diff.lines().stream().flatMap(l -> l.changes().stream()))
                .containsExactlyInAnyOrderElementsOf(changes);
        return diff.lines().stream().filter(l -> !l.explained()).toList();
    }

    private static boolean changes(HeaderChange change) {
        return change.before() == null || !change.before().equals(change.after());
    }

    /** What the changes make of the lines received. */
    private static Headers applied(Headers received, List<HeaderChange> changes, HeaderChange.Part part) {
        List<HeaderChange> of = changes.stream().filter(c -> c.part() == part).toList();
        List<Header> lines = new ArrayList<>();
        for (int i = 0; i < received.size(); i++) {
            HeaderChange change = at(of, i);
            if (change == null) {
                lines.add(received.get(i));
            } else {
                assertThat(change.name()).isEqualTo(received.name(i));
                assertThat(change.before()).isEqualTo(received.value(i));
                if (change.kind() == HeaderChange.Kind.CHANGED) {
                    lines.add(new Header(change.name(), String.valueOf(change.after())));
                } else {
                    assertThat(change.kind()).isEqualTo(HeaderChange.Kind.REMOVED);
                }
            }
        }
        for (HeaderChange change : of) {
            if (change.kind() == HeaderChange.Kind.ADDED) {
                lines.add(change.indexAfter(), new Header(change.name(), String.valueOf(change.after())));
            } else if (change.kind() == HeaderChange.Kind.CHANGED) {
                assertThat(lines.get(change.indexAfter()).name()).isEqualTo(change.name());
            }
        }
        return Headers.copyOf(lines);
    }

    private static @Nullable HeaderChange at(List<HeaderChange> changes, int indexBefore) {
        return changes.stream()
                .filter(c -> c.indexBefore() == indexBefore && c.kind() != HeaderChange.Kind.ADDED)
                .findFirst()
                .orElse(null);
    }

    private static String startLine(String received, String name, List<HeaderChange> changes) {
        return changes.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .map(c -> {
                    assertThat(c.before()).isEqualTo(received);
                    return String.valueOf(c.after());
                })
                .orElse(received);
    }

    private static Headers headers(Random random) {
        Headers.Builder builder = Headers.builder();
        int lines = random.nextInt(10);
        for (int i = 0; i < lines; i++) {
            builder.add(pick(random, NAMES), pick(random, VALUES));
        }
        return builder.build();
    }

    private static byte[] codes(Headers headers) {
        byte[] codes = new byte[headers.size() + 1];
        for (int i = 0; i < headers.size(); i++) {
            codes[i] = Field.of(headers.name(i));
        }
        return codes;
    }

    private static HttpVersion version(Random random) {
        return random.nextInt(4) == 0 ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
