package dev.hopscope.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.ui.detail.SampleExchanges;
import dev.hopscope.ui.diff.Way.Arrow;
import dev.hopscope.ui.diff.Way.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawing as data, without a toolkit. */
class WayTest {
    private final SampleExchanges samples = new SampleExchanges();

    @Test
    void arrowsStandInTheOrderOfTime() {
        assertThat(way(samples.cart()).arrows().stream().map(WayTest::words))
                .containsExactly(
                        "0>1 SETUP TLS 1.3 handshake",
                        "0>1 MESSAGE GET /v1/cart?currency=EUR",
                        "1>2 SETUP DNS 3.1 ms, connect 12.0 ms, TLS 1.3 10.1 ms",
                        "1>2 MESSAGE GET /v1/cart?currency=EUR",
                        "2>1 MESSAGE 200 OK",
                        "1>0 MESSAGE 200 OK");
    }

    @Test
    void changesAreMarkedWhereTheyWereMade() {
        assertThat(way(samples.cart()).arrows().stream().map(Arrow::mark))
                .containsExactly("", "", "", "2 lines changed", "", "1 line changed");
    }

    @Test
    void aFailureIsDrawnWhereItHappenedAndTheAnswerIsHopscopes() {
        List<Arrow> arrows = way(samples.badCertificate()).arrows();

        assertThat(arrows)
                .filteredOn(a -> a.kind() == Kind.FAILED)
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.from()).isEqualTo(1);
                    assertThat(a.to()).isEqualTo(2);
                    assertThat(a.more()).contains("expired on 2026-02-11");
                });
        assertThat(arrows.getLast().mark()).isEqualTo("answered by Hopscope");
        assertThat(arrows.getLast().title()).isEqualTo("502 Bad Gateway");
    }

    @Test
    void aRefusedHandshakeHasNoOrigin() {
        Way way = way(samples.refusedHandshake());

        assertThat(way.lanes()).hasSize(2);
        assertThat(way.arrows().getLast().kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void aTunnelShowsItsBytesFromEndToEnd() {
        Arrow last = way(samples.tunnel()).arrows().getLast();

        assertThat(words(last)).isEqualTo("0>2 BOTH bytes, unopened");
        assertThat(last.more()).isEqualTo("3.1 KB up, 8.4 KB down");
    }

    @Test
    void theConnectOfTheTunnelComesFirst() {
        Exchange x = samples.cart();
        Way way = WayOf.of(x, samples.tunnel(), HopsReport.of(x, null).diff());

        assertThat(words(way.arrows().getFirst())).isEqualTo("0>1 BOTH CONNECT push.mozilla.example:443");
    }

    @Test
    void whatHasNotComeIsAwaited() {
        assertThat(way(samples.waiting()).arrows().getLast().kind()).isEqualTo(Kind.AWAITED);
    }

    @Test
    void theDrawingSaysTheSameInWords() {
        assertThat(way(samples.cart()).text())
                .contains("35.2 ms: Hopscope \u2192 api.shop.example: GET /v1/cart?currency=EUR")
                .contains("2 lines changed");
    }

    @ParameterizedTest
    @ValueSource(doubles = {360, 440, 900, 1440, 2560})
    void nothingStandsOutsideTheDrawing(double width) {
        for (Exchange x :
                List.of(samples.cart(), samples.tunnel(), samples.refusedHandshake(), samples.badCertificate())) {
            WayLayout layout = WayLayout.of(way(x), width, 12);

            assertThat(layout.lanes()).isSorted();
            for (int i = 0; i < layout.lanes().size(); i++) {
                double box = layout.boxes().get(i);
                assertThat(box).isBetween(0.0, width - layout.boxWidth());
                assertThat(layout.lanes().get(i)).isBetween(box, box + layout.boxWidth());
            }
            for (WayLayout.Place place : layout.places()) {
                assertThat(place.y()).isBetween(layout.boxHeight(), layout.height());
                assertThat(place.right() - place.left()).isPositive();
            }
        }
    }

    @Test
    void boxesOfLanesDoNotOverlap() {
        for (double width : new double[] {360, 440, 700, 1440}) {
            WayLayout layout = WayLayout.of(way(samples.cart()), width, 12);
            for (int i = 1; i < layout.boxes().size(); i++) {
                assertThat(layout.boxes().get(i) - layout.boxes().get(i - 1)).isGreaterThan(layout.boxWidth());
            }
        }
    }

    @Test
    void inTheNarrowPaneTheLinesStandFarApart() {
        WayLayout layout = WayLayout.of(way(samples.cart()), 440, 12);

        // room for some 25 characters of the wire's face
        assertThat(layout.lanes().get(1) - layout.lanes().get(0)).isGreaterThan(180);
    }

    @Test
    void receivingAndDiallingShareALine() {
        WayLayout layout = WayLayout.of(way(samples.cart()), 1440, 12);

        assertThat(layout.places().get(1).y()).isEqualTo(layout.places().get(2).y());
        assertThat(layout.places().get(3).y())
                .isGreaterThan(layout.places().get(2).y());
    }

    private static Way way(Exchange x) {
        return WayOf.of(x, null, HopsReport.of(x, null).diff());
    }

    private static String words(Arrow a) {
        return a.from() + ">" + a.to() + " " + a.kind() + " " + a.title();
    }
}
