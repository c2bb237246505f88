package dev.hopscope.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.Phase;
import dev.hopscope.ui.detail.Waterfall.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
    private final SampleExchanges samples = new SampleExchanges();

    @Test
    void aCompletedExchangeIsToldInASentence() {
        assertThat(sentence(samples.cart()))
                .isEqualTo(
                        "curl sent GET and got 200 OK after 87.9 ms. Hopscope opened the tunnel and changed 2 request"
                                + " lines and 1 response line.");
    }

    @Test
    void whatIsStillMissingIsToldWhileItRuns() {
        assertThat(sentence(samples.waiting()))
                .isEqualTo("curl sent POST. pay.shop.example has the request and has not answered yet.");
    }

    @Test
    void aTunnelSaysWhyItWasNotOpened() {
        assertThat(sentence(samples.tunnel()))
                .isEqualTo(
                        "curl asked for a tunnel to push.mozilla.example:443. Its bytes passed unopened, 3.1 KB up and"
                                + " 8.4 KB down in 64.1 s. Not opened: the host is on the list to tunnel"
                                + " (mozilla\\.example).");
    }

    @Test
    void aFailureSaysItsPhaseAndCauseAndWhatTheClientGot() {
        assertThat(sentence(samples.badCertificate()))
                .isEqualTo("curl sent GET and it failed. TLS with the origin: the certificate of ledger.int.example"
                        + " expired on 2026-02-11. Hopscope answered 502 Bad Gateway.");
    }

    @Test
    void bracesFromTheWireAreNoPlaces() {
        assertThat(Sentence.of("detail.says.cause", "{1}", "it's {0}").text()).isEqualTo("{1}: it's {0}.");
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyPhaseHasItsWords(Phase phase) {
        assertThat(Wording.phase(phase)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(PassReason.Code.class)
    void everyReasonToPassHasItsWords(PassReason.Code code) {
        assertThat(Wording.passReason(new PassReason(code, "x"))).isNotBlank();
    }

    @Test
    void aBadCertificateComesWithItsChainAndFingerprint() {
        Trouble.BadCertificate trouble = (Trouble.BadCertificate)
                ExchangeReport.of(samples.badCertificate()).trouble();

        assertThat(trouble.chain()).hasSize(2);
        assertThat(trouble.sha256()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(trouble.chain().getFirst().names()).containsExactly("api.shop.example", "*.api.shop.example");
        assertThat(trouble.chain().getFirst().key()).isEqualTo("EC 256");
    }

    @Test
    void aRefusedCertificateNamesClientAndHost() {
        Trouble.ClientRefuses trouble = (Trouble.ClientRefuses)
                ExchangeReport.of(samples.refusedHandshake()).trouble();

        assertThat(trouble.client()).isEqualTo("pip");
        assertThat(trouble.target().host()).isEqualTo("pypi.example");
        assertThat(trouble.failure()).isInstanceOf(Failure.class);
    }

    @Test
    void theWaterfallHasBothLegsOnOneAxis() {
        Waterfall waterfall = ExchangeReport.of(samples.cart()).waterfall();

        assertThat(waterfall.bars().stream().map(Bar::label))
                .containsExactly(
                        "Request received", "DNS", "Connect", "TLS to origin", "Request sent", "Waiting", "Response");
        assertThat(waterfall.total()).isEqualTo(87_900_000);
        assertThat(waterfall.firstByte()).isEqualTo(78_800_000);
        assertThat(waterfall.bars()).allMatch(b -> b.start() >= 0 && b.start() + b.length() <= waterfall.total());
    }

    @Test
    void whatFailedHasItsTimeToo() {
        Waterfall waterfall = ExchangeReport.of(samples.badCertificate()).waterfall();

        Bar last = waterfall.bars().getLast();
        assertThat(last.label()).isEqualTo("TLS, failed");
        assertThat(last.leg()).isEqualTo(Waterfall.Leg.ORIGIN);
        // to the page that says so
        assertThat(last.start() + last.length()).isEqualTo(64_000_000);
    }

    @Test
    void theConnectOfATunnelDoesNotMakeTheConnectionReUsed() {
        assertThat(inTunnel(2).connections()).contains(new LegRow("Connection", "new", "none", false));
        assertThat(inTunnel(3).connections()).contains(new LegRow("Connection", "re-used, exchange 2", "none", false));
    }

    private ExchangeReport inTunnel(int nth) {
        FailedHandshake x = (FailedHandshake) samples.refusedHandshake();
        return ExchangeReport.of(new FailedHandshake(
                x.id(),
                x.started(),
                x.startedNanos(),
                new ConnectionUse(x.client().connection(), nth),
                x.parent(),
                x.target(),
                x.sni(),
                x.timings(),
                x.outcome()));
    }

    @Test
    void theAxisHasRoundMarks() {
        assertThat(List.of(
                        Waterfall.step(87_900_000, 4), Waterfall.step(64_000_000_000L, 4), Waterfall.step(900_000, 4)))
                .containsExactly(25_000_000L, 20_000_000_000L, 250_000L);
    }

    @Test
    void connectionsStandSideBySide() {
        List<LegRow> rows = ExchangeReport.of(samples.cart()).connections();

        assertThat(rows).contains(new LegRow("Address", "127.0.0.1:51224", "203.0.113.24:443", true));
        assertThat(rows).contains(new LegRow("TLS", "1.3, AES-128-GCM", "1.3, AES-256-GCM", true));
        assertThat(rows).contains(new LegRow("Certificate", "made by Hopscope", "valid to 2027-02-11", false));
    }

    @Test
    void changedLinesAreCountedAndNamed() {
        assertThat(ExchangeReport.of(samples.cart()).facts())
                .contains(new Fact(
                        "bi-diagram-2", "3 lines changed", "Proxy-Connection removed, Via added, 1 more", "hops"));
    }

    private static String sentence(Exchange exchange) {
        return ExchangeReport.of(exchange).sentence().text();
    }
}
