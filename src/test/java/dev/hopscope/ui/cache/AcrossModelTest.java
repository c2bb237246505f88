package dev.hopscope.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RowLog;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.inspect.reuse.EarlierRow.Answer;
import dev.hopscope.inspect.reuse.Rows;
import dev.hopscope.ui.kit.Background;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcrossModelTest {
    private final Rows rows = new Rows();
    private final List<ExchangeId> asked = new ArrayList<>();
    private final RowLog log = new RowLog(this::find);
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final AcrossModel model = new AcrossModel(new Background(work::add, Runnable::run));

    private Optional<dev.hopscope.exchange.Exchange> find(ExchangeId id) {
        asked.add(id);
        return id.value() <= rows.all().size() ? Optional.of(rows.all().get((int) id.value() - 1)) : Optional.empty();
    }

    private void use() {
        log.put(rows.all().stream().map(ExchangeRow::of).toList());
        model.use(log, ref -> {
            throw new IOException("no bodies");
        });
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private AcrossReport report() {
        return model.reportProperty().get();
    }

    private HttpExchange last() {
        return rows.all().getLast();
    }

    private void twoFreshRows() {
        rows.at(0).gets("", "Cache-Control", "max-age=60");
        rows.at(20).gets("", "Cache-Control", "max-age=60");
        use();
    }

    @Test
    void nothingIsLookedUpWhileNobodyLooks() {
        twoFreshRows();
        model.show(last());
        assertThat(work).isEmpty();

        model.setWanted(true);
        runAll();
        assertThat(report().title()).isEqualTo("1 of 1 earlier row with this URL could have answered");
        assertThat(report().rows())
                .containsExactly(new AcrossReport.Row(
                        new ExchangeId(1),
                        "20 s earlier",
                        Answer.COULD,
                        List.of("Fresh for another 40 s at that time.")));
    }

    @Test
    void ofManyRowsABoundedNumberIsReadAndTheBoundIsSaid() {
        for (int i = 0; i < 1200; i++) {
            rows.at(i).gets("", "Cache-Control", "no-store");
        }
        use();
        model.setWanted(true);
        model.show(rows.all().get(999));
        runAll();

        assertThat(asked).hasSize(AcrossModel.BEFORE + AcrossModel.AFTER);
        assertThat(report().rows()).hasSize(12);
        assertThat(report().bounds())
                .isEqualTo("388 rows are not listed. Looked at: 400 rows before and 100 after this one; 699 more have"
                        + " this URL.");
    }

    @Test
    void aLateAnswerOfAnotherRowIsDropped() {
        twoFreshRows();
        model.setWanted(true);
        model.show(last());
        Runnable late = work.remove();
        model.show(null);
        late.run();

        assertThat(asked).isEmpty();
        assertThat(report()).isSameAs(AcrossReport.NONE);
    }

    @Test
    void bodiesThatCannotBeReadAreSaidNotToBeCompared() {
        rows.at(0).gets("a", "ETag", "\"1\"");
        rows.at(20).gets("a", "ETag", "\"2\"");
        use();
        model.setWanted(true);
        model.show(last());
        runAll();

        assertThat(report().contradictions()).isEmpty();
        assertThat(report().bounds()).startsWith("The bodies of 2 rows were not compared");
    }

    @Test
    void theFirstRowOfAUrlSaysSo() {
        rows.at(0).gets("");
        use();
        model.setWanted(true);
        model.show(last());
        runAll();

        assertThat(report().title()).isEqualTo("No earlier row with this URL");
        assertThat(report().sum()).isEmpty();
    }
}
