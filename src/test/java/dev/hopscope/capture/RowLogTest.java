package dev.hopscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowLogTest {
    private final RowLog log = new RowLog(id -> Optional.empty());

    @Test
    void aRowThatChangedTwiceBeforeADrainIsGivenOnceInItsNewestState() {
        ExchangeLog.Cursor cursor = log.newCursor();
        log.put(List.of(row(1, 100)));
        log.put(List.of(row(1, 200)));

        ExchangeLog.Changes changes = log.drain(cursor, 10);

        assertThat(changes.appended()).extracting(ExchangeRow::status).containsExactly(200);
        assertThat(changes.replaced()).isEmpty();
        assertThat(log.drain(cursor, 10).isEmpty()).isTrue();
    }

    @Test
    void aRowChangedAfterADrainIsReplacedForThisReaderAndNewForAnother() {
        ExchangeLog.Cursor early = log.newCursor();
        log.put(List.of(row(1, 100)));
        log.drain(early, 10);
        log.put(List.of(row(1, 200)));

        assertThat(log.drain(early, 10).replaced()).hasSize(1);
        assertThat(log.drain(log.newCursor(), 10).appended()).hasSize(1);
    }

    @Test
    void aDrainGivesNoMoreThanAskedForAndSaysThatThereIsMore() {
        log.put(List.of(row(1, 0), row(2, 0), row(3, 0)));
        ExchangeLog.Cursor cursor = log.newCursor();

        ExchangeLog.Changes first = log.drain(cursor, 2);
        ExchangeLog.Changes second = log.drain(cursor, 2);

        assertThat(first.appended()).extracting(ExchangeRow::id).containsExactly(1L, 2L);
        assertThat(first.more()).isTrue();
        assertThat(second.appended()).extracting(ExchangeRow::id).containsExactly(3L);
        assertThat(second.more()).isFalse();
    }

    @Test
    void aRowThatComesLateIsGivenThoughHigherOnesWereBefore() {
        ExchangeLog.Cursor cursor = log.newCursor();
        log.put(List.of(row(5, 0)));
        log.drain(cursor, 10);
        log.put(List.of(row(3, 0)));

        assertThat(log.drain(cursor, 10).appended()).extracting(ExchangeRow::id).containsExactly(3L);
    }

    @Test
    void rowsLoadedFromTheFileDoNotReplaceNewerOnes() {
        log.put(List.of(row(1, 200)));
        log.load(List.of(row(1, 100)));

        assertThat(log.drain(log.newCursor(), 10).appended())
                .extracting(ExchangeRow::status)
                .containsExactly(200);
    }

    @Test
    void theHighestIdIsNoEdge() {
        log.put(List.of(row(Long.MAX_VALUE, 0)));
        ExchangeLog.Cursor cursor = log.newCursor();

        assertThat(log.drain(cursor, 10).appended()).hasSize(1);
        assertThat(log.drain(cursor, 10).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensAReaderThatAppliesItsChangesHasWhatTheLogHas(long seed) {
        Random random = new Random(seed);
        Map<Long, ExchangeRow> truth = new TreeMap<>();
        List<Reader> readers = new ArrayList<>(List.of(new Reader(), new Reader()));
        int ids = seed % 2 == 0 ? 50 : 20_000;
        for (int step = 0; step < 600; step++) {
            switch (random.nextInt(20)) {
                case 0 -> {
                    truth.clear();
                    log.clear();
                }
                case 1 -> remove(random, ids, truth);
                case 2 -> readers.add(new Reader());
                case 3, 4, 5, 6, 7, 8, 9, 10 -> put(random, ids, truth);
                default -> readers.get(random.nextInt(readers.size())).drain(1 + random.nextInt(100));
            }
        }
        for (Reader reader : readers) {
            while (reader.drain(500)) {}
            assertThat(reader.rows).isEqualTo(truth);
        }
        assertThat(log.size()).isEqualTo(truth.size());
    }

    private void put(Random random, int ids, Map<Long, ExchangeRow> truth) {
        List<ExchangeRow> rows = new ArrayList<>();
        for (int i = random.nextInt(200); i > 0; i--) {
            ExchangeRow row = row(1 + random.nextInt(ids), random.nextInt(1000));
            truth.put(row.id(), row);
            rows.add(row);
        }
        log.put(rows);
    }

    private void remove(Random random, int ids, Map<Long, ExchangeRow> truth) {
        Set<Long> gone = new HashSet<>();
        for (int i = random.nextInt(50); i > 0; i--) {
            gone.add(1L + random.nextInt(ids));
        }
        truth.keySet().removeAll(gone);
        log.remove(gone);
    }

    private static ExchangeRow row(long id, int status) {
        return ExchangeRow.builder(id).status(status).build();
    }

    /** Applies changes as a table would, and believes what it is told. */
    private final class Reader {
        private final ExchangeLog.Cursor cursor = log.newCursor();
        private final Map<Long, ExchangeRow> rows = new HashMap<>();

        boolean drain(int max) {
            ExchangeLog.Changes changes = log.drain(cursor, max);
            if (changes.cleared()) {
                rows.clear();
            }
            changes.removed()
                    .forEach(id -> assertThat(rows.remove(id.value()))
                            .as("a removed row is known")
                            .isNotNull());
            assertThat(changes.appended().size() + changes.replaced().size()).isLessThanOrEqualTo(max);
            apply(changes.appended(), false);
            apply(changes.replaced(), true);
            return changes.more();
        }

        private void apply(Collection<ExchangeRow> changed, boolean known) {
            for (ExchangeRow row : changed) {
                assertThat(rows.containsKey(row.id())).isEqualTo(known);
                rows.put(row.id(), row);
            }
        }
    }
}
