package dev.hopscope.proxy.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.Phase;
import dev.hopscope.proxy.ProxyOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Http1ConversationTest {
    private static final String GET = "GET http://a.test/x HTTP/1.1\r\nHost: a.test\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String VIA = "Via: 1.1 hopscope (token0)\r\n";

    private final Conversation talk = new Conversation();

    @AfterEach
    void everyConversationEndsInOrderAndLeavesNothing() {
        talk.close();
        assertThat(talk.session().faults()).isEmpty();
        for (Exchange x : talk.session().exchanges()) {
            assertThat(x.outcome().terminal()).as("an end of " + x).isTrue();
            List<ExchangeEvent> events = talk.session().events(x.id());
            assertThat(events.stream().filter(ExchangeEvent.Terminal.class::isInstance))
                    .as("ends of " + x.id())
                    .hasSize(1);
            assertThat(events.getLast()).isInstanceOf(ExchangeEvent.Terminal.class);
        }
        assertThat(talk.memoryInUse()).as("octets of buffers in use").isZero();
    }

    private HttpExchange only() {
        assertThat(talk.session().exchanges()).hasSize(1);
        return (HttpExchange) talk.session().exchanges().getFirst();
    }

    private HttpExchange nth(int n) {
        return (HttpExchange) talk.session().exchanges().get(n - 1);
    }

    private static String failureOf(Exchange x) {
        return x.outcome() instanceof Outcome.Failed failed
                ? failed.failure().phase() + " " + failed.failure().code()
                : x.outcome().code();
    }

    @Test
    void anAbsoluteTargetIsForwardedInOriginForm() {
        talk.begin().send("GET http://a.test/x?y HTTP/1.1\r\nhost: a.test\r\nAccept: */*\r\n\r\n");
        assertThat(talk.origin(1).got())
                .isEqualTo("GET /x?y HTTP/1.1\r\nhost: a.test\r\nAccept: */*\r\n" + VIA + "\r\n");
        talk.origin(1).send(OK);
        assertThat(talk.got()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + VIA + "\r\nok");
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(talk.session().body(only().id(), Direction.RESPONSE)).isEqualTo("ok");
        assertThat(talk.origin(1).released()).isTrue();
    }

    @Test
    void allFourHeadsAreRecordedWithTheReasonsOfTheirDifferences() {
        talk.begin()
                .send("GET http://a.test/ HTTP/1.1\r\n"
                        + "Host: b.test\r\n"
                        + "Proxy-Connection: keep-alive\r\n"
                        + "Proxy-Authorization: Basic eA==\r\n\r\n");
        talk.origin(1).send(OK);
        assertThat(only().heads().requestReceived().target()).isEqualTo("http://a.test/");
        assertThat(only().heads().requestForwarded().target()).isEqualTo("/");
        assertThat(only().heads().requestForwarded().headers().first("Host")).isEqualTo("a.test");
        assertThat(only().heads().responseReceived().headers().size()).isEqualTo(1);
        assertThat(only().heads().responseReturned().headers().size()).isEqualTo(2);
        assertThat(only().changes().stream()
                        .map(c -> c.name() + " " + c.reason().code()))
                .containsExactly(
                        ":target target-form",
                        "Host host-from-target",
                        "Proxy-Connection proxy-connection",
                        "Proxy-Authorization credentials-consumed",
                        "Via via",
                        "Via via");
    }

    @ParameterizedTest
    @MethodSource("splitPoints")
    void aRequestMayBeSplitAnywhere(int at) {
        String request = splitRequest();
        talk.begin().send(request.substring(0, at)).send(request.substring(at));
        assertThat(talk.origin(1).got())
                .isEqualTo("POST /x HTTP/1.1\r\nHost: a.test\r\nTransfer-Encoding: chunked\r\n" + VIA
                        + "\r\n5\r\nhello\r\nb\r\n, you there\r\n0\r\nX-T: 1\r\n\r\n");
        talk.origin(1).send(OK);
        assertThat(talk.session().body(only().id(), Direction.REQUEST)).isEqualTo("hello, you there");
        assertThat(only().trailers().requestReceived().first("X-T")).isEqualTo("1");
        assertThat(only().requestBody().length()).isEqualTo(16);
    }

    private static String splitRequest() {
        return "POST http://a.test/x HTTP/1.1\r\n"
                + "Host: a.test\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "5;ext=\"1\"\r\n"
                + "hello\r\n"
                + "b\r\n"
                + ", you there\r\n"
                + "0\r\n"
                + "X-T: 1\r\n\r\n";
    }

    static Stream<Integer> splitPoints() {
        return Stream.iterate(1, i -> i + 1).limit(splitRequest().length() - 1L);
    }

    private static String splitResponse() {
        return "HTTP/1.1 103 Early Hints\r\n"
                + "Link: </a>\r\n\r\n"
                + "HTTP/1.1 200 OK\r\n"
                + "X: y\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "0005;x\r\n"
                + "hello\r\n"
                + "1\r\n"
                + "!\r\n"
                + "0\r\n\r\n";
    }

    static Stream<Integer> responseSplitPoints() {
        return Stream.iterate(1, i -> i + 1).limit(splitResponse().length() - 1L);
    }

    @ParameterizedTest
    @MethodSource("responseSplitPoints")
    void aResponseMayBeSplitAnywhere(int at) {
        talk.begin().send(GET);
        talk.origin(1)
                .send(splitResponse().substring(0, at))
                .send(splitResponse().substring(at));
        assertThat(talk.got())
                .isEqualTo("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n" + VIA
                        + "\r\nHTTP/1.1 200 OK\r\nX: y\r\nTransfer-Encoding: chunked\r\n" + VIA
                        + "\r\n5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n");
        assertThat(only().interim()).hasSize(1);
        assertThat(talk.session().body(only().id(), Direction.RESPONSE)).isEqualTo("hello!");
        assertThat(talk.origin(1).released()).isTrue();
    }

    @Test
    void octetsOneByOneMakeTheSameMessage() {
        talk.begin();
        splitRequest().chars().forEach(c -> talk.send(String.valueOf((char) c)));
        assertThat(talk.origin(1).got()).endsWith("5\r\nhello\r\nb\r\n, you there\r\n0\r\nX-T: 1\r\n\r\n");
        splitResponse().chars().forEach(c -> talk.origin(1).send(String.valueOf((char) c)));
        assertThat(talk.got()).endsWith("5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n");
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrderOneAtATime() {
        talk.begin().send(GET + GET.replace("/x", "/y") + GET.replace("/x", "/z"));
        assertThat(talk.origins()).isEqualTo(1);
        assertThat(talk.origin(1).got()).contains("GET /x ").doesNotContain("/y");
        talk.origin(1).send(OK.replace("ok", "1."));
        assertThat(talk.origin(1).got()).contains("/y").doesNotContain("/z");
        talk.origin(1).send(OK.replace("ok", "2."));
        talk.origin(1).send(OK.replace("ok", "3."));
        assertThat(talk.got().replaceAll("(?s)HTTP.*?\r\n\r\n", "|")).isEqualTo("|1.|2.|3.");
        assertThat(talk.session().exchanges()).hasSize(3);
        assertThat(nth(3).client().nth()).isEqualTo(3);
        assertThat(nth(3).originConnection().reused()).isTrue();
    }

    @Test
    void pipelinedRequestsPastAReadsWorthAreNotRead() {
        talk.begin().send(GET + GET.repeat(3000));
        assertThat(talk.channel().config().isAutoRead()).isFalse();
    }

    @Test
    void nothingAfterConnectionCloseIsProcessed() {
        talk.begin().send("GET http://a.test/x HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n" + GET);
        talk.origin(1).send(OK);
        assertThat(talk.got()).contains("Connection: close\r\n");
        assertThat(talk.session().exchanges()).hasSize(1);
    }

    @Test
    void expectContinuePassesAndSoDoesTheContentAfterIt() {
        talk.begin()
                .send("POST http://a.test/x HTTP/1.1\r\n"
                        + "Host: a.test\r\n"
                        + "Expect: 100-continue\r\n"
                        + "Content-Length: 3\r\n\r\n");
        assertThat(talk.origin(1).got()).contains("Expect: 100-continue\r\n");
        talk.origin(1).send("HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(talk.got()).startsWith("HTTP/1.1 100 Continue\r\n");
        talk.send("abc");
        assertThat(talk.origin(1).got()).endsWith("abc");
        talk.origin(1).send(OK);
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void anHttp10ClientGetsChunkedContentPlainAndAClose() {
        talk.begin().send("GET http://a.test/x HTTP/1.0\r\n\r\n");
        assertThat(talk.origin(1).got()).startsWith("GET /x HTTP/1.1\r\nHost: a.test\r\n");
        talk.origin(1)
                .send("HTTP/1.1 200 OK\r\n"
                        + "Transfer-Encoding: chunked\r\n"
                        + "Trailer: X\r\n\r\n"
                        + "5\r\n"
                        + "hello\r\n"
                        + "0\r\n"
                        + "X: y\r\n\r\n");
        assertThat(talk.got()).isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\n" + VIA + "\r\nhello");
        assertThat(talk.clientOpen()).isFalse();
        assertThat(only().changes().stream().filter(c -> c.part() == HeaderChange.Part.TRAILERS))
                .hasSize(1);
    }

    @Test
    void anHttp10ClientIsSentNoInterimResponse() {
        talk.begin().send("GET http://a.test/x HTTP/1.0\r\n\r\n");
        talk.origin(1).send("HTTP/1.1 103 Early Hints\r\n\r\n" + OK);
        assertThat(talk.got()).startsWith("HTTP/1.1 200 OK");
        assertThat(only().interim()).hasSize(1);
    }

    @Test
    void anHttp10OriginIsAnsweredForInOurVersion() {
        talk.begin().send(GET);
        talk.origin(1).send("HTTP/1.0 200 OK\r\n\r\nuntil").send(" the end").closes();
        assertThat(talk.got()).isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\n" + VIA + "\r\nuntil the end");
        assertThat(talk.clientOpen()).isFalse();
        assertThat(only().heads().responseReceived().version()).isEqualTo(HttpVersion.HTTP_1_0);
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void contentUntilCloseThatIsResetIsAFailure() {
        talk.begin().send(GET);
        talk.origin(1).send("HTTP/1.1 200 OK\r\n\r\nuntil").resets();
        assertThat(failureOf(only())).isEqualTo("RESPONSE connection-reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content\r\n", "304 Not Modified\r\nContent-Length: 5\r\n"})
    void aStatusWithoutContentEndsWithItsHead(String status) {
        talk.begin().send(GET);
        talk.origin(1).send("HTTP/1.1 " + status + "\r\n");
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(talk.clientOpen()).isTrue();
        assertThat(talk.origin(1).released()).isTrue();
    }

    @Test
    void theAnswerToHeadEndsWithItsHead() {
        talk.begin().send(GET.replace("GET", "HEAD"));
        talk.origin(1).send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
        assertThat(talk.got()).contains("Content-Length: 5\r\n");
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void octetsNobodyAskedForReachNobody() {
        talk.begin().send(GET);
        talk.origin(1).send(OK + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nSPLIT");
        assertThat(talk.got()).doesNotContain("SPLIT");
        assertThat(talk.origin(1).discarded()).isTrue();
        talk.send(GET);
        assertThat(talk.origins()).isEqualTo(2);
        talk.origin(2).send(OK);
    }

    @Test
    void anUpgradeIsRelayedBothWaysAndRecorded() {
        talk.begin()
                .send("GET http://a.test/x HTTP/1.1\r\n"
                        + "Host: a.test\r\n"
                        + "Connection: keep-alive, Upgrade\r\n"
                        + "Upgrade: chat\r\n\r\n");
        assertThat(talk.origin(1).got()).contains("Connection: Upgrade\r\nUpgrade: chat\r\n");
        talk.origin(1).send("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: chat\r\n\r\nfirst");
        talk.send("from the client");
        talk.origin(1).send(" second");
        assertThat(talk.got()).endsWith("\r\n\r\nfirst second").contains("Upgrade: chat\r\n");
        assertThat(talk.origin(1).got()).endsWith("\r\n\r\nfrom the client");
        talk.origin(1).closes();
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(only().upgradedTo()).isEqualTo("chat");
        assertThat(talk.session().body(only().id(), Direction.REQUEST)).isEqualTo("from the client");
        assertThat(talk.session().body(only().id(), Direction.RESPONSE)).isEqualTo("first second");
        assertThat(only().requestBody().length()).isEqualTo(15);
    }

    @Test
    void anUpgradeToHttp2IsNotAskedFor() {
        talk.begin()
                .send("GET http://a.test/x HTTP/1.1\r\n"
                        + "Host: a.test\r\n"
                        + "Connection: Upgrade, HTTP2-Settings\r\n"
                        + "Upgrade: h2c\r\n"
                        + "HTTP2-Settings: AA\r\n\r\n");
        assertThat(talk.origin(1).got()).doesNotContainIgnoringCase("upgrade").doesNotContainIgnoringCase("http2");
        talk.origin(1).send(OK);
    }

    @Test
    void aSwitchOfProtocolsNobodyAskedForIsABadResponse() {
        talk.begin().send(GET);
        talk.origin(1).send("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: chat\r\n\r\n");
        assertThat(talk.got()).startsWith("HTTP/1.1 502 ").contains("unasked-upgrade");
    }

    @Test
    void aRequestBackOnADeadKeptConnectionIsRepeatedOnAFreshOne() {
        talk.begin().send(GET);
        talk.origin(1).send(OK);
        talk.send(GET);
        talk.origin(1).closes();
        assertThat(talk.origin(2).got()).startsWith("GET /x ");
        talk.origin(2).send(OK);
        assertThat(nth(2).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aPostOnADeadKeptConnectionIsNotRepeated() {
        talk.begin().send(GET);
        talk.origin(1).send(OK);
        talk.send("POST http://a.test/x HTTP/1.1\r\nHost: a.test\r\nContent-Length: 1\r\n\r\nx");
        talk.origin(1).closes();
        assertThat(talk.origins()).isEqualTo(1);
        assertThat(talk.got()).contains("HTTP/1.1 502 ");
        assertThat(failureOf(nth(2))).isEqualTo("WAIT connection-closed");
    }

    @Test
    void aRequestIsRepeatedOnlyOnce() {
        talk.begin().send(GET);
        talk.origin(1).send(OK);
        talk.send(GET);
        talk.origin(1).closes();
        talk.origin(2).closes();
        assertThat(failureOf(nth(2))).isEqualTo("WAIT connection-closed");
    }

    @Test
    void anOriginThatCannotBeReachedGivesAPageAndTheConnectionGoesOn() {
        talk.unreachable(new Failure(Phase.CONNECT, "connection-refused", "nothing listens there"))
                .begin()
                .send(GET + GET);
        assertThat(talk.got())
                .startsWith("HTTP/1.1 502 ")
                .contains("CONNECT connection-refused: nothing listens there");
        assertThat(talk.session().exchanges()).hasSize(2);
        assertThat(failureOf(nth(1))).isEqualTo("CONNECT connection-refused");
        assertThat(nth(1).answeredHere()).isTrue();
        assertThat(talk.clientOpen()).isTrue();
    }

    @Test
    void aTimeoutIsA504() {
        talk.unreachable(new Failure(Phase.CONNECT, "connect-timeout", "no connection within 5 s"))
                .begin()
                .send(GET);
        assertThat(talk.got()).startsWith("HTTP/1.1 504 ");
    }

    @Test
    void contentThatComesBeforeTheConnectionIsUpIsSentOnAfterTheHead() {
        talk.slowDial().begin().send("POST http://a.test/x HTTP/1.1\r\nHost: a.test\r\nContent-Length: 6\r\n\r\nabc");
        talk.send("def");
        talk.dialled();
        assertThat(talk.origin(1).got()).endsWith("\r\n\r\nabcdef");
        talk.origin(1).send(OK);
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aClientThatGoesWhileDiallingEndsItsRow() {
        talk.slowDial().begin().send(GET).clientCloses();
        talk.dialled();
        assertThat(failureOf(only())).isEqualTo("WAIT client-gone");
        assertThat(talk.origin(1).released()).isTrue();
    }

    @Test
    void aClientThatGoesInTheMiddleOfAResponseEndsItsRowAndTheOriginConnection() {
        talk.begin().send(GET);
        talk.origin(1).send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        talk.clientCloses();
        assertThat(failureOf(only())).isEqualTo("RETURN client-gone");
        assertThat(only().responseBody().length()).isEqualTo(4);
        assertThat(talk.origin(1).discarded()).isTrue();
    }

    @Test
    void aClientThatGoesInTheMiddleOfAHeadBecomesARow() {
        talk.begin().send("GET http://a.test/x HTTP/1.1\r\nHos").clientCloses();
        assertThat(failureOf(only())).isEqualTo("REQUEST client-gone");
        assertThat(only().unreadable()).isEqualTo("GET http://a.test/x HTTP/1.1\r\nHos");
    }

    @Test
    void aClientThatOnlyEndsItsDirectionStillGetsItsAnswer() {
        talk.begin().send(GET).shutOutput();
        talk.origin(1).send(OK);
        assertThat(talk.got()).endsWith("ok").contains("Connection: close");
        assertThat(talk.clientOpen()).isFalse();
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void requestsPipelinedBeforeTheClientEndedItsDirectionAreAnswered() {
        talk.begin().send(GET + GET).shutOutput();
        talk.origin(1).send(OK);
        talk.origin(1).send(OK);
        assertThat(talk.session().exchanges()).hasSize(2);
        assertThat(nth(2).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(talk.clientOpen()).isFalse();
    }

    @Test
    void aPipelinedHeadCutOffByTheClientBecomesARow() {
        talk.begin().send(GET + "GET http://a.test/y HT").shutOutput();
        talk.origin(1).send(OK);
        assertThat(failureOf(nth(2))).isEqualTo("REQUEST head-cut-off");
        assertThat(talk.clientOpen()).isFalse();
    }

    @Test
    void pipelinedContentCutOffByTheClientIsRefused() {
        talk.begin()
                .send(GET + "POST http://a.test/y HTTP/1.1\r\nHost: a.test\r\nContent-Length: 6\r\n\r\nabc")
                .shutOutput();
        talk.origin(1).send(OK);
        assertThat(failureOf(nth(2))).isEqualTo("REQUEST content-cut-off");
    }

    @Test
    void contentCutOffByTheClientIsRefused() {
        talk.begin()
                .send("POST http://a.test/x HTTP/1.1\r\nHost: a.test\r\nContent-Length: 6\r\n\r\nabc")
                .shutOutput();
        assertThat(talk.got()).startsWith("HTTP/1.1 400 ");
        assertThat(failureOf(only())).isEqualTo("REQUEST content-cut-off");
        assertThat(talk.origin(1).discarded()).isTrue();
    }

    @Test
    void aResponseThatBreaksOffIsNotMadeWhole() {
        talk.begin().send(GET);
        talk.origin(1)
                .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
                .closes();
        assertThat(talk.got()).endsWith("5\r\nhello\r\n");
        assertThat(talk.clientOpen()).isFalse();
        assertThat(failureOf(only())).isEqualTo("RESPONSE connection-closed");
    }

    @Test
    void anAnswerBeforeTheWholeRequestIsPassedOnAndTheConnectionEnds() {
        talk.begin().send("POST http://a.test/x HTTP/1.1\r\nHost: a.test\r\nContent-Length: 6\r\n\r\nabc");
        talk.origin(1).send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
        assertThat(talk.got()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
        assertThat(failureOf(only())).isEqualTo("FORWARD request-cut-short");
        assertThat(talk.origin(1).discarded()).isTrue();
    }

    @Test
    void aBadChunkThatIsAtHandWithTheHeadLetsNothingThrough() {
        talk.begin()
                .send("POST http://a.test/x HTTP/1.1\r\n"
                        + "Host: a.test\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "0x5\r\n"
                        + "hello\r\n"
                        + "0\r\n\r\n");
        assertThat(talk.origins()).isZero();
        assertThat(talk.got()).startsWith("HTTP/1.1 400 ");
        assertThat(failureOf(only())).isEqualTo("REQUEST bad-chunk-size");
    }

    @Test
    void aBadChunkThatComesLaterEndsBothConnections() {
        talk.begin().send("POST http://a.test/x HTTP/1.1\r\nHost: a.test\r\nTransfer-Encoding: chunked\r\n\r\n");
        talk.send("5\r\nhelloX");
        assertThat(talk.got()).startsWith("HTTP/1.1 400 ");
        assertThat(talk.origin(1).discarded()).isTrue();
    }

    @Test
    void whatIsNoHttpBecomesARowWithItsFirstOctets() {
        talk.begin().send("\u0016\u0003\u0001\u0002");
        assertThat(talk.got()).startsWith("HTTP/1.1 400 ").contains("not-http");
        assertThat(only().unreadable()).isEqualTo("\u0016\u0003\u0001\u0002");
    }

    @Test
    void aRefusedHeadInPiecesIsShownWhole() {
        talk.begin()
                .send("GET http://a.test/x HTT")
                .send("P/1.1\r\nHost: a.test\r\nX")
                .send(" : y\r\n\r\n");
        assertThat(only().unreadable()).isEqualTo("GET http://a.test/x HTTP/1.1\r\nHost: a.test\r\nX : y\r\n\r\n");
        assertThat(talk.origins()).isZero();
    }

    @Test
    void aHeadThatGrowsBeyondItsLimitIsRefused() {
        talk.begin().send("GET http://a.test/x HTTP/1.1\r\nHost: a.test\r\n");
        for (int i = 0; i < 70 && talk.got().isEmpty(); i++) {
            talk.send("X: " + "a".repeat(1000));
        }
        assertThat(talk.got()).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void anEndlessRequestLineIsRefused() {
        talk.begin().send("GET /" + "a".repeat(70_000));
        assertThat(talk.got()).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void moreFieldsThanTheLimitAreRefused() {
        talk.begin().send("GET http://a.test/x HTTP/1.1\r\nHost: a.test\r\n" + "X: y\r\n".repeat(200) + "\r\n");
        assertThat(talk.got()).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void aPathAskedOfTheProxyItselfIsALocalPage() {
        talk.begin().send("GET /ca HTTP/1.1\r\nHost: localhost:8888\r\n\r\n");
        assertThat(talk.got()).startsWith("HTTP/1.1 200 OK").endsWith("page /ca of 127.0.0.1:8888");
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(talk.clientOpen()).isTrue();
    }

    @Test
    void theSiteIsServedThroughTheProxy() {
        talk.begin().send("HEAD http://hopscope.test/ HTTP/1.1\r\nHost: hopscope.test\r\n\r\n");
        assertThat(talk.got()).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n");
    }

    @Test
    void localPagesTakeNoPost() {
        talk.begin().send("POST / HTTP/1.1\r\nHost: localhost:8888\r\nContent-Length: 0\r\n\r\n");
        assertThat(talk.got()).startsWith("HTTP/1.1 405 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.test", "evil.test:8888", "127.0.0.1:80"})
    void localPagesAreServedUnderTheProxysOwnNamesOnly(String host) {
        talk.begin().send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertThat(talk.got()).startsWith("HTTP/1.1 421 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://127.0.0.1:8888/x HTTP/1.1\r\nHost: 127.0.0.1:8888\r\n\r\n",
                "GET http://localhost:8888/x HTTP/1.1\r\nHost: localhost:8888\r\n\r\n",
                "GET http://local.hopscope.test:8888/x HTTP/1.1\r\nHost: local.hopscope.test:8888\r\n\r\n",
                "GET http://a.test/ HTTP/1.1\r\nHost: a.test\r\nVia: 1.1 hopscope (token0)\r\n\r\n",
                "CONNECT localhost:8888 HTTP/1.1\r\nHost: localhost:8888\r\n\r\n"
            })
    void aRequestThatWouldComeBackIsRefused(String request) {
        talk.begin().send(request);
        assertThat(talk.got()).startsWith("HTTP/1.1 508 ");
        assertThat(talk.origins()).isZero();
    }

    @Test
    void theAliasReachesThisMachineUnderTheNameOfLocalhost() {
        talk.begin().send("GET http://local.hopscope.test:3000/ HTTP/1.1\r\nHost: local.hopscope.test:3000\r\n\r\n");
        assertThat(talk.origin(1).route().target().toString()).isEqualTo("127.0.0.1:3000");
        assertThat(talk.origin(1).got()).contains("Host: localhost:3000\r\n");
        talk.origin(1).send(OK);
        assertThat(only().changes().stream().map(c -> c.reason().code())).contains("local-alias");
    }

    @Test
    void maxForwardsIsCountedDownAndZeroIsAnsweredHere() {
        talk.begin().send("OPTIONS http://a.test/ HTTP/1.1\r\nHost: a.test\r\nMax-Forwards: 2\r\n\r\n");
        assertThat(talk.origin(1).got()).contains("Max-Forwards: 1\r\n");
        talk.origin(1).send(OK);
        talk.send("OPTIONS http://a.test/ HTTP/1.1\r\nHost: a.test\r\nMax-Forwards: 0\r\n\r\n");
        assertThat(talk.origins()).isEqualTo(1);
        assertThat(talk.got()).contains("Allow: ");
    }

    @Test
    void fieldsNamedByConnectionGoButNotThoseThatMatterToTheFarEnd() {
        talk.begin()
                .send("GET http://a.test/ HTTP/1.1\r\n"
                        + "Host: a.test\r\n"
                        + "Connection: x-mine, cookie, host\r\n"
                        + "X-Mine: 1\r\n"
                        + "Cookie: a=b\r\n\r\n");
        assertThat(talk.origin(1).got())
                .contains("Cookie: a=b\r\n")
                .contains("Host: a.test\r\n")
                .doesNotContain("X-Mine");
        talk.origin(1).send(OK);
    }

    @Test
    void anUpstreamProxyIsAskedInAbsoluteFormWithItsCredentials() {
        var proxy = new dev.hopscope.proxy.UpstreamProxy(new dev.hopscope.exchange.Endpoint("up.test", 3128), "u", "p");
        talk.options(ProxyOptions.DEFAULT.withUpstream(proxy)).begin().send(GET);
        assertThat(talk.origin(1).got())
                .startsWith("GET http://a.test/x HTTP/1.1\r\n")
                .contains("Proxy-Authorization: Basic dTpw\r\n");
        talk.origin(1).send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
        assertThat(talk.got()).startsWith("HTTP/1.1 502 ").contains("proxy-authentication-required");
    }

    @Test
    void anAnswerThatComesTogetherWithItsInterimResponseHasATimeOfItsOwn() {
        talk.begin().send(GET);
        talk.origin(1).send("HTTP/1.1 103 Early Hints\r\n\r\n" + OK);
        assertThat(talk.got()).endsWith("ok");
        assertThat(only().timings()
                        .between(Mark.FORWARD_HEAD, Mark.RESPONSE_FIRST_BYTE)
                        .orElseThrow())
                .isNotNegative();
    }

    @Test
    void whileRecordingIsOffTrafficPassesAndNothingIsTold() {
        talk.session().recording(false);
        talk.begin().send(GET);
        talk.origin(1).send(OK);
        assertThat(talk.got()).endsWith("ok");
        assertThat(talk.session().exchanges()).isEmpty();
        assertThat(talk.session().body(new ExchangeId(1), Direction.RESPONSE)).isEmpty();
    }

    @Test
    void whenTheRecordingIsBehindNeitherSideIsRead() {
        talk.begin().send(GET);
        talk.session().full(true);
        talk.origin(1).send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf.");
        assertThat(talk.origin(1).channel().config().isAutoRead()).isFalse();
        talk.session().full(false);
        talk.got();
        assertThat(talk.origin(1).channel().config().isAutoRead()).isTrue();
        talk.origin(1).send("other");
        assertThat(talk.got()).endsWith("half.other");
        assertThat(only().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aClientThatDoesNotReadStopsTheReadingFromTheOrigin() {
        talk.begin().send(GET);
        talk.origin(1).send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf.");
        talk.channel().unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        talk.channel().runPendingTasks();
        assertThat(talk.origin(1).channel().config().isAutoRead()).isFalse();
        talk.channel().unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        talk.channel().runPendingTasks();
        assertThat(talk.origin(1).channel().config().isAutoRead()).isTrue();
        talk.origin(1).send("other");
    }

    @Test
    void anOriginThatDoesNotReadStopsTheReadingFromTheClient() {
        talk.begin().send("POST http://a.test/x HTTP/1.1\r\nHost: a.test\r\nContent-Length: 6\r\n\r\nabc");
        talk.origin(1).channel().unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        talk.got();
        assertThat(talk.channel().config().isAutoRead()).isFalse();
        talk.origin(1).channel().unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        talk.got();
        assertThat(talk.channel().config().isAutoRead()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void anAmbiguousRequestIsRefusedWithItsReasonAndNothingOfItForwarded(String request, String code) {
        talk.begin().send(request);
        assertThat(talk.got()).startsWith("HTTP/1.1 ").contains(" " + code + ":");
        assertThat(talk.got().substring(9, 10)).isIn("4", "5");
        assertThat(talk.got()).contains("Connection: close\r\n");
        assertThat(talk.origins()).isZero();
        assertThat(only().outcome()).isInstanceOf(Outcome.Failed.class);
        assertThat(failureOf(only())).isEqualTo("REQUEST " + code);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> badRequests() {
        String host = "Host: a.test\r\n";
        String post = "POST http://a.test/ HTTP/1.1\r\n" + host;
        String get = "GET http://a.test/ HTTP/1.1\r\n" + host;
        return Stream.of(
                bad(post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "length-and-coding"),
                bad(post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", "two-lengths"),
                bad(post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "two-lengths"),
                bad(post + "Content-Length: +5\r\n\r\nhello", "bad-length"),
                bad(post + "Content-Length: 5, 5\r\n\r\nhello", "bad-length"),
                bad(post + "Content-Length: 0x5\r\n\r\nhello", "bad-length"),
                bad(post + "Content-Length:\r\n\r\nhello", "bad-length"),
                bad(post + "Content-Length: 99999999999999999999\r\n\r\nhello", "bad-length"),
                bad(post + "Transfer-Encoding: identity\r\n\r\n", "unknown-coding"),
                bad(post + "Transfer-Encoding: gzip, chunked\r\n\r\n", "unknown-coding"),
                bad(post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", "two-codings"),
                bad(post + "Transfer-Encoding: \"chunked\"\r\n\r\n", "bad-coding"),
                bad(post.replace("1.1", "1.0") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "coding-in-http10"),
                bad(post + "Transfer-Encoding: chunked\r\n\r\n5 \r\nhello\r\n0\r\n\r\n", "bad-chunk-size"),
                bad(post + "Transfer-Encoding: chunked\r\n\r\n;x\r\nhello\r\n0\r\n\r\n", "bad-chunk-size"),
                bad(post + "Transfer-Encoding: chunked\r\n\r\n80000000\r\nhello\r\n0\r\n\r\n", "bad-chunk-size"),
                bad(post + "Transfer-Encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n", "bad-chunk-size"),
                bad(post + "Transfer-Encoding: chunked\r\n\r\n5;=x\r\nhello\r\n0\r\n\r\n", "bad-chunk-size"),
                bad(post + "Transfer-Encoding: chunked\r\n\r\n5;a=\"b\r\nhello\r\n0\r\n\r\n", "bad-chunk-size"),
                bad(
                        post + "Transfer-Encoding: chunked\r\n\r\n5;" + "a".repeat(5000) + "\r\n",
                        "chunk-extension-too-long"),
                bad(post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello!\r\n0\r\n\r\n", "bad-chunk-end"),
                bad(post + "Transfer-Encoding: chunked\r\n\r\n0\r\nX : y\r\n\r\n", "space-in-field-name"),
                bad("GET http://a.test/ HTTP/1.1\r\n\r\n", "no-host"),
                bad("GET http://a.test/ HTTP/1.1\r\nHost:\r\n\r\n", "bad-host"),
                bad(get + "Host: a.test\r\n\r\n", "two-hosts"),
                bad("GET http://a.test/ HTTP/1.1\r\nHost: a.test/x\r\n\r\n", "bad-host"),
                bad("GET http://a.test/ HTTP/1.1\r\nHost: u@a.test\r\n\r\n", "user-in-target"),
                bad("GET http://a.test@b.test/ HTTP/1.1\r\n" + host + "\r\n", "user-in-target"),
                bad("GET http://a.test\\b.test/ HTTP/1.1\r\n" + host + "\r\n", "bad-host"),
                bad("GET http://a%2etest/ HTTP/1.1\r\n" + host + "\r\n", "bad-host"),
                bad("GET http:///x HTTP/1.1\r\n" + host + "\r\n", "bad-host"),
                bad("GET http://[::1/ HTTP/1.1\r\n" + host + "\r\n", "bad-host"),
                bad("GET http://[::g]/ HTTP/1.1\r\n" + host + "\r\n", "bad-host"),
                bad("GET http://[::1%25lo]/ HTTP/1.1\r\n" + host + "\r\n", "bad-host"),
                bad("GET http://a.test:0/ HTTP/1.1\r\n" + host + "\r\n", "bad-port"),
                bad("GET http://a.test:65536/ HTTP/1.1\r\n" + host + "\r\n", "bad-port"),
                bad("GET http://a.test:080/ HTTP/1.1\r\n" + host + "\r\n", "bad-port"),
                bad("GET http://a.test:+80/ HTTP/1.1\r\n" + host + "\r\n", "bad-port"),
                bad("GET ftp://a.test/ HTTP/1.1\r\n" + host + "\r\n", "bad-target"),
                bad("GET a.test HTTP/1.1\r\n" + host + "\r\n", "bad-target"),
                bad("GET * HTTP/1.1\r\n" + host + "\r\n", "bad-target"),
                bad("GET http://a.test/#x HTTP/1.1\r\n" + host + "\r\n", "bad-target"),
                bad("GET  http://a.test/ HTTP/1.1\r\n" + host + "\r\n", "bad-target"),
                bad("GET http://a.test/\tx HTTP/1.1\r\n" + host + "\r\n", "bad-target"),
                bad("GET http://a.test/  HTTP/1.1\r\n" + host + "\r\n", "bad-version"),
                bad("GET http://a.test/ HTTP/1.1 \r\n" + host + "\r\n", "bad-version"),
                bad("GET http://a.test/ http/1.1\r\n" + host + "\r\n", "bad-version"),
                bad("GET http://a.test/ HTTP/1.2\r\n" + host + "\r\n", "bad-version"),
                bad("GET http://a.test/ HTTP/2.0\r\n" + host + "\r\n", "version-not-supported"),
                bad("GET http://a.test/\r\n\r\n", "no-version"),
                bad("G{T http://a.test/ HTTP/1.1\r\n" + host + "\r\n", "not-http"),
                bad(" GET http://a.test/ HTTP/1.1\r\n" + host + "\r\n", "not-http"),
                bad("\r\n".repeat(9) + get + "\r\n", "empty-lines"),
                bad(get + "X: a\nY: b\r\n\r\n", "bare-lf"),
                bad(get + "X: a\rY: b\r\n\r\n", "control-octet"),
                bad(get + "X: a\u0000b\r\n\r\n", "control-octet"),
                bad(get + "X: a\u007fb\r\n\r\n", "control-octet"),
                bad(get + "X: a\r\n b\r\n\r\n", "folded-line"),
                bad(get + "X : a\r\n\r\n", "space-in-field-name"),
                bad(get + ": a\r\n\r\n", "empty-field-name"),
                bad(get + "X\r\n\r\n", "no-colon"),
                bad(get + "X\u00e9: a\r\n\r\n", "bad-field-name"),
                bad("TRACE http://a.test/ HTTP/1.1\r\n" + host + "Content-Length: 1\r\n\r\nx", "trace-with-content"));
    }

    private static org.junit.jupiter.params.provider.Arguments bad(String request, String code) {
        return org.junit.jupiter.params.provider.Arguments.of(request, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 204 No\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: a\nY: b\r\n\r\n",
                "HTTP/1.1 200 OK\nX: a\n\n",
                "HTTP/1.1  200 OK\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 099 OK\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 200 O\u0000K\r\n\r\n",
                "\r\nHTTP/1.1 200 OK\r\n\r\n",
                "ICY 200 OK\r\n\r\n",
                "SSH-2.0-x\r\n"
            })
    void anAmbiguousResponseIsA502AndNothingOfItReturned(String response) {
        talk.begin().send(GET);
        talk.origin(1).send(response);
        assertThat(talk.got()).startsWith("HTTP/1.1 502 ").doesNotContain("hello");
        assertThat(talk.origin(1).discarded()).isTrue();
        assertThat(only().outcome()).isInstanceOf(Outcome.Failed.class);
        assertThat(only().heads().responseReceived()).isNull();
    }

    @Test
    void anEndlessStreamOfInterimResponsesIsCutOff() {
        talk.begin().send(GET);
        talk.origin(1).send("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(200));
        assertThat(failureOf(only())).isEqualTo("WAIT too-many-interim");
    }
}
