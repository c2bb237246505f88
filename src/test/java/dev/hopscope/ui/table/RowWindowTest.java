package dev.hopscope.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.ui.kit.Background;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowWindowTest {
    private final ExchangeTableModel model = new ExchangeTableModel(new Background(Runnable::run, Runnable::run));
    private OptionalLong held = OptionalLong.empty();
    private final RowWindow window = new RowWindow(model, () -> held);
    private final List<ExchangeRow> mirror = new ArrayList<>();

    RowWindowTest() {
        window.addListener((ListChangeListener<ExchangeRow>) this::mirror);
        window.setInPlace(() -> {
            for (int i = 0; i < mirror.size(); i++) {
                mirror.set(i, window.get(i));
            }
        });
        window.setCapacity(5);
    }

    @Test
    void theNewestRowsAreInSight() {
        append(1, 3);
        assertThat(ids()).containsExactly(1L, 2L, 3L);
        append(4, 20);
        assertThat(ids()).containsExactly(16L, 17L, 18L, 19L, 20L);
        assertThat(window.unseenProperty().get()).isZero();
    }

    @Test
    void whoScrollsUpStaysThereAndIsToldOfNewRows() {
        append(1, 20);
        window.scrollTo(4);
        append(21, 30);
        assertThat(ids()).containsExactly(5L, 6L, 7L, 8L, 9L);
        assertThat(window.followingProperty().get()).isFalse();
        assertThat(window.unseenProperty().get()).isEqualTo(10);
    }

    @Test
    void ofTheNewRowsThoseCountThatTheFilterShows() {
        append(1, 60);
        window.scrollTo(4);
        append(61, 62);
        filter("items/6");
        assertThat(window.unseenProperty().get()).isZero();
        append(63, 69);
        filter("items/62");
        assertThat(window.unseenProperty().get()).isZero();
        filter("nowhere");
        assertThat(ids()).isEmpty();
        assertThat(window.unseenProperty().get()).isZero();
        filter("");
        assertThat(window.unseenProperty().get()).isEqualTo(9);
    }

    @Test
    void anotherFilterMakesNoOldRowNew() {
        append(1, 60);
        window.scrollTo(4);
        filter("items/7");
        filter("");
        assertThat(window.unseenProperty().get()).isZero();
        append(61, 61);
        filter("nowhere");
        filter("");
        assertThat(window.unseenProperty().get()).isEqualTo(1);
    }

    @Test
    void anotherOrderMakesNoOldRowNew() {
        append(1, 60);
        window.scrollTo(20);
        append(61, 62);
        model.sort(new Order(Column.SIZE, true));
        assertThat(window.unseenProperty().get()).isZero();
        window.scrollTo(20);
        model.sort(new Order(Column.NUMBER, true));
        window.scrollTo(20);
        assertThat(window.unseenProperty().get()).isEqualTo(2);
        window.scrollTo(1);
        assertThat(window.unseenProperty().get()).isEqualTo(1);
    }

    @Test
    void rowsInSightAndRowsRemovedAreNotNewBelow() {
        append(1, 20);
        window.scrollTo(4);
        append(21, 24);
        window.scrollTo(17);
        assertThat(ids()).endsWith(22L);
        assertThat(window.unseenProperty().get()).isEqualTo(2);
        model.apply(Rows.removed(24));
        assertThat(window.unseenProperty().get()).isEqualTo(1);
    }

    @Test
    void afterAllRowsWereClearedEveryRowIsNew() {
        append(1, 20);
        window.scrollTo(4);
        filter("nowhere");
        model.apply(Rows.cleared());
        filter("");
        append(1, 8);
        assertThat(window.unseenProperty().get()).isEqualTo(3);
    }

    private void filter(String text) {
        model.show(new RowFilter(text, false, false, false, IdSet.NONE));
    }

    @Test
    void whoScrollsToTheEndFollowsAgain() {
        append(1, 20);
        window.scrollTo(4);
        window.scrollTo(900);
        append(21, 22);
        assertThat(ids()).endsWith(22L);
        assertThat(window.followingProperty().get()).isTrue();
    }

    @Test
    void rowsInSightStayWhenOthersComeAboveThem() {
        append(1, 20);
        model.sort(new Order(Column.SIZE, true));
        window.scrollTo(10);
        List<Long> before = ids();
        append(21, 30);
        assertThat(ids()).isEqualTo(before);
        assertThat(window.topProperty().get()).isEqualTo(20);
    }

    @Test
    void theHeldRowKeepsItsPlaceInAnotherOrder() {
        append(1, 40);
        window.scrollTo(20);
        held = OptionalLong.of(23);
        model.sort(new Order(Column.SIZE, true));
        assertThat(ids().get(2)).isEqualTo(23);
    }

    @Test
    void anotherOrderBeginsAtItsTop() {
        append(1, 40);
        model.sort(new Order(Column.SIZE, true));
        assertThat(ids()).startsWith(40L, 39L);
    }

    @Test
    void newestFirstFollowsAtTheTop() {
        append(1, 40);
        model.sort(new Order(Column.NUMBER, true));
        append(41, 42);
        assertThat(ids()).startsWith(42L, 41L);
        window.scrollTo(3);
        List<Long> before = ids();
        append(43, 44);
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void aRowIsBroughtIntoSightByTheShortestWay() {
        append(1, 40);
        window.reveal(10);
        assertThat(ids()).containsExactly(10L, 11L, 12L, 13L, 14L);
        window.reveal(12);
        assertThat(ids()).startsWith(10L);
        window.reveal(16);
        assertThat(ids()).endsWith(16L);
    }

    @Test
    void aReplacedRowInSightIsTheNewOne() {
        append(1, 3);
        model.apply(Rows.replaced(Rows.get(2).status(500).build()));
        assertThat(window.get(1).status()).isEqualTo(500);
        assertThat(mirror).isEqualTo(List.copyOf(window));
    }

    @Test
    void fewerRowsThanBeforeLeaveNoneBehind() {
        append(1, 20);
        model.show(new RowFilter("items/7", false, false, false, IdSet.NONE));
        assertThat(ids()).containsExactly(7L);
        model.apply(Rows.cleared());
        assertThat(ids()).isEmpty();
    }

    @Test
    void moreRoomShowsMoreRows() {
        append(1, 20);
        window.setCapacity(7);
        assertThat(ids()).startsWith(14L).hasSize(7);
    }

    private void append(long from, long to) {
        model.apply(Rows.appended(
                LongStream.rangeClosed(from, to).mapToObj(Rows::row).toArray(ExchangeRow[]::new)));
    }

    private List<Long> ids() {
        assertThat(mirror).isEqualTo(List.copyOf(window));
        return window.stream().map(ExchangeRow::id).toList();
    }

    private void mirror(ListChangeListener.Change<? extends ExchangeRow> change) {
        while (change.next()) {
            mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                    .clear();
            mirror.addAll(change.getFrom(), Collections.nCopies(change.getAddedSize(), null));
        }
    }
}
