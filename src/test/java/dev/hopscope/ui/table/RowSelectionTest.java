package dev.hopscope.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Background;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowSelectionTest {
    private final ExchangeTableModel model = new ExchangeTableModel(new Background(Runnable::run, Runnable::run));
    private final RowSelection selection = new RowSelection(model);

    RowSelectionTest() {
        model.apply(
                Rows.appended(LongStream.rangeClosed(1, 10).mapToObj(Rows::row).toArray(ExchangeRow[]::new)));
    }

    @Test
    void oneRowReplacesAnother() {
        selection.only(3);
        selection.only(5);
        expect(5, 5);
    }

    @Test
    void aRowIsAddedAndTakenAway() {
        selection.only(3);
        selection.toggle(5);
        expect(5, 3, 5);
        selection.toggle(5);
        expect(3, 3);
        selection.toggle(3);
        assertThat(selection.mainProperty().get()).isNull();
    }

    @Test
    void aRangeIsDrawnFromTheAnchorInTheOrderShown() {
        model.sort(new Order(Column.SIZE, true));
        selection.only(8);
        selection.extendTo(6);
        expect(6, 6, 7, 8);
        selection.extendTo(9);
        expect(9, 8, 9);
    }

    @Test
    void allThatIsShownIsSelected() {
        model.show(new RowFilter("items/1", false, false, false, IdSet.NONE));
        selection.all();
        expect(1, 1, 10);
    }

    @Test
    void removedRowsAreNoLongerSelected() {
        selection.only(3);
        selection.toggle(5);
        model.apply(Rows.removed(5));
        expect(3, 3);
        model.apply(Rows.cleared());
        assertThat(selection.idsProperty().get().isEmpty()).isTrue();
        assertThat(selection.mainProperty().get()).isNull();
    }

    @Test
    void aRowThatIsNotShownStaysSelected() {
        selection.only(3);
        model.show(new RowFilter("items/9", false, false, false, IdSet.NONE));
        expect(3, 3);
    }

    private void expect(long main, long... ids) {
        assertThat(selection.mainProperty().get()).isEqualTo(new ExchangeId(main));
        assertThat(selection.idsProperty().get()).isEqualTo(IdSet.of(ids));
    }
}
