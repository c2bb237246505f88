package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.proxy.ReplayRequest;
import dev.hopscope.replay.FreshCookies;
import dev.hopscope.replay.Obstacle;
import dev.hopscope.replay.Preparation;
import dev.hopscope.replay.Replay;
import dev.hopscope.replay.ReplayEdit;
import dev.hopscope.replay.ReplayOptions;
import dev.hopscope.replay.Replayer;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.table.ExchangeTable;
import dev.hopscope.ui.table.IdSet;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends the selected rows again and selects the new ones as they appear. FX thread; looks the requests up in the background. Makes no row itself. */
final class Replaying {
    private static final int WITHOUT_ASKING = 20;

    /**
     * @param refused why rows are not sent, by row, in words
     * @param taken the fresh cookies among them
     * @param recorded the exchange each was made from
     */
    private record Batch(
            List<ReplayRequest> ready,
            List<Refused> refused,
            List<FreshCookies.Taken> taken,
            Map<ReplayRequest, HttpExchange> recorded) {}

    /** Lets the user choose how requests are sent. */
    @FunctionalInterface
    interface Chooser {
        /** @param chosen is given the options; is not called where the user wants none */
        void choose(ReplayOptionsModel options, int requests, Consumer<ReplayOptions> chosen);
    }

    private record Refused(long row, Obstacle obstacle) {}

    private final ShellModel model;
    private final ExchangeTable table;
    private final Background background;
    private final ShellCommands commands;
    private final Questions questions;
    private final Comparing.Teller teller;
    private final ProxyServer proxy;
    private final Replayer replayer;
    private final Memory memory;
    private final Chooser chooser;
    private final Following following;
    /** Replays whose rows are to be selected when they appear. */
    private IdSet awaited = IdSet.NONE;
    /** Those of the last call that are selected. */
    private IdSet selected = IdSet.NONE;

    Replaying(
            ShellModel model,
            ExchangeTable table,
            Background background,
            ShellCommands commands,
            Questions questions,
            Comparing.Teller teller,
            ProxyServer proxy,
            Memory memory,
            Chooser chooser) {
        this.model = model;
        this.table = table;
        this.background = background;
        this.commands = commands;
        this.questions = questions;
        this.teller = teller;
        this.proxy = proxy;
        this.memory = memory;
        this.chooser = chooser;
        following = new Following(this::sendOn, new Following.Told() {
            @Override
            public void tell(String headline, String more) {
                teller.tell(Tone.NOTE, headline, more);
            }

            @Override
            public void failed(Exception cause) {
                background.screen().execute(() -> commands.fail("replay.failed", cause));
            }
        });
        replayer = new Replayer(proxy, new Replayer.Listener() {
            @Override
            public void begun(ReplayRequest request, ExchangeId replay) {
                background.screen().execute(() -> await(replay));
            }

            @Override
            public void ended(ReplayRequest request, @Nullable ExchangeId replay) {
                following.ended(request, replay);
            }

            @Override
            public void failed(ReplayRequest request, Throwable cause) {
                following.forget(request);
                background.screen().execute(() -> notSent(request, cause));
            }
        });
        table.model().countsProperty().subscribe(counts -> {
            if (!awaited.isEmpty()) {
                background.screen().execute(this::appear); // the rows counted get their places after this
            }
        });
    }

    /** Forgets what is awaited: ids are a session's own. */
    void forget() {
        awaited = IdSet.NONE;
        selected = IdSet.NONE;
    }

    /** Whether a row is selected that may be sent again, as far as is known at once. */
    boolean possible() {
        return !table.selectedShown().isEmpty() && model.sessionProperty().get() != null;
    }

    private void sendOn(List<ReplayRequest> requests) {
        replayer.send(requests);
    }

