package dev.hopscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowFactsTest {
    private static ExchangeRow row(String beginning, @Nullable Origin origin) {
        Endpoint here = new Endpoint("127.0.0.1", 8080);
        ConnectionInfo client = new ConnectionInfo(1, here, here, Instant.EPOCH, null, null, null);
        return RowFacts.of(
                        Exchange.of(new ExchangeEvent.RequestUnreadable(
                                new ExchangeId(1),
                                0,
                                Instant.EPOCH,
                                new ConnectionUse(client, 1),
                                null,
                                origin,
                                beginning)),
                        RowMarking.NONE)
                .build();
    }

    @Test
    void aRefusedRequestShowsWhichOneItWas() {
        ExchangeRow row = row("GET http://a.test/x?y HTTP/1.1\r\nHost: a.test\r\nHost: b.test\r\n", null);
        assertThat(row.method()).isEqualTo("GET");
        assertThat(row.path()).isEqualTo("http://a.test/x?y");
        assertThat(row.pathCut()).isFalse();
    }

    @Test
    void aRefusedRequestInsideATunnelShowsItsPath() {
        ExchangeRow row = row("POST /x HTTP/1.1\r\nfoo : bar\r\n", new Origin("https", "a.test", 443));
        assertThat(row.host()).isEqualTo("a.test");
        assertThat(row.path()).isEqualTo("/x");
    }

    @Test
    void aTargetThatIsNotAllThereIsMarkedAsCut() {
        assertThat(row("GET /" + "x".repeat(400), null).pathCut()).isTrue();
    }

    @Test
    void octetsThatAreNoRequestLineShowNothing() {
        assertThat(row("\u0016\u0003\u0001 binary", null).method()).isEmpty();
    }
}
