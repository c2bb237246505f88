package dev.hopscope.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.cache.PackedMarks;
import dev.hopscope.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTableModelTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final ExchangeTableModel model = new ExchangeTableModel(new Background(work::add, screen::add));
    /** What a listener knows who follows the changes and never looks at the list. */
    private final List<ExchangeRow> mirror = new ArrayList<>();

    ExchangeTableModelTest() {
        model.addListener((ListChangeListener<ExchangeRow>) this::follow);
        model.setFailed(e -> {
            throw new AssertionError(e);
        });
    }

    @Test
    void rowsAreShownAsTheyArrive() {
        model.apply(Rows.appended(Rows.row(1), Rows.row(2)));
        model.apply(Rows.appended(Rows.row(3)));
        assertThat(ids()).containsExactly(1L, 2L, 3L);
        assertThat(model.countsProperty().get().rows()).isEqualTo(3);
    }

    @Test
    void aRowThatComesAfterItsSuccessorIsPutBeforeIt() {
        model.apply(Rows.appended(Rows.row(1), Rows.row(4)));
        model.apply(Rows.appended(Rows.row(2), Rows.row(5)));
        assertThat(ids()).containsExactly(1L, 2L, 4L, 5L);
        assertThat(model.position(4)).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void aRowIsReplacedInItsPlace() {
        model.apply(Rows.appended(Rows.row(1), Rows.row(2), Rows.row(3)));
        model.apply(Rows.replaced(Rows.get(2).status(500).build()));
        assertThat(ids()).containsExactly(1L, 2L, 3L);
        assertThat(model.get(1).status()).isEqualTo(500);
        assertThat(model.countsProperty().get().errors()).isEqualTo(1);
    }

    @Test
    void openedTunnelsAreHiddenUnlessAskedFor() {
        model.apply(Rows.appended(Rows.tunnel(1, true), Rows.tunnel(2, false), Rows.row(3)));
        assertThat(ids()).containsExactly(2L, 3L);
        model.show(new RowFilter("", false, false, true, IdSet.NONE));
        settle();
        assertThat(ids()).containsExactly(1L, 2L, 3L);
        assertThat(model.countsProperty().get()).isEqualTo(new ExchangeTableModel.Counts(3, 0, 2, 1, 0, 0));
    }

    @Test
    void whatIsFoundIsCountedByKindAsRowsComeChangeAndGo() {
        model.apply(Rows.appended(
                Rows.get(1).path("/api/1", false).status(500).build(),
                Rows.get(2).path("/img/2", false).status(404).build()));
        model.show(new RowFilter("/api", false, false, false, IdSet.NONE));
        model.apply(Rows.replaced(Rows.get(1).path("/api/1", false).status(200).build()));
        settle();
        assertThat(found()).isEqualTo(new ExchangeTableModel.Counts(1, 0, 0, 0, 0, 0));
        model.apply(Rows.appended(
                Rows.get(3).path("/api/3", false).status(503).build(),
                Rows.get(4).path("/img/4", false).status(503).build()));
        assertThat(found()).isEqualTo(new ExchangeTableModel.Counts(2, 1, 0, 0, 0, 0));
        model.apply(Rows.replaced(Rows.get(2).path("/api/2", false).status(404).build()));
        assertThat(found()).isEqualTo(new ExchangeTableModel.Counts(3, 2, 0, 0, 0, 0));
        model.addHits("/api", new long[] {3, 4});
        assertThat(found()).isEqualTo(new ExchangeTableModel.Counts(4, 3, 0, 0, 0, 0));
        model.apply(Rows.removed(1, 4));
        assertThat(found()).isEqualTo(new ExchangeTableModel.Counts(2, 2, 0, 0, 0, 0));
        model.apply(Rows.cleared());
        assertThat(found().rows()).isZero();
    }

    private ExchangeTableModel.Counts found() {
        return model.foundProperty().get();
    }

    @Test
    void aTunnelShowsNoRowUntilItIsDecided() {
        ExchangeRow undecided =
                ExchangeRow.builder(1).kind(ExchangeRow.Kind.TUNNEL).build();
        model.apply(Rows.appended(undecided));
        assertThat(ids()).isEmpty();
        model.apply(Rows.replaced(Rows.tunnel(1, false)));
        assertThat(ids()).containsExactly(1L);
    }

    @Test
    void theTextOfTheFilterIsSearchedInWhatARowShows() {
        model.apply(Rows.appended(
                Rows.row(1),
                Rows.get(2).target("https", "Pay.example", 443).build(),
                Rows.get(3).path("/v2/PAYments", false).build(),
                Rows.get(4).client("payd").build()));
        filter("pay");
        assertThat(ids()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void errorsAndTunnelsTogetherShowBoth() {
        model.apply(Rows.appended(
                Rows.row(1), Rows.get(2).status(404).build(), Rows.tunnel(3, true), Rows.tunnel(4, false)));
        model.show(new RowFilter("", true, true, false, IdSet.NONE));
        settle();
        assertThat(ids()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void nothingChangesUntilTheAnswerIsThere() {
        model.apply(Rows.appended(Rows.row(1), Rows.get(2).status(404).build()));
        model.show(new RowFilter("", true, false, false, IdSet.NONE));
        assertThat(ids()).containsExactly(1L, 2L);
        assertThat(model.busyProperty().get()).isTrue();
        settle();
        assertThat(ids()).containsExactly(2L);
    }

    @Test
    void aStaleAnswerIsDropped() {
        model.apply(Rows.appended(Rows.row(1), Rows.get(2).status(404).build()));
        model.show(new RowFilter("", true, false, false, IdSet.NONE));
        drain(work);
        model.show(RowFilter.DEFAULT);
        drain(screen);
        assertThat(ids()).containsExactly(1L, 2L);
        settle();
        assertThat(ids()).containsExactly(1L, 2L);
    }

    @Test
    void rowsThatComeOrChangeDuringTheSearchAreInItsAnswer() {
        model.apply(Rows.appended(
                Rows.row(1),
                Rows.get(2).status(404).build(),
                Rows.get(3).status(404).build()));
        model.show(new RowFilter("", true, false, false, IdSet.NONE));
        drain(work);
        model.apply(Rows.appended(Rows.get(4).status(500).build(), Rows.row(5)));
        model.apply(Rows.replaced(Rows.get(1).status(400).build(), Rows.row(2)));
        drain(screen);
        assertThat(ids()).containsExactly(1L, 3L, 4L);
        assertThat(mirror).isEqualTo(List.copyOf(model));
    }

    @Test
    void newRowsAreMergedIntoASortedView() {
        model.apply(Rows.appended(size(1, 300), size(2, 100), size(3, 200)));
        sort(Column.SIZE, true);
        assertThat(ids()).containsExactly(1L, 3L, 2L);
        model.apply(Rows.appended(size(4, 250), size(5, 100), size(6, 999)));
        assertThat(ids()).containsExactly(6L, 1L, 4L, 3L, 5L, 2L);
        assertThat(work).isEmpty();
    }

    @Test
    void aRowWhoseKeyChangedMovesWhereItBelongs() {
        model.apply(Rows.appended(size(1, 300), size(2, 100), size(3, 200)));
        sort(Column.SIZE, false);
        model.apply(Rows.replaced(size(2, 250)));
        assertThat(ids()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void rowsThatCameFromACacheAreCountedFilteredAndSorted() {
        model.apply(
                Rows.appended(marked(1), marked(2, "CF-Cache-Status", "MISS"), marked(3, "CF-Cache-Status", "HIT")));
        assertThat(model.countsProperty().get().cached()).isEqualTo(1);
        sort(Column.CACHE, false);
        assertThat(ids()).containsExactly(3L, 2L, 1L);
        model.show(new RowFilter("", false, false, true, false, false, IdSet.NONE));
        settle();
        assertThat(ids()).containsExactly(3L);
        model.show(new RowFilter("miss", false, false, false, IdSet.NONE));
        settle();
        assertThat(ids()).containsExactly(2L);
    }

    private static ExchangeRow marked(long id, String... fields) {
        ResponseHead response = new ResponseHead(HttpVersion.HTTP_1_1, 200, "OK", Headers.of(fields));
        return ExchangeRow.builder(id)
                .status(200)
                .cacheMarks(PackedMarks.bits(null, response))
                .build();
    }

    @Test
    void removedRowsAreGone() {
        model.apply(Rows.appended(Rows.row(1), Rows.row(2), Rows.tunnel(3, true), Rows.row(4)));
        model.apply(Rows.removed(2, 3, 77));
        assertThat(ids()).containsExactly(1L, 4L);
        assertThat(model.countsProperty().get()).isEqualTo(new ExchangeTableModel.Counts(2, 0, 0, 0, 0, 0));
        assertThat(model.row(new ExchangeId(2))).isNull();
        model.apply(Rows.appended(Rows.row(5)));
        assertThat(ids()).containsExactly(1L, 4L, 5L);
    }

    @Test
    void clearedRowsAreGoneAndNewOnesBegin() {
        model.apply(Rows.appended(Rows.row(1), Rows.row(2)));
        model.apply(Rows.cleared());
        assertThat(model).isEmpty();
        model.apply(Rows.appended(Rows.row(3)));
        assertThat(ids()).containsExactly(3L);
    }

    @Test
    void whoListensToTheCountsMayLookAtTheRows() {
        List<Integer> sizes = new ArrayList<>();
        model.countsProperty().subscribe(counts -> sizes.add(List.copyOf(model).size()));
        model.apply(Rows.appended(Rows.row(1), Rows.row(2)));
        model.apply(Rows.removed(1));
        model.apply(Rows.cleared());
        assertThat(sizes).endsWith(1, 0);
    }

    @Test
    void anAnswerAboutRowsThatWereClearedSinceIsAskedAgain() {
        model.apply(Rows.appended(Rows.row(1), Rows.row(2)));
        sort(Column.SIZE, true);
        model.show(new RowFilter("items", false, false, false, IdSet.NONE));
        drain(work);
        model.apply(Rows.cleared());
        model.apply(Rows.appended(Rows.row(3)));
        settle();
        assertThat(ids()).containsExactly(3L);
    }

    @Test
    void whatIsFoundInHeadsJoinsTheRowsShown() {
        model.apply(Rows.appended(Rows.row(1), Rows.get(2).client("needle").build(), Rows.row(3), Rows.row(4)));
        filter("needle");
        assertThat(ids()).containsExactly(2L);
        model.addHits("needle", new long[] {1, 2});
        model.addHits("needle", new long[] {4});
        assertThat(ids()).containsExactly(1L, 2L, 4L);
        model.addHits("other", new long[] {3});
        assertThat(ids()).containsExactly(1L, 2L, 4L);
    }

    @Test
    void whatIsFoundInHeadsWhileRowsAreFilteredIsNotLost() {
        model.apply(Rows.appended(Rows.row(1), Rows.get(2).client("needle").build(), Rows.row(3)));
        model.show(new RowFilter("needle", false, false, false, IdSet.NONE));
        model.addHits("needle", new long[] {3});
        settle();
        assertThat(ids()).containsExactly(2L, 3L);
    }

    /** Random batches against a model that sorts everything anew each time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensTheViewIsTheFilteredAndSortedLog(long seed) {
        Random random = new Random(seed);
        TreeMap<Long, ExchangeRow> log = new TreeMap<>();
        RowFilter filter = RowFilter.DEFAULT;
        Order order = Order.ARRIVAL;
        long next = 1;
        for (int step = 0; step < 400; step++) {
            int dice = random.nextInt(100);
            if (dice < 60) {
                List<ExchangeRow> appended = new ArrayList<>();
                for (int i = random.nextInt(40); i > 0; i--) {
                    long id = random.nextInt(30) == 0 && !log.containsKey(next + 1) ? next + 1 : next;
                    if (!log.containsKey(id)) {
                        appended.add(random(random, id));
                        log.put(id, appended.getLast());
                    }
                    while (log.containsKey(next)) {
                        next++;
                    }
                }
                List<ExchangeRow> replaced = new ArrayList<>();
                for (Long id : List.copyOf(log.keySet())) {
                    if (random.nextInt(20) == 0 && appended.stream().noneMatch(r -> r.id() == id)) {
                        replaced.add(random(random, id));
                        log.put(id, replaced.getLast());
                    }
                }
                model.apply(new ExchangeLog.Changes(false, appended, replaced, List.of(), false));
            } else if (dice < 64) {
                List<ExchangeId> gone = log.keySet().stream()
                        .filter(id -> random.nextInt(10) == 0)
                        .map(ExchangeId::new)
                        .toList();
                gone.forEach(id -> log.remove(id.value()));
                model.apply(new ExchangeLog.Changes(false, List.of(), List.of(), gone, false));
            } else if (dice < 65) {
                log.clear();
                model.apply(Rows.cleared());
            } else if (dice < 72) {
                filter = new RowFilter(
                        random.nextBoolean() ? "" : "a",
                        random.nextInt(4) == 0,
                        random.nextInt(4) == 0,
                        random.nextBoolean(),
                        IdSet.NONE);
                model.show(filter);
            } else if (dice < 80) {
                order = new Order(Column.values()[random.nextInt(Column.values().length)], random.nextBoolean());
                model.sort(order);
            } else if (dice < 90) {
                drain(work);
            } else {
                drain(screen);
            }
            assertThat(mirror).as("seed %d step %d", seed, step).isEqualTo(List.copyOf(model));
            if (!model.busyProperty().get()) {
                check(log, filter, order);
            }
        }
        settle();
        check(log, filter, order);
    }

    private void check(TreeMap<Long, ExchangeRow> log, RowFilter filter, Order order) {
        assertThat(List.copyOf(model))
                .isEqualTo(log.values().stream().filter(filter).sorted(order).toList());
        for (int i = 0; i < model.size(); i++) {
            assertThat(model.position(model.get(i).id())).isEqualTo(OptionalInt.of(i));
        }
        assertThat(model.countsProperty().get().errors()).isEqualTo((int)
                log.values().stream().filter(RowFilter::isError).count());
    }

    private static ExchangeRow random(Random random, long id) {
        if (random.nextInt(6) == 0) {
            return Rows.tunnel(id, random.nextBoolean());
        }
        return Rows.get(id)
                .status(List.of(0, 200, 304, 404, 500).get(random.nextInt(5)))
                .path("/" + (char) ('a' + random.nextInt(4)), false)
                .bytes(0, random.nextInt(5))
                .duration(random.nextInt(5))
                .client(random.nextBoolean() ? "curl" : "java")
                .build();
    }

    private static ExchangeRow size(long id, long octets) {
        return Rows.get(id).bytes(0, octets).build();
    }

    private void filter(String text) {
        model.show(new RowFilter(text, false, false, false, IdSet.NONE));
        settle();
    }

    private void sort(Column column, boolean descending) {
        model.sort(new Order(column, descending));
        settle();
    }

    private List<Long> ids() {
        assertThat(mirror).isEqualTo(List.copyOf(model));
        return model.stream().map(ExchangeRow::id).toList();
    }

    private void settle() {
        while (!work.isEmpty() || !screen.isEmpty()) {
            drain(work);
            drain(screen);
        }
    }

    private static void drain(Queue<Runnable> queue) {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }

    private void follow(ListChangeListener.Change<? extends ExchangeRow> change) {
        while (change.next()) {
            if (change.wasUpdated()) {
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    mirror.set(i, null);
                }
            } else {
                assertThat(change.wasPermutated()).isFalse();
                mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                        .clear();
                mirror.addAll(change.getFrom(), java.util.Collections.nCopies(change.getAddedSize(), null));
            }
        }
        // what was added or updated is looked up at the end, as a table does
        for (int i = 0; i < mirror.size(); i++) {
            if (mirror.get(i) == null) {
                mirror.set(i, model.get(i));
            }
        }
    }
}
