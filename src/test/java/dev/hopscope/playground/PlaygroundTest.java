package dev.hopscope.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.proxy.InnerOrigins;
import dev.hopscope.proxy.OpeningProxy;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.UpstreamProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The origin inside the program, through a real proxy and from beside it. */
class PlaygroundTest {
    @TempDir
    Path folder;

    private static HttpResponse<String> get(OpeningProxy proxy, String path) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())))
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + InnerOrigins.PLAYGROUND + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theIndexPageSaysWhatEachResourceShows() throws Exception {
        try (OpeningProxy proxy = new OpeningProxy(folder, ProxyOptions.DEFAULT)) {
            String page = get(proxy, "/").body();
            assertThat(page).contains("<title>Playground</title>");
            assertThat(Resources.all())
                    .allSatisfy(one -> assertThat(page)
                            .contains("href=\"" + one.path() + "\"", "<dd>" + IndexPage.word(one.id()) + "</dd>"));
        }
    }

    @Test
    void noTwoResourcesHaveOnePathOrOneSetOfWords() {
        assertThat(Resources.all().map(Resource::id)).doesNotHaveDuplicates();
        assertThat(Resources.all().map(Resource::path)).doesNotHaveDuplicates();
        assertThat(Resources.all())
                .allSatisfy(one -> assertThat(Resources.all()
                                .filter(other -> other.takes().test(one.path().split("\\?", 2)[0]))
                                .findFirst())
                        .contains(one));
    }

    @Test
    void aRequestThatHasTheTagGets304() throws Exception {
        try (OpeningProxy proxy = new OpeningProxy(folder, ProxyOptions.DEFAULT)) {
            String tag = get(proxy, "/cache/etag").headers().firstValue("ETag").orElseThrow();
            HttpRequest again = HttpRequest.newBuilder(URI.create("http://" + InnerOrigins.PLAYGROUND + "/cache/etag"))
                    .header("If-None-Match", tag)
                    .build();
            try (HttpClient client = HttpClient.newBuilder()
                    .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())))
                    .build()) {
                assertThat(client.send(again, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(304);
            }
        }
    }

    @Test
    void theSampleTrafficLeavesRowsOfEveryKind() throws Exception {
        try (OpeningProxy proxy = new OpeningProxy(folder, ProxyOptions.DEFAULT)) {
            int[] last = new int[1];
            int sent = SampleTraffic.send(
                    new Endpoint("127.0.0.1", proxy.port()), proxy.authority().certificate(), (done, of) -> {
                        last[0] = of;
                        return true;
                    });
            assertThat(sent).isEqualTo(last[0]);
            List<Exchange> rows = proxy.session()
                    .await(all -> all.stream().allMatch(one -> one.outcome().terminal()));

            assertThat(rows).hasAtLeastOneElementOfType(TunnelExchange.class);
            assertThat(rows).hasAtLeastOneElementOfType(FailedHandshake.class);
            assertThat(statuses(rows)).contains(200, 204, 301, 302, 303, 304, 307, 401, 404, 429, 500, 502, 503);
            assertThat(rows.stream().filter(HttpExchange.class::isInstance).map(Exchange::outcome))
                    .hasAtLeastOneElementOfType(Outcome.Failed.class);
        }
    }

    private static Set<Integer> statuses(List<Exchange> rows) {
        return rows.stream()
                .filter(HttpExchange.class::isInstance)
                .map(one -> ((HttpExchange) one).heads().responseReturned())
                .filter(Objects::nonNull)
                .map(head -> head.status())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theSampleTrafficStopsWhenItIsTold() throws Exception {
        try (OpeningProxy proxy = new OpeningProxy(folder, ProxyOptions.DEFAULT)) {
            int[] of = new int[1];
            int sent = SampleTraffic.send(
                    new Endpoint("127.0.0.1", proxy.port()), proxy.authority().certificate(), (done, all) -> {
                        of[0] = all;
                        return false;
                    });
            assertThat(sent).isLessThan(of[0] / 2);
        }
    }

    @Test
    void noUpstreamProxyIsAskedForThePlayground() throws Exception {
        UpstreamProxy closed = new UpstreamProxy(new Endpoint("127.0.0.1", 9), null, null);
        try (OpeningProxy proxy = new OpeningProxy(folder, ProxyOptions.DEFAULT.withUpstream(closed))) {
            assertThat(get(proxy, "/json").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void itAnswersToNoOtherName() throws Exception {
        try (Playground playground = new Playground(() -> null, () -> "")) {
            Endpoint at = Objects.requireNonNull(playground.locate(new Endpoint(InnerOrigins.PLAYGROUND, 80)))
                    .toCompletableFuture()
                    .get();
            assertThat(answer(at, "rebound.example")).startsWith("HTTP/1.1 421 ");
            assertThat(answer(at, InnerOrigins.PLAYGROUND)).startsWith("HTTP/1.1 200 ");
        }
    }

    private static String answer(Endpoint at, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName(at.host()), at.port())) {
            String request = "GET /json HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /slow?ms=%zz HTTP/1.1~Host: HOST~~ | 400",
                "GET /slow?ms=% HTTP/1.1~Host: HOST~~ | 400",
                "GET /json~Host: HOST~~ | 400",
                "POST /echo HTTP/1.1~Host: HOST~Content-Length: x~~ | 400",
                "POST /echo HTTP/1.1~Host: HOST~Content-Length: -1~~ | 400",
                "POST /echo HTTP/1.1~Host: HOST~Content-Length:~~ | 400",
                "POST /echo HTTP/1.1~Host: HOST~Content-Length: 1048577~~ab | 413",
                "POST /echo HTTP/1.1~Host: HOST~Expect: 100-continue~Content-Length: 1048577~~ | 413",
                "POST /echo HTTP/1.1~Host: HOST~Content-Length: 99999999999999999999~~ | 413",
                "POST /echo HTTP/1.1~Host: HOST~Transfer-Encoding: chunked~~-1~ | 400",
                "POST /echo HTTP/1.1~Host: HOST~Transfer-Encoding: chunked~~~ | 400",
                "POST /echo HTTP/1.1~Host: HOST~Transfer-Encoding: chunked~~1~abc~ | 400",
                "POST /echo HTTP/1.1~Host: HOST~Transfer-Encoding: chunked~~FFFFFFFFFFFFFFFF~ | 413"
            })
    void whatIsMalformedOrTooLargeIsAnsweredInWords(String request, int status) throws Exception {
        try (Playground playground = new Playground(() -> null, () -> "")) {
            Endpoint at = Objects.requireNonNull(playground.locate(new Endpoint(InnerOrigins.PLAYGROUND, 80)))
                    .toCompletableFuture()
                    .get();
            try (Socket socket = new Socket(InetAddress.getByName(at.host()), at.port())) {
                String octets = request.replace("~", "\r\n").replace("HOST", InnerOrigins.PLAYGROUND);
                socket.getOutputStream().write(octets.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .startsWith("HTTP/1.1 " + status + " ")
                        .endsWith(".\n");
            }
        }
    }

    @Test
    void otherNamesAndPortsAreNotItsOwn() {
        try (Playground playground = new Playground(() -> null, () -> "")) {
            assertThat(playground.locate(new Endpoint("other.example", 80))).isNull();
            assertThat(playground
                            .locate(new Endpoint(InnerOrigins.PLAYGROUND, 81))
                            .toCompletableFuture())
                    .isCompletedExceptionally();
        }
    }
}
