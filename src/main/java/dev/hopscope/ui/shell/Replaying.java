package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.proxy.ReplayRequest;
import dev.hopscope.replay.Obstacle;
import dev.hopscope.replay.Preparation;
import dev.hopscope.replay.Replay;
import dev.hopscope.replay.ReplayEdit;
import dev.hopscope.replay.Replayer;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.table.ExchangeTable;
import dev.hopscope.ui.table.IdSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends the selected rows again and selects the new ones as they appear. FX thread; looks the requests up in the background. Makes no row itself. */
final class Replaying {
    private static final int WITHOUT_ASKING = 20;

    /** @param refused why rows are not sent, by row, in words */
    private record Batch(List<ReplayRequest> ready, List<Refused> refused) {}

    private record Refused(long row, Obstacle obstacle) {}

    private final ShellModel model;
    private final ExchangeTable table;
    private final Background background;
    private final ShellCommands commands;
    private final Questions questions;
    private final Comparing.Teller teller;
    private final ProxyServer proxy;
    private final Replayer replayer;
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
            ProxyServer proxy) {
        this.model = model;
        this.table = table;
        this.background = background;
        this.commands = commands;
        this.questions = questions;
        this.teller = teller;
        this.proxy = proxy;
        replayer = new Replayer(proxy, new Replayer.Listener() {
            @Override
            public void begun(ReplayRequest request, ExchangeId replay) {
                background.screen().execute(() -> await(replay));
            }

            @Override
            public void failed(ReplayRequest request, Throwable cause) {
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

    /** Sends the rows selected again. */
    void selected(ReplayEdit edit) {
        Session session = model.sessionProperty().get();
        IdSet ids = table.selectedShown();
        if (session == null || ids.isEmpty()) {
            return;
        }
        String hindrance = hindrance(session);
        if (hindrance != null) {
            teller.tell(Tone.NOTE, Messages.text("replay.none"), Messages.text(hindrance));
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
                    Batch batch = prepare(session, ids, edit);
                    replayer.send(batch.ready());
                    return batch;
                },
                this::tellRefused,
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

    private static Batch prepare(Session session, IdSet ids, ReplayEdit edit) throws IOException {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        for (long id : ids.stream().toArray()) {
            Exchange found = session.log().find(new ExchangeId(id)).orElse(null);
            if (found == null) {
                batch.refused().add(new Refused(id, Obstacle.MISSING));
            } else {
                ExchangeId tunnel = found.parent();
                Exchange parent =
                        tunnel == null ? null : session.log().find(tunnel).orElse(null);
                switch (Replay.prepare(found, parent, edit, session.bodies())) {
                    case Preparation.Ready r -> batch.ready().add(r.request());
                    case Preparation.Refused r -> batch.refused().add(new Refused(id, r.obstacle()));
                }
            }
        }
        return batch;
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
