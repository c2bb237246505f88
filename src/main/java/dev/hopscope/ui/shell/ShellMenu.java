package dev.hopscope.ui.shell;

import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.replay.ReplayEdit;
import dev.hopscope.settings.Settings;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.table.ExchangeTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The menu: made anew each time it opens, so that it says how things stand. FX thread. */
final class ShellMenu {
    private final ShellModel model;
    private final ShellCommands commands;
    private final ExchangeTable table;
    private final FilterBarController filter;
    private final ShellController shell;
    private final Cover cover;
    private final MainWindow window;

    ShellMenu(
            ShellModel model,
            ShellCommands commands,
            ExchangeTable table,
            FilterBarController filter,
            ShellController shell,
            Cover cover,
            MainWindow window) {
        this.model = model;
        this.commands = commands;
        this.table = table;
        this.filter = filter;
        this.shell = shell;
        this.cover = cover;
        this.window = window;
    }

    List<MenuItem> items() {
        return List.of(file(), edit(), view(), help());
    }

    private Menu file() {
        Session session = model.sessionProperty().get();
        boolean live = session != null && !session.readOnly();
        Menu recent = new Menu(Messages.text("menu.recent"));
        for (String file : commands.settings().window().recentFiles()) {
            MenuItem entry = item(file, null, () -> commands.open(Path.of(file)));
            entry.setMnemonicParsing(false);
            recent.getItems().add(entry);
        }
        recent.setDisable(recent.getItems().isEmpty());
        return menu(
                "menu.file",
                enabled(live, item(Messages.text("menu.new"), null, commands::newSession)),
                item(Messages.text("menu.open"), Keys.OPEN, commands::open),
                recent,
                enabled(
                        session != null && session.readOnly(),
                        item(Messages.text("menu.back"), null, commands::backToLive)),
                new SeparatorMenuItem(),
                enabled(session != null, item(Messages.text("menu.save"), Keys.SAVE, commands::saveCopy)),
                enabled(session != null, item(Messages.text("menu.har"), null, commands::exportHar)),
                new SeparatorMenuItem(),
                item(Messages.text("menu.preferences"), Keys.PREFERENCES, window::openPreferences),
                new SeparatorMenuItem(),
                item(Messages.text("menu.quit"), Keys.QUIT, commands::quit));
    }

    private Menu edit() {
        Session session = model.sessionProperty().get();
        boolean live = session != null && !session.readOnly();
        boolean selected = !table.selectedShown().isEmpty();
        return menu(
                "menu.edit",
                item(Messages.text("menu.find"), Keys.FILTER, filter::focus),
                enabled(selected, item(Messages.text("menu.copyUrl"), Keys.COPY_URL, window::copyUrl)),
                window.copyingAs().menu(window::lookAtCode),
                new SeparatorMenuItem(),
                replay("menu.replay", null, ReplayEdit.NONE),
                replayWithOptions(null),
                replay("menu.replay.unconditional", null, ReplayEdit.UNCONDITIONAL),
                replay("menu.replay.conditional", null, ReplayEdit.CONDITIONAL),
                edit(null),
                item(Messages.text("menu.newDraft"), Keys.NEW_DRAFT, window::editBlank),
                compare(),
                comparePrevious(),
                new SeparatorMenuItem(),
                enabled(live && selected, item(Messages.text("menu.remove"), Keys.REMOVE, window::removeSelected)),
                enabled(live, item(Messages.text("menu.clear"), Keys.CLEAR, window::clearAll)));
    }

    private MenuItem compare() {
        Comparing comparing = window.comparing();
        String key = comparing.ofReplay() ? "menu.compareOriginal" : "menu.compare";
        return enabled(comparing.possible(), item(Messages.text(key), Keys.COMPARE, comparing::selected));
    }

    private MenuItem comparePrevious() {
        Comparing comparing = window.comparing();
        return enabled(
                comparing.previousPossible(),
                item(Messages.text("menu.comparePrevious"), Keys.COMPARE_PREVIOUS, comparing::withPrevious));
    }

    /** @param keys null in the menu of the window, where a key without Ctrl would also act while text is typed */
    private MenuItem replay(String key, @Nullable KeyCombination keys, ReplayEdit edit) {
        Replaying replaying = window.replaying();
        return enabled(replaying.possible(), item(Messages.text(key), keys, () -> replaying.selected(edit)));
    }

    /** @param keys as with {@link #replay} */
    private MenuItem replayWithOptions(@Nullable KeyCombination keys) {
        Replaying replaying = window.replaying();
        return enabled(replaying.possible(), item(Messages.text("menu.replay.options"), keys, replaying::choose));
    }

    /** @param keys as with {@link #replay} */
    private MenuItem edit(@Nullable KeyCombination keys) {
        return enabled(
                window.replaying().possible(), item(Messages.text("menu.edit.send"), keys, window::editSelected));
    }

