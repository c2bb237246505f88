package dev.hopscope.ui.detail;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.inspect.warning.BodyLook;
import dev.hopscope.inspect.warning.ExchangeChecks;
import dev.hopscope.inspect.warning.Warning;
import dev.hopscope.ui.cache.AcrossModel;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One selected id, one report: fetched and worked out in the background, a late one dropped, fetched again while the exchange is under way. Screen thread. Does
 * not know the selection of more than one row but by its sums.
 */
public final class DetailModel {
    /** What the pane shows. */
    public sealed interface State {}

    /** No row is selected. */
    public record Nothing() implements State {}

    /**
     * Several rows are selected.
     *
     * @param requestBytes content octets sent, summed
     */
    public record Several(int count, long requestBytes, long responseBytes) implements State {}

    public record Shown(ExchangeReport report) implements State {}

    /** The row was removed meanwhile. */
    public record Gone(ExchangeId id) implements State {}

    /** The session file could not be read; {@code cause} says why. */
    public record Unreadable(ExchangeId id, String cause) implements State {}

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new Nothing());
    private final ReadOnlyObjectWrapper<List<Warning>> warnings =
            new ReadOnlyObjectWrapper<>(this, "warnings", List.of());
    private final Lane lane;
    private final Lane looks;
    private final BodyModel requestBody;
    private final BodyModel responseBody;
    private final AcrossModel across;
    private @Nullable ExchangeLog log;
    private @Nullable Bodies bodies;
    private @Nullable ExchangeId selected;

    public DetailModel(Background background) {
        lane = background.lane();
        looks = background.lane();
        requestBody = new BodyModel(background);
        responseBody = new BodyModel(background);
        across = new AcrossModel(background);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What of the exchange shown deserves a look: at once what its heads give away, then what its body does, a bounded part of which is read for that. */
    public ReadOnlyObjectProperty<List<Warning>> warningsProperty() {
        return warnings.getReadOnlyProperty();
    }

    public BodyModel body(Direction direction) {
        return switch (direction) {
            case REQUEST -> requestBody;
            case RESPONSE -> responseBody;
        };
    }

    /** What the rows of the URL of the exchange shown tell about caches. */
    public AcrossModel across() {
        return across;
    }

    /** Reads from another session from now on, and shows nothing. */
    public void use(ExchangeLog newLog, Bodies newBodies) {
        log = newLog;
        across.use(newLog, newBodies);
        bodies = newBodies;
        showNothing();
    }

    public void showNothing() {
        leave(new Nothing());
    }

    public void showSeveral(int count, long requestBytes, long responseBytes) {
        leave(new Several(count, requestBytes, responseBytes));
    }

    /** What is shown stays until the new report is there. */
    public void show(ExchangeId id) {
        selected = id;
        fetch(id);
    }

    /** Fetches the selected exchange again unless it has ended: call it now and then while one is shown. */
    public void refresh() {
        ExchangeId id = selected;
        if (id != null
                && !lane.busyProperty().get()
                && !(state.get() instanceof Shown shown
                        && shown.report().exchange().outcome().terminal())) {
            fetch(id);
        }
    }

    private void leave(State next) {
        selected = null;
        lane.cancel();
        looks.cancel();
        warnings.set(List.of());
        across.show(null);
        state.set(next);
        requestBody.show(BodyModel.Subject.NONE);
        responseBody.show(BodyModel.Subject.NONE);
    }

    private void fetch(ExchangeId id) {
        ExchangeLog from = log;
        if (from == null) {
            return;
        }
        lane.ask(
                progress -> report(from, id),
                found -> arrived(id, found),
                failure -> state.set(new Unreadable(id, String.valueOf(failure.getMessage()))));
    }

    private static Optional<ExchangeReport> report(ExchangeLog from, ExchangeId id) throws IOException {
        Exchange found = from.find(id).orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        ExchangeId through = found.parent();
        return Optional.of(ExchangeReport.of(
                found, through == null ? null : from.find(through).orElse(null)));
    }

    private void arrived(ExchangeId id, Optional<ExchangeReport> found) {
        Bodies from = bodies;
        if (found.isEmpty() || from == null) {
            leave(new Gone(id));
            return;
        }
        ExchangeReport report = found.get();
        if (state.get() instanceof Shown shown && shown.report().exchange().equals(report.exchange())) {
            return;
        }
        requestBody.show(subject(report.exchange(), Direction.REQUEST, from));
        responseBody.show(subject(report.exchange(), Direction.RESPONSE, from));
        state.set(new Shown(report));
        across.show(report.exchange() instanceof HttpExchange x ? x : null);
        look(report.exchange(), from);
    }

    private void look(Exchange exchange, Bodies from) {
        if (!(exchange instanceof HttpExchange x)) {
            looks.cancel();
            warnings.set(List.of());
            return;
        }
        looks.ask(
                progress -> {
                    List<Warning> ofHeads = ExchangeChecks.of(x, null, null);
                    progress.part(() -> warnings.set(ofHeads));
                    BodyLook response = look(x.responseBody(), x.heads().responseReceived(), from);
                    BodyLook request = look(x.requestBody(), x.heads().requestReceived(), from);
                    return response == null && request == null ? ofHeads : ExchangeChecks.of(x, response, request);
                },
                warnings::set,
                failure -> {}); // the body's own pane says that it cannot be read; what the heads give away stays
    }

    private static @Nullable BodyLook look(@Nullable BodyRef body, @Nullable Head head, Bodies from)
            throws IOException {
        return body == null || head == null ? null : BodyLook.read(ByteSource.of(from, body), body, head.headers());
    }

    private static BodyModel.Subject subject(Exchange exchange, Direction direction, Bodies bodies) {
        return switch (exchange) {
            case HttpExchange x -> BodyModel.Subject.of(x, direction, bodies);
            case TunnelExchange x -> BodyModel.Subject.NONE;
            case FailedHandshake x -> BodyModel.Subject.NONE;
        };
    }
}
