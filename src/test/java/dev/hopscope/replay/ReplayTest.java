package dev.hopscope.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final ExchangeId ID = new ExchangeId(7);
    private static final ExchangeId TUNNEL = new ExchangeId(3);
    private static final Endpoint SHOP = new Endpoint("shop.example", 443);
    private static final ConnectionUse CLIENT = new ConnectionUse(
            new ConnectionInfo(1, SHOP, new Endpoint("127.0.0.1", 5000), Instant.EPOCH, null, null, null), 1);

    @TempDir
    Path folder;

    private final Bodies bodies = ref -> Files.newByteChannel(folder.resolve("body"));

    private static HttpExchange received(@Nullable ExchangeId parent, String... lines) {
        RequestHead head = new RequestHead("POST", "/cart", HttpVersion.HTTP_1_1, Headers.of(lines));
        return (HttpExchange) Exchange.of(new ExchangeEvent.RequestReceived(
                ID, 0, Instant.EPOCH, CLIENT, parent, Source.CAPTURED, new Origin("https", SHOP), head, 1));
    }

    private static HttpExchange ended(HttpExchange x, @Nullable BodyRef body) {
        return x.with(new ExchangeEvent.RequestEnded(ID, 2, body, Headers.EMPTY, Headers.EMPTY, List.of()));
    }

    private static HttpExchange answered(HttpExchange x, String... lines) {
        return x.with(new ExchangeEvent.ResponseReceived(
                ID, 3, new ResponseHead(HttpVersion.HTTP_1_1, 200, "OK", Headers.of(lines)), 3));
    }

    private static BodyRef body(long length, long recorded) {
        return new BodyRef(ID, Direction.REQUEST, length, recorded);
    }

    private Preparation prepare(Exchange x, ReplayEdit edit) throws IOException {
        return Replay.prepare(x, null, edit, bodies);
    }

    private Headers headers(Exchange x, ReplayEdit edit) throws IOException {
        return ((Preparation.Ready) prepare(x, edit)).request().head().headers();
    }

    private static Preparation refused(Obstacle obstacle) {
        return new Preparation.Refused(obstacle);
    }

    @Test
    void aBodyOfWhichOnlyTheBeginningIsRecordedIsRefused() throws IOException {
        assertThat(prepare(ended(received(null, "Content-Length", "9"), body(9, 4)), ReplayEdit.NONE))
                .isEqualTo(refused(Obstacle.BODY_CUT_SHORT));
    }

    @Test
    void aBodyTheFileGivesLessOfIsRefused() throws IOException {
        Files.writeString(folder.resolve("body"), "abc");
        assertThat(prepare(ended(received(null, "Content-Length", "4"), body(4, 4)), ReplayEdit.NONE))
                .isEqualTo(refused(Obstacle.BODY_DAMAGED));
    }

    @Test
    void aRequestTheClientBrokeOffIsRefused() throws IOException {
        HttpExchange broken = received(null, "Content-Length", "9")
                .with(new ExchangeEvent.Failed(ID, 4, new Failure(Phase.REQUEST, "x", "x"), body(3, 3), null));
        assertThat(prepare(broken, ReplayEdit.NONE)).isEqualTo(refused(Obstacle.REQUEST_NOT_WHOLE));
    }

    @Test
    void aTunnelIsRefused() throws IOException {
        assertThat(prepare(tunnel(), ReplayEdit.NONE)).isEqualTo(refused(Obstacle.TUNNEL));
    }

    private static Exchange tunnel() {
        return Exchange.of(new ExchangeEvent.TunnelRequested(
                TUNNEL,
                0,
                Instant.EPOCH,
                CLIENT,
                null,
                new Endpoint("10.0.0.1", 8443),
                new RequestHead("CONNECT", "10.0.0.1:8443", HttpVersion.HTTP_1_1, Headers.EMPTY)));
    }

    @Test
    void aFailedHandshakeIsRefused() throws IOException {
        Exchange failed = Exchange.of(new ExchangeEvent.HandshakeRefused(
                ID, 0, Instant.EPOCH, CLIENT, null, SHOP, null, new Failure(Phase.CLIENT_TLS, "x", "x")));
        assertThat(prepare(failed, ReplayEdit.NONE)).isEqualTo(refused(Obstacle.HANDSHAKE));
    }

    @Test
    void aConnectionThatChangedItsProtocolIsRefused() throws IOException {
        HttpExchange socket = ended(received(null), null).with(new ExchangeEvent.Upgraded(ID, 4, "websocket"));
        assertThat(prepare(socket, ReplayEdit.NONE)).isEqualTo(refused(Obstacle.UPGRADED));
    }

    @Test
    void whatCameThroughATunnelGoesToItsTarget() throws IOException {
        Preparation prepared =
                Replay.prepare(ended(received(TUNNEL, "Host", "x"), null), tunnel(), ReplayEdit.NONE, bodies);
        var request = ((Preparation.Ready) prepared).request();
        assertThat(request.inside()).isEqualTo(new Endpoint("10.0.0.1", 8443));
        assertThat(request.secure()).isTrue();
    }

    @Test
    void withoutItsTunnelItGoesToTheOriginItWasFor() throws IOException {
        var request = ((Preparation.Ready) prepare(ended(received(TUNNEL), null), ReplayEdit.NONE)).request();
        assertThat(request.inside()).isEqualTo(SHOP);
    }

    @Test
    void theUnconditionalReplayDropsConditionsAndAsksPastCaches() throws IOException {
        HttpExchange x = ended(received(null, "IF-none-MATCH", "\"1\"", "a", "b", "If-Range", "\"1\"", "A", "c"), null);
        assertThat(headers(x, ReplayEdit.UNCONDITIONAL))
                .isEqualTo(Headers.of("a", "b", "A", "c", "Cache-Control", "no-cache"));
    }

    @Test
    void theConditionalReplayAsksByWhatTheResponseNames() throws IOException {
        HttpExchange x = answered(
                ended(received(null, "If-Modified-Since", "old", "a", "b"), null),
                "ETag",
                "W/\"2\"",
                "Last-Modified",
                "Sat, 01 Aug 2026 10:00:00 GMT");
        assertThat(headers(x, ReplayEdit.CONDITIONAL))
                .isEqualTo(Headers.of(
                        "a", "b", "If-None-Match", "W/\"2\"", "If-Modified-Since", "Sat, 01 Aug 2026 10:00:00 GMT"));
    }

    @Test
    void aResponseThatNamesNothingToAskByIsRefusedTheConditionalReplay() throws IOException {
        assertThat(prepare(answered(ended(received(null), null), "a", "b"), ReplayEdit.CONDITIONAL))
                .isEqualTo(refused(Obstacle.NO_VALIDATOR));
    }
}
