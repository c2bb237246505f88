package dev.hopscope.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetailModelTest {
    private final SampleExchanges samples = new SampleExchanges();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final DetailModel model = new DetailModel(new Background(work::add, Runnable::run));

    @BeforeEach
    void use() {
        model.use(samples.log(), samples.bodies());
    }

    @Test
    void nothingIsShownAtFirst() {
        assertThat(model.stateProperty().get()).isEqualTo(new DetailModel.Nothing());
    }

    @Test
    void theSelectedExchangeIsFetchedInTheBackground() {
        Exchange cart = samples.cart();
        model.show(cart.id());
        assertThat(model.stateProperty().get()).isInstanceOf(DetailModel.Nothing.class);

        runAll();
        assertThat(shown().exchange()).isEqualTo(cart);
    }

    @Test
    void aLateReportOfAnotherRowIsDropped() {
        Exchange cart = samples.cart();
        Exchange tunnel = samples.tunnel();
        model.show(cart.id());
        Runnable late = work.remove();
        model.show(tunnel.id());
        runAll();
        late.run();

        assertThat(shown().exchange()).isEqualTo(tunnel);
    }

    @Test
    void theLastReportStaysUntilTheNextIsThere() {
        Exchange cart = samples.cart();
        model.show(cart.id());
        runAll();
        model.show(samples.tunnel().id());

        assertThat(shown().exchange()).isEqualTo(cart);
    }

    @Test
    void anExchangeUnderWayIsFetchedAgainUntilItEnds() {
        model.show(samples.waiting().id());
        runAll();
        samples.answered();
        model.refresh();
        runAll();
        assertThat(shown().exchange().outcome().terminal()).isTrue();

        model.refresh();
        assertThat(work).isEmpty();
    }

    @Test
    void refreshingKeepsTheReportWhereNothingChanged() {
        model.show(samples.waiting().id());
        runAll();
        ExchangeReport before = shown();
        model.refresh();
        runAll();

        assertThat(shown()).isSameAs(before);
    }

    @Test
    void aRowThatWasRemovedIsSaidToBeGone() {
        model.show(new ExchangeId(404));
        runAll();

        assertThat(model.stateProperty().get()).isEqualTo(new DetailModel.Gone(new ExchangeId(404)));
    }

    @Test
    void severalRowsShowTheirSumsAndNoBody() {
        model.show(samples.cart().id());
        runAll();
        model.showSeveral(3, 10, 20);

        assertThat(model.stateProperty().get()).isEqualTo(new DetailModel.Several(3, 10, 20));
        assertThat(model.body(Direction.RESPONSE).stateProperty().get()).isInstanceOf(BodyModel.None.class);
    }

    @Test
    void aLateReportDoesNotReturnAfterTheSelectionIsEmpty() {
        model.show(samples.cart().id());
        model.showNothing();
        runAll();

        assertThat(model.stateProperty().get()).isInstanceOf(DetailModel.Nothing.class);
    }

    private ExchangeReport shown() {
        return ((DetailModel.Shown) model.stateProperty().get()).report();
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
