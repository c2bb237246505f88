package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which of the first steps are done, told by the rows that came: the first of all, the first of a browser, and the first of another program once it was asked for.
 * FX thread. Looks at rows only until all are done.
 */
final class GuideModel {
    /** Beginnings of the names of browsers' processes, lower case. */
    private static final List<String> BROWSERS = List.of(
            "chrom",
            "google-chrome",
            "google chrome",
            "msedge",
            "microsoft edge",
            "microsoft-edge",
            "brave",
            "firefox",
            "opera",
            "vivaldi",
            "safari");
    /** What an opened browser asks for first: {@code /?from=chromium}. */
    static final String FROM = "/?from=";

    private final ReadOnlyObjectWrapper<@Nullable ExchangeRow> first = new ReadOnlyObjectWrapper<>(this, "first");
    private final ReadOnlyObjectWrapper<@Nullable ExchangeRow> browser = new ReadOnlyObjectWrapper<>(this, "browser");
    private final ReadOnlyObjectWrapper<@Nullable ExchangeRow> program = new ReadOnlyObjectWrapper<>(this, "program");
    private long newest;
    /** Rows after this one count as those of a program that was set up; none before it was asked for. */
    private long programAfter = Long.MAX_VALUE;

    private boolean sampling;

    /** The first exchange of the session, null while there is none. */
    ReadOnlyObjectProperty<@Nullable ExchangeRow> firstProperty() {
        return first.getReadOnlyProperty();
    }

    /** The first from a browser. */
    ReadOnlyObjectProperty<@Nullable ExchangeRow> browserProperty() {
        return browser.getReadOnlyProperty();
    }

    /** The first from a program that was set up, as far as can be told: what is no browser and came after the lines were taken. */
    ReadOnlyObjectProperty<@Nullable ExchangeRow> programProperty() {
        return program.getReadOnlyProperty();
    }

    /** The lines for a program were taken: what comes from now on may be its traffic. */
    void awaitProgram() {
        if (programAfter == Long.MAX_VALUE) {
            programAfter = newest;
        }
    }

    /** While the samples are sent their rows are not taken for those of a program. */
    void setSampling(boolean on) {
        sampling = on;
        if (!on && programAfter != Long.MAX_VALUE && program.get() == null) {
            programAfter = newest;
        }
    }

    void look(ExchangeLog.Changes changes) {
        if (changes.cleared()) {
            newest = 0;
            programAfter = programAfter == Long.MAX_VALUE ? Long.MAX_VALUE : 0;
        }
        if (first.get() == null || browser.get() == null || program.get() == null) {
            changes.appended().forEach(this::look);
            changes.replaced().forEach(this::look);
        }
    }

    private void look(ExchangeRow row) {
        newest = Math.max(newest, row.id());
        ExchangeRow known = first.get();
        if (known == null ? arrived(row) : known.id() == row.id()) {
            first.set(row);
        }
        ExchangeRow ofBrowser = browser.get();
        if (ofBrowser == null ? ofBrowser(row) : ofBrowser.id() == row.id()) {
            browser.set(row);
        }
        ExchangeRow ofProgram = program.get();
        if (ofProgram == null ? ofProgram(row) : ofProgram.id() == row.id()) {
            program.set(row);
        }
    }

    /** Whether it shows that a client was set up right: no tunnel that is opened, whose request follows, nor a client that refused the certificate. */
    private static boolean arrived(ExchangeRow row) {
        return switch (row.kind()) {
            case HTTP -> true;
            case TUNNEL -> !row.opened() && row.state() == ExchangeRow.State.COMPLETED;
            case HANDSHAKE -> false;
        };
    }

    private boolean ofProgram(ExchangeRow row) {
        return !sampling && row.id() > programAfter && named(row) && !ofBrowser(row);
    }

    /** Whether the program behind a row is known, as it is a moment after it came; elsewhere than on Linux it never is. */
    private static boolean named(ExchangeRow row) {
        return row.state() != ExchangeRow.State.PENDING || !row.client().matches("[0-9.:]*");
    }

    private static boolean ofBrowser(ExchangeRow row) {
        String client = row.client().toLowerCase(Locale.ROOT);
        return row.path().startsWith(FROM) || BROWSERS.stream().anyMatch(client::startsWith);
    }
}