    /** Sends the rows selected again, once the user has chosen how. */
    void choose() {
        IdSet ids = table.selectedIdsProperty().get();
        Session session = model.sessionProperty().get();
        if (session == null || ids.isEmpty() || hindered(session)) {
            return;
        }
        ExchangeRow first = ids.stream()
                .mapToObj(id -> table.model().row(new ExchangeId(id)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        ReplayOptionsModel options = new ReplayOptionsModel(
                memory,
                first == null || first.scheme().isEmpty() ? "http" : first.scheme(),
                proxy.options().upstream() != null);
        chooser.choose(options, ids.size(), this::selected);
    }

    /** Sends the rows selected again. */
    void selected(ReplayEdit edit) {
        selected(ReplayOptions.of(edit));
    }

    private boolean hindered(Session session) {
        String hindrance = hindrance(session);
        if (hindrance != null) {
            teller.tell(Tone.NOTE, Messages.text("replay.none"), Messages.text(hindrance));
        }
        return hindrance != null;
    }

    private void selected(ReplayOptions options) {
        Session session = model.sessionProperty().get();
        IdSet ids = table.selectedShown();
        if (session == null || ids.isEmpty()) {
            return;
        }
        if (hindered(session)) {
            return;
        }
        if (ids.size() > WITHOUT_ASKING
                && !questions.confirm(
                        Messages.text("replay.question", Figures.count(ids.size())),
                        Messages.text("replay.consequence"),
                        Messages.text("replay.verb"))) {
            return;
        }
        selected = IdSet.NONE;
        background.run(
                () -> {
                    Batch batch = prepare(session, ids, options);
                    replayer.send(batch.ready());
                    return batch;
                },
                batch -> {
                    if (options.freshCookies()) {
                        tellCookies(batch);
                    }
                    tellRefused(batch);
                },
                e -> commands.fail("replay.failed", e));
    }

    /** The key of what keeps any row from being replayed, null if nothing. */
    private @Nullable String hindrance(Session session) {
        if (session.readOnly()) {
            return "replay.hindrance.past";
        }
        if (session.state() instanceof RecordingState.Paused) {
            return "replay.hindrance.paused";
        }
        return proxy.state() instanceof ProxyState.Listening ? null : "replay.hindrance.off";
    }

    private Batch prepare(Session session, IdSet ids, ReplayOptions options) throws IOException {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new IdentityHashMap<>());
        for (long id : ids.stream().toArray()) {
            Exchange found = session.log().find(new ExchangeId(id)).orElse(null);
            if (found == null) {
                batch.refused().add(new Refused(id, Obstacle.MISSING));
            } else {
                ExchangeId tunnel = found.parent();
                Exchange parent =
                        tunnel == null ? null : session.log().find(tunnel).orElse(null);
                switch (Replay.prepare(found, parent, options, session.bodies())) {
                    case Preparation.Ready r -> {
                        batch.ready().add(r.request());
                        if (found instanceof HttpExchange http) {
                            batch.recorded().put(r.request(), http);
                        }
                    }
                    case Preparation.Refused r -> batch.refused().add(new Refused(id, r.obstacle()));
                }
            }
        }
        freshenAndExpect(session, batch, options);
        return batch;
    }

    private void freshenAndExpect(Session session, Batch batch, ReplayOptions options) throws IOException {
        Map<ExchangeId, FreshCookies> cookies = options.freshCookies()
                ? CookieSearch.after(session, batch.recorded().values())
                : Map.of();
        batch.ready().replaceAll(request -> {
            HttpExchange recorded = batch.recorded().get(request);
            FreshCookies later = recorded == null ? null : cookies.get(recorded.id());
            ReplayRequest sent = request;
            if (recorded != null && later != null) {
                Replay.Freshened fresh = Replay.freshen(request, recorded, later, Instant.now());
                batch.taken().addAll(fresh.taken());
                sent = fresh.request();
            }
            if (options.follow()) {
                following.expect(sent, session, later);
            }
            return sent;
        });
    }

    private void tellCookies(Batch batch) {
        String rows = batch.recorded().values().stream()
                .map(x -> x.id().toString())
                .sorted()
                .collect(Collectors.joining(", "));
        String taken = batch.taken().stream()
                .map(t -> Messages.text(
                        t.removed() ? "replay.cookies.gone" : "replay.cookies.value",
                        t.name(),
                        t.from().toString()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!rows.isEmpty()) {
            teller.tell(
                    Tone.NOTE,
                    taken.isEmpty()
                            ? Messages.text("replay.cookies.none", rows)
                            : Messages.text("replay.cookies", rows, taken),
                    Messages.text("replay.cookies.more"));
        }
    }

    private void tellRefused(Batch batch) {
        if (!batch.refused().isEmpty()) {
            Refused first = batch.refused().getFirst();
            String why = Messages.text(
                    "replay.obstacle." + first.obstacle().name().toLowerCase(Locale.ROOT), "#" + first.row());
            int others = batch.refused().size() - 1;
            teller.tell(
                    Tone.NOTE,
                    Messages.text("replay.refused", batch.refused().size()),
                    others == 0 ? why : why + " " + Messages.text("replay.others", others));
        }
    }

    private void notSent(ReplayRequest request, Throwable cause) {
        teller.tell(
                Tone.BAD,
                Messages.text("replay.failed.one", String.valueOf(request.original())),
                Objects.toString(cause.getMessage(), cause.toString()));
    }

    private void await(ExchangeId replay) {
        awaited = awaited.with(replay.value());
        appear();
    }

    /** Selects the rows awaited that are there by now. */
    private void appear() {
        for (long id : awaited.stream().toArray()) {
            ExchangeRow row = table.model().row(new ExchangeId(id));
            if (row != null) {
                awaited = awaited.without(id);
                if (selected.equals(IdSet.of(row.original()))) {
                    selected = IdSet.NONE; // it is where the redirect of that one leads, and takes its place
                }
                appeared(id);
            }
        }
    }

    private void appeared(long id) {
        if (table.model().position(id).isEmpty()) {
            teller.tell(Tone.NOTE, Messages.text("replay.hidden", "#" + id), Messages.text("replay.hidden.more"));
        } else if (selected.isEmpty()) {
            selected = IdSet.of(id);
            table.select(new ExchangeId(id));
        } else {
            selected = selected.with(id);
            if (!table.selectedIdsProperty().get().contains(id)) {
                table.selectToo(new ExchangeId(id));
            }
        }
    }
}
