package dev.hopscope.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.cache.PackedMarks;
import dev.hopscope.ui.cache.HitRatio.Share;
import dev.hopscope.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class HitRatioTest {
    private static final String[] HIT = {"CF-Cache-Status", "HIT"};
    private static final String[] MISS_THEN_HIT = {"CF-Cache-Status", "MISS", "X-Varnish", "1 2"};
    private static final String[] HIT_BEFORE_MISS = {"CF-Cache-Status", "HIT", "X-Varnish", "1"};
    private static final String[] SHIELDED = {"X-Served-By", "cache-a, cache-b", "X-Cache", "MISS, MISS"};
    private static final String[] NOTHING = {};

    private static ExchangeRow row(long id, String host, String type, long bytes, String... fields) {
        return ExchangeRow.builder(id)
                .status(200)
                .target("https", host, 443)
                .type(type)
                .bytes(0, bytes)
                .cacheMarks(
                        PackedMarks.bits(null, new ResponseHead(HttpVersion.HTTP_1_1, 200, "OK", Headers.of(fields))))
                .build();
    }

    private static HitRatio of(ExchangeRow... rows) {
        return Objects.requireNonNull(HitRatio.of(rows, row -> true, () -> true));
    }

    @Test
    void requestsAndBytesAreCountedByHostAndType() {
        HitRatio ratio = of(
                row(1, "a.test", "CSS", 100, HIT),
                row(2, "a.test", "JSON", 300, NOTHING),
                row(3, "b.test", "CSS", 50, MISS_THEN_HIT));

        assertThat(ratio.all())
                .extracting(Share::requests, Share::hits, Share::unmarked)
                .containsExactly(3, 2, 1);
        assertThat(ratio.all()).extracting(Share::bytes, Share::hitBytes).containsExactly(450L, 150L);
        assertThat(ratio.hosts())
                .containsExactly(new Share("a.test", 2, 1, 1, 400, 100), new Share("b.test", 1, 1, 0, 50, 50));
        assertThat(ratio.types())
                .containsExactly(new Share("CSS", 2, 2, 0, 150, 150), new Share("JSON", 1, 0, 1, 300, 0));
    }

    @Test
    void aLayerCountsWhatReachedItAndWhatItAnswered() {
        HitRatio ratio = of(row(1, "a.test", "CSS", 100, HIT), row(2, "a.test", "CSS", 50, MISS_THEN_HIT));

        assertThat(ratio.layers())
                .containsExactly(new Share("Cloudflare", 2, 1, 0, 150, 100), new Share("Varnish", 1, 1, 0, 50, 50));
    }

    @Test
    void aMarkThatIsAsOldAsTheCopyInFrontCountsForNothing() {
        assertThat(of(row(1, "a.test", "CSS", 100, HIT_BEFORE_MISS)).layers())
                .extracting(Share::name)
                .containsExactly("Cloudflare");
    }

    @Test
    void twoCachesOfOneVendorCountAsOne() {
        assertThat(of(row(1, "a.test", "CSS", 100, SHIELDED)).layers())
                .containsExactly(new Share("Fastly", 1, 0, 0, 100, 0));
    }

    @Test
    void onlyRowsThatPassTheFilterCount() {
        ExchangeRow[] rows = {row(1, "a.test", "CSS", 1, HIT), row(2, "b.test", "CSS", 1, HIT)};

        HitRatio ratio = Objects.requireNonNull(HitRatio.of(rows, r -> r.host().equals("b.test"), () -> true));

        assertThat(ratio.hosts()).extracting(Share::name).containsExactly("b.test");
    }

    @Test
    void tunnelsAndExchangesWithoutAResponseCountForNothing() {
        HitRatio ratio = of(
                ExchangeRow.builder(1).kind(ExchangeRow.Kind.TUNNEL).status(200).build(),
                ExchangeRow.builder(2).build());

        assertThat(ratio.all().requests()).isZero();
        assertThat(ratio.all().ofRequests()).isZero();
        assertThat(ratio.all().ofBytes()).isZero();
    }

    @Test
    void hostsBeyondTheListAreCountedAndNotForgotten() {
        ExchangeRow[] rows = new ExchangeRow[HitRatio.MOST + 3];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(i + 1, "h" + i + ".test", "CSS", 1, HIT);
        }

        HitRatio ratio = of(rows);

        assertThat(ratio.hosts()).hasSize(HitRatio.MOST);
        assertThat(ratio.otherHosts()).isEqualTo(3);
        assertThat(ratio.all().requests()).isEqualTo(rows.length);
    }

    @Test
    void aSumThatIsNotWantedGivesUp() {
        assertThat(HitRatio.of(new ExchangeRow[] {row(1, "a.test", "CSS", 1, HIT)}, r -> true, () -> false))
                .isNull();
    }

    @Test
    void theModelSumsOnlyWhileWantedAndOnlyAfterAChange() {
        Queue<Runnable> work = new ArrayDeque<>();
        ExchangeRow[][] rows = {{row(1, "a.test", "CSS", 1, HIT)}};
        HitRatioModel model = new HitRatioModel(
                new Background(work::add, Runnable::run), () -> new HitRatioModel.Rows(rows[0], r -> true), e -> {});

        model.refresh();
        assertThat(work).isEmpty();
        model.setWanted(true);
        model.rowsChanged();
        model.refresh();
        assertThat(work).as("one sum at a time").hasSize(1);
        work.remove().run();
        assertThat(model.ratioProperty().get().all().requests()).isEqualTo(1);

        rows[0] = new ExchangeRow[0];
        model.refresh();
        work.remove().run();
        assertThat(model.ratioProperty().get().all().requests()).isZero();
        model.refresh();
        assertThat(work).as("nothing changed").isEmpty();
        model.rowsChanged();
        model.setWanted(false);
        model.refresh();
        assertThat(work).isEmpty();
    }
}
