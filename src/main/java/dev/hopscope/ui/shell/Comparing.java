package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.ui.compare.CompareModel;
import dev.hopscope.ui.compare.ComparePane;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.table.ExchangeTable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Which two exchanges are compared, and the view of them over the window. FX thread. Compares nothing itself. */
final class Comparing {
    /** Tells the user what is missing. */
    @FunctionalInterface
    interface Teller {
        void tell(Tone tone, String headline, String more);
    }

    private final ShellModel model;
    private final ExchangeTable table;
    private final ShellController shell;
    private final Background background;
    private final ShellCommands commands;
    private final Teller teller;
    private final CompareModel comparison;
    private final ComparePane pane;
    private boolean shown;

    Comparing(
            ShellModel model,
            ExchangeTable table,
            ShellController shell,
            Background background,
            Memory memory,
            ShellCommands commands,
            Teller teller) {
        this.model = model;
        this.table = table;
        this.shell = shell;
        this.background = background;
        this.commands = commands;
        this.teller = teller;
        comparison = new CompareModel(background, memory);
        pane = new ComparePane(comparison, background, this::close);
    }

    /** Reads from another session from now on. */
    void use(Session session) {
        close();
        comparison.use(session.log(), session.bodies());
    }

    boolean shown() {
        return shown;
    }

    void compare(ExchangeId first, ExchangeId second) {
        comparison.compare(first, second);
        if (!shown) {
            shown = true;
            shell.showOver(pane);
        }
        pane.focusRows();
    }

    void close() {
        if (shown) {
            shown = false;
            comparison.leave();
            shell.showOver(null);
            table.view().requestFocus();
        }
    }

    /** Whether {@link #selected} has two to compare, as far as is known at once. */
    boolean possible() {
        int number = table.selectedShown().size();
        return number == 2 || number == 1;
    }

    boolean previousPossible() {
        ExchangeRow row = only();
        return row != null && row.kind() == ExchangeRow.Kind.HTTP;
    }

    /** Whether the one selected row is a replay, to be compared with its original. */
    boolean ofReplay() {
        ExchangeRow row = only();
        return row != null && row.original() != 0;
    }

    /** Compares the two rows selected, the older at the left; of one row, a replay with its original, another with the previous to the same URL. */
    void selected() {
        if (shown) {
            return;
        }
        long[] ids = table.selectedShown().stream().toArray();
        ExchangeRow row = only();
        if (ids.length == 2) {
            compare(new ExchangeId(ids[0]), new ExchangeId(ids[1]));
        } else if (row == null) {
            tellSelected(ids.length);
        } else if (row.original() != 0) {
            compare(new ExchangeId(row.original()), new ExchangeId(row.id()));
        } else {
            withPrevious();
        }
    }

    private void tellSelected(int selectedShown) {
        int hidden = table.selectedIdsProperty().get().size() - selectedShown;
        teller.tell(
                Tone.NOTE,
                Messages.text("compare.select"),
                Messages.text("compare.select.more", selectedShown)
                        + (hidden == 0 ? "" : " " + Messages.text("compare.select.hidden", hidden)));
    }

    /** Compares the one row selected with the last before it that asked the same URL by the same method. */
    void withPrevious() {
        ExchangeRow row = only();
        Session session = model.sessionProperty().get();
        if (!shown && row == null) {
            tellSelected(table.selectedShown().size());
        }
        if (shown || row == null || session == null || row.kind() != ExchangeRow.Kind.HTTP) {
            return;
        }
        List<ExchangeRow> alike = table.model().before(new ExchangeId(row.id()), other -> alike(row, other));
        if (!row.pathCut()) {
            show(
                    row,
                    alike.isEmpty()
                            ? OptionalLong.empty()
                            : OptionalLong.of(alike.getFirst().id()));
            return;
        }
        // the rows hold only the beginnings of their paths: the rest is in the session file
        ExchangeLog log = session.log();
        background.run(
                () -> previous(log, row, alike),
                found -> show(row, found),
                e -> commands.fail("compare.failed.find", e));
    }

    private static boolean alike(ExchangeRow row, ExchangeRow other) {
        return other.kind() == ExchangeRow.Kind.HTTP
                && other.method().equals(row.method())
                && other.host().equals(row.host())
                && other.port() == row.port()
                && other.scheme().equals(row.scheme())
                && other.pathCut() == row.pathCut()
                && other.path().equals(row.path());
    }

    private static OptionalLong previous(ExchangeLog log, ExchangeRow row, List<ExchangeRow> candidates)
            throws IOException {
        String target = target(log, row.id());
        for (ExchangeRow candidate : candidates) {
            if (target.equals(target(log, candidate.id()))) {
                return OptionalLong.of(candidate.id());
            }
        }
        return OptionalLong.empty();
    }

    private static String target(ExchangeLog log, long id) throws IOException {
        Exchange found = log.find(new ExchangeId(id)).orElse(null);
        return found instanceof HttpExchange x && x.heads().requestReceived() != null
                ? x.heads().requestReceived().target()
                : "";
    }

    private void show(ExchangeRow row, OptionalLong previous) {
        if (previous.isPresent()) {
            compare(new ExchangeId(previous.getAsLong()), new ExchangeId(row.id()));
        } else {
            teller.tell(
                    Tone.NOTE,
                    Messages.text("compare.noPrevious"),
                    row.method() + " " + ShellCommands.url(row, row.path()));
        }
    }

    private @Nullable ExchangeRow only() {
        long[] ids = table.selectedShown().stream().limit(2).toArray();
        return ids.length == 1 ? table.model().row(new ExchangeId(ids[0])) : null;
    }
}
