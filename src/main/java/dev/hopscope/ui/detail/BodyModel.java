package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodySample;
import dev.hopscope.inspect.body.BodyView;
import dev.hopscope.inspect.body.BodyViews;
import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One body on its way to the screen: its first part read, decoded and rendered in the background, more on demand, a late result dropped. Reads nothing until
 * somebody looks. Screen thread. Does not draw.
 */
public final class BodyModel {
    /**
     * The body of one message as far as it is known.
     *
     * @param ref null where there is none, or not yet
     * @param headers of the message the body came with
     * @param passed octets so far
     * @param pending whether it may still come
     * @param query of the request's target, without the question mark; empty for none, and for responses
     * @param name the last part of the path: what a file of it could be called
     */
    public record Subject(
            @Nullable BodyRef ref,
            @Nullable Bodies bodies,
            Headers headers,
            long passed,
            boolean pending,
            String query,
            String name) {
        static final Subject NONE = new Subject(null, null, Headers.EMPTY, 0, false, "", "");

        static Subject of(HttpExchange x, Direction direction, Bodies bodies) {
            boolean pending = !x.outcome().terminal();
            return switch (direction) {
                case REQUEST -> {
                    RequestHead head = x.heads().requestReceived();
                    yield new Subject(
                            x.requestBody(),
                            bodies,
                            head == null ? Headers.EMPTY : head.headers(),
                            x.requestBytes(),
                            pending,
                            query(x),
                            "request-" + name(x));
                }
                case RESPONSE -> {
                    // the one returned: a 304 received describes no content
                    ResponseHead head = x.heads().response();
                    yield new Subject(
                            x.responseBody(),
                            bodies,
                            head == null ? Headers.EMPTY : head.headers(),
                            x.responseBytes(),
                            pending,
                            "",
                            name(x));
                }
            };
        }

        private static String query(HttpExchange x) {
            RequestHead head = x.heads().requestReceived();
            int at = head == null ? -1 : head.target().indexOf('?');
            return at < 0 || head == null ? "" : head.target().substring(at + 1);
        }

        private static String name(HttpExchange x) {
            RequestHead head = x.heads().requestReceived();
            String target = head == null ? "" : head.target();
            int query = target.indexOf('?');
            String path = query < 0 ? target : target.substring(0, query);
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** What there is to draw. */
    public sealed interface State {}

    /** There is no body. */
    public record None() implements State {}

    /** There is one that nobody has looked at. */
    public record Unread() implements State {}

    /** Its end has not come yet. */
    public record Coming(long passed) implements State {}

    /**
     * @param views those that suit, best first
     * @param view the one rendered
     */
    public record Ready(BodySample sample, List<BodyView> views, BodyView view, BodyRendering rendering)
            implements State {}

    /** It could not be read; {@code cause} says why. */
    public record Unreadable(String cause) implements State {}

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new None());
    private final Lane lane;
    private Subject subject = Subject.NONE;
    private boolean watched;
    private boolean stale;
    /** The view the user chose for this body; null for the best. */
    private @Nullable BodyView chosen;

    BodyModel(Background background) {
        lane = background.lane();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return lane.busyProperty();
    }

    /** Whether somebody looks: only then is a body read. */
    public void setWatched(boolean now) {
        watched = now;
        if (watched && stale) {
            load(0);
        }
    }

    /** Saves the body shown; null where there is none. */
    @Nullable
    BodySaver saver() {
        ByteSource recorded = recorded();
        BodyRef ref = subject.ref();
        return recorded == null || ref == null
                ? null
                : new BodySaver(recorded, ref.length(), subject.headers(), subject.name());
    }

    private @Nullable ByteSource recorded() {
        Bodies bodies = subject.bodies();
        BodyRef ref = subject.ref();
        return bodies == null || ref == null ? null : ByteSource.of(bodies, ref);
    }

    void show(Subject next) {
        boolean same = Objects.equals(next.ref(), subject.ref())
                && (next.ref() != null || (!next.query().isEmpty() && next.passed() == subject.passed()))
                && next.query().equals(subject.query())
                && next.headers().equals(subject.headers());
        subject = next;
        if (same) {
            return;
        }
        chosen = null;
        stale = false;
        lane.cancel();
        boolean onlyQuery = next.ref() == null && !next.query().isEmpty() && !(next.pending() && next.passed() > 0);
        if (next.ref() == null && !onlyQuery) {
            state.set(next.pending() && next.passed() > 0 ? new Coming(next.passed()) : new None());
        } else if (watched) {
            load(0);
        } else {
            stale = true;
            state.set(new Unread());
        }
    }

    /** Reads four times as much as is shown now. */
    public void more() {
        if (state.get() instanceof Ready ready && ready.sample().more()) {
            load((int) Math.min(BodySample.MAX, 4L * ready.sample().bytes().length));
        }
    }

    /** Shows the body in another view, of those that suit. */
    public void choose(BodyView view) {
        if (state.get() instanceof Ready ready && ready.view() != view) {
            chosen = view;
            BodySample sample = ready.sample();
            lane.ask(progress -> new Ready(sample, ready.views(), view, view.render(sample)), state::set, this::failed);
        }
    }

    private void load(int limit) {
        stale = false;
        BodyRef ref = subject.ref();
        Headers headers = subject.headers();
        ByteSource source = recorded();
        String query = subject.query();
        BodyView wanted = chosen;
        if (ref == null || source == null) {
            lane.ask(progress -> render(BodySample.ofQuery(query), wanted), state::set, this::failed);
            return;
        }
        lane.ask(
                progress -> render(BodySample.read(source, ref, headers, query, limit), wanted),
                state::set,
                this::failed);
    }

    private static State render(BodySample sample, @Nullable BodyView wanted) {
        List<BodyView> views = BodyViews.suiting(sample);
        BodyView view = wanted != null && views.contains(wanted) ? wanted : views.getFirst();
        return new Ready(sample, views, view, view.render(sample));
    }

    private void failed(Exception failure) {
        state.set(new Unreadable(String.valueOf(failure.getMessage())));
    }
}