    /** What can be done with the rows selected, for the menu on them. */
    List<MenuItem> ofRows() {
        Session session = model.sessionProperty().get();
        boolean live = session != null && !session.readOnly();
        return List.of(
                compare(),
                comparePrevious(),
                new SeparatorMenuItem(),
                replay("menu.replay", Keys.REPLAY, ReplayEdit.NONE),
                replayWithOptions(Keys.REPLAY_OPTIONS),
                replay("menu.replay.unconditional", Keys.REPLAY_UNCONDITIONAL, ReplayEdit.UNCONDITIONAL),
                replay("menu.replay.conditional", Keys.REPLAY_CONDITIONAL, ReplayEdit.CONDITIONAL),
                edit(Keys.EDIT),
                new SeparatorMenuItem(),
                item(Messages.text("menu.copyUrl"), Keys.COPY_URL, window::copyUrl),
                window.copyingAs().menu(window::lookAtCode),
                new SeparatorMenuItem(),
                enabled(live, item(Messages.text("menu.remove"), Keys.REMOVE, window::removeSelected)));
    }

    private Menu view() {
        RecordingState state = model.recordingProperty().get();
        boolean live = state != null && !(state instanceof RecordingState.ReadOnly);
        CheckMenuItem opened = new CheckMenuItem(Messages.text("menu.openedTunnels"));
        opened.setSelected(filter.openedTunnelsProperty().get());
        opened.setOnAction(e -> filter.openedTunnelsProperty().set(opened.isSelected()));
        CheckMenuItem guide = new CheckMenuItem(Messages.text("menu.guideEmpty"));
        guide.setSelected(cover.guideWanted());
        guide.setOnAction(e -> cover.setGuide(guide.isSelected()));
        Menu columns = new Menu(Messages.text("menu.columns"));
        columns.getItems().setAll(table.columnMenu());
        return menu(
                "menu.view",
                enabled(
                        live,
                        check(
                                "menu.recording",
                                Keys.RECORDING,
                                !(state instanceof RecordingState.Paused),
                                commands::toggleRecording)),
                check(
                        "menu.openTls",
                        Keys.OPEN_TLS,
                        model.interceptProperty().get(),
                        () -> commands.setOpenTls(!model.interceptProperty().get())),
                check(
                        "menu.cache",
                        Keys.CACHE,
                        model.cacheProperty().get(),
                        () -> commands.setCache(!model.cacheProperty().get())),
                new SeparatorMenuItem(),
                item(Messages.text("menu.environment"), Keys.ENVIRONMENT, window::toggleEnvironment),
                new SeparatorMenuItem(),
                item(Messages.text("menu.follow"), Keys.FOLLOW, table::follow),
                opened,
                columns,
                check(
                        "menu.hitRatio",
                        Keys.HIT_RATIO,
                        window.ratioShown(),
                        () -> window.showRatio(!window.ratioShown())),
                check(
                        "menu.cacheContents",
                        Keys.CACHE_CONTENTS,
                        window.contentsShown(),
                        () -> window.showContents(!window.contentsShown())),
                detailPlace(),
                themes(),
                guide);
    }

    private Menu detailPlace() {
        Menu menu = new Menu(Messages.text("menu.detail"));
        for (ShellController.DetailPlace place : ShellController.DetailPlace.values()) {
            RadioMenuItem item = new RadioMenuItem(
                    Messages.text("menu.detail." + place.name().toLowerCase(Locale.ROOT)));
            item.setSelected(shell.place() == place);
            item.setOnAction(e -> shell.setPlace(place));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu themes() {
        Menu menu = new Menu(Messages.text("menu.theme"));
        for (Settings.Theme theme : Settings.Theme.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(Messages.text("theme." + theme.name().toLowerCase(Locale.ROOT)));
            item.setSelected(commands.settings().window().theme() == theme);
            item.setOnAction(e -> window.setTheme(theme));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu help() {
        FirstSteps program = window.firstSteps();
        boolean busy = window.samples().busyProperty().get();
        return menu(
                "menu.help",
                item(Messages.text("menu.guide"), null, () -> window.showGuide(true)),
                item(Messages.text("menu.keys"), null, window::showKeys),
                new SeparatorMenuItem(),
                enabled(
                        program != null && model.proxyProperty().get() instanceof ProxyState.Listening,
                        item(Messages.text(busy ? "menu.samples.stop" : "menu.samples"), null, () -> {
                            if (program != null) {
                                window.samples().toggle(program);
                            }
                        })),
                new SeparatorMenuItem(),
                enabled(window.aboutKnown(), item(Messages.text("menu.about"), null, window::showAbout)));
    }

    private static Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu(Messages.text(key));
        menu.getItems().setAll(Arrays.asList(items));
        return menu;
    }

    private static MenuItem item(String text, @Nullable KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setAccelerator(keys);
        item.setOnAction(e -> action.run());
        return item;
    }

    private static MenuItem check(String key, KeyCombination keys, boolean on, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(Messages.text(key));
        item.setSelected(on);
        item.setAccelerator(keys);
        item.setOnAction(e -> action.run());
        return item;
    }

    private static MenuItem enabled(boolean on, MenuItem item) {
        item.setDisable(!on);
        return item;
    }
}
