package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.replay.ReplayEdit;
import dev.hopscope.replay.ReplayOptions;
import dev.hopscope.settings.CurrentSettings;
import dev.hopscope.settings.Settings;
import dev.hopscope.ui.cache.ContentsModel;
import dev.hopscope.ui.cache.ContentsPane;
import dev.hopscope.ui.cache.HitRatioModel;
import dev.hopscope.ui.cache.HitRatioPane;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.FramePump;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.PulseFrames;
import dev.hopscope.ui.kit.Theme;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.preferences.PreferencesDialog;
import dev.hopscope.ui.table.ExchangeTable;
import dev.hopscope.ui.table.ExchangeTableModel;
import dev.hopscope.ui.table.IdSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window. Shown at once, before there is a CA, a session or a port; it is told of each as it comes. FX thread, but for {@link #showSession} and
 * {@link #tell}, which any thread may call. Starts and ends nothing of the program: it asks {@link ShellActions}.
 */
public final class MainWindow implements AutoCloseable {
    /** Pixels; made from {@code icons/hopscope.svg}, from which the desktop takes the nearest. */
    static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 128, 256);

    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("window-idle");
    private static final int MOST_IN_A_FRAME = 4_000;

    private final Stage stage;
    private final Theme theme;
    private final Background background;
    private final @Nullable DetailPane detail;
    private final ShellModel model = new ShellModel();
    private final ShellCommands commands;
    private final SettingsMemory memory;
    private final ExchangeTable table;
    private final ShellController shell;
    private final BannerChoice banners;
    private final FilterBarController filter;
    private final Cover cover;
    private final GuideModel steps = new GuideModel();
    private final SampleRun samples;
    private @Nullable Palette palette;
    private @Nullable FirstSteps firstSteps;
    private @Nullable AboutProgram about;
    private @Nullable Node guideShown;
    private final Gauges gauges;
    private final HitRatioPane ratio;
    private final ContentsPane contents;
    private @Nullable Region below;
    private final Comparing comparing;
    private final Replaying replaying;
    private final CopyingAs copyingAs;
    private @Nullable FramePump<ExchangeLog.Changes> pump;
    private Supplier<List<MenuItem>> rowMenu = List::of;
    private final Questions asked;
    private boolean focused;
    private @Nullable Supplier<Parent> environment;
    private @Nullable Parent environmentShown;
    private @Nullable Supplier<Editor> editorMaker;
    private @Nullable Editor editor;
    private boolean editing;

    /**
     * @param authority completed when the CA is there; a failure is shown
     * @param detail the pane for what is selected, null for none
     * @param questions null for the dialogs of the system
     */
    public MainWindow(
            Stage stage,
            Theme theme,
            ProxyServer proxy,
            CompletionStage<? extends Authority> authority,
            CurrentSettings settings,
            ShellActions actions,
            Background background,
            @Nullable DetailPane detail,
            @Nullable Questions questions) {
        this.stage = stage;
        this.theme = theme;
        this.background = background;
        this.detail = detail;
        asked = questions != null ? questions : new StageQuestions(stage, theme::install);
        commands = new ShellCommands(model, proxy, settings, actions, asked, background);
        samples = new SampleRun(background, steps, commands);
        memory = new SettingsMemory(settings, background, e -> commands.fail("settings.failed", e));
        table = new ExchangeTable(background, memory);
        table.model().setFailed(e -> commands.fail("filter.rows.failed", e));
        filter = new FilterBarController(
                model, table.model(), background, () -> table.view().requestFocus());
        cover = new Cover(
                model,
                table,
                memory,
                () -> filter.reset(),
                () -> filter.openedTunnelsProperty().set(true));
        shell = new ShellController(model, table, cover, detail == null ? null : detail.node(), memory);
        banners = new BannerChoice(model, commands, this::openPreferences);
        HitRatioModel sums =
                new HitRatioModel(background, this::shownRows, e -> commands.fail("cache.ratio.failed", e));
        table.model().addListener((javafx.beans.InvalidationListener) o -> sums.rowsChanged());
        table.model().filterProperty().subscribe(filter -> sums.rowsChanged());
        ratio = new HitRatioPane(sums, () -> showRatio(false));
        contents = new ContentsPane(
                new ContentsModel(proxy.cacheContents(), background, e -> commands.fail("cache.contents.failed", e)),
                new CacheQuestions(commands, asked, this::openCachePreferences, () -> showContents(false)));
        comparing = new Comparing(model, table, shell, background, memory, commands, this::tell);
        replaying =
                new Replaying(model, table, background, commands, asked, this::tell, proxy, memory, this::chooseReplay);
        copyingAs = new CopyingAs(model, table, background, memory, commands, asked);
        gauges = new Gauges(
                model, background, () -> table.model().countsProperty().get().rows());
        cover.use(guide(() -> cover.setGuide(false), "guide.hide"));
        build(new ToolBarController(
                model,
                commands,
                this::rows,
                this::openPreferences,
                () -> showEnvironment(true),
                () -> showContents(!contentsShown())));
        watch(proxy, authority);
    }

    private HitRatioModel.Rows shownRows() {
        ExchangeTableModel.Snapshot now = table.model().snapshot();
        return new HitRatioModel.Rows(now.rows(), now.filter());
    }

    boolean ratioShown() {
        return below == ratio;
    }

    boolean contentsShown() {
        return below == contents;
    }

    /** Shows the hit ratio of the rows below them, or puts it away; remembered. */
    void showRatio(boolean on) {
        showBelow(on ? ratio : null);
    }

    /** Shows what the cache holds below the rows, or puts it away; remembered. */
    void showContents(boolean on) {
        showBelow(on ? contents : null);
    }

    /** What the screen remembers from one run to the next. */
    public Memory memory() {
        return memory;
    }

    /** By what the window asks its user. */
    public Questions questions() {
        return asked;
    }

    /** Another authority is in force. */
    public void showAuthority(Authority authority) {
        model.authorityProperty().set(authority);
    }

    private void showBelow(@Nullable Region pane) {
        below = pane;
        shell.showBelow(pane);
        memory.put("cache.ratio", pane == ratio ? "shown" : "hidden");
        memory.put("cache.contents", pane == contents ? "shown" : "hidden");
    }

    /** Puts away what lies over the rows or below them; false where there is nothing. */
    boolean closeUppermost() {
        if (comparing.shown()) {
            comparing.close();
        } else if (focused) {
            focusView(false);
        } else if (below != null) {
            showBelow(null);
        } else {
            return false;
        }
        return true;
    }

    private void build(ToolBarController toolBar) {
        StatusBarController statusBar = new StatusBarController(model, table);
        List<Object> controllers = List.of(shell, toolBar, filter, statusBar);
        Fxml.load(
                "shell",
                type -> controllers.stream()
                        .filter(type::isInstance)
                        .findFirst()
                        .orElseThrow());
        ShellMenu menu = new ShellMenu(model, commands, table, filter, shell, cover, this);
        toolBar.setMenu(menu::items);
        toolBar.setOnRows(
                () -> replaying.selected(ReplayEdit.NONE),
                comparing::selected,
                table.selectedIdsProperty().map(ids -> !ids.isEmpty()));
        rowMenu = menu::ofRows;
        RowMenu.on(table, this::rowMenu);
        PaletteModel found = new PaletteModel(() -> paletteCommands(menu), this::typedCommands, memory);
        palette = new Palette(found);
        toolBar.setPalette(palette::toggle);
        Scene scene = new Scene(new StackPane(shell.root(), palette));
        Settings.Window look = commands.settings().window();
        theme.setTextSize(look.textSize());
        theme.choose(choice(look.theme()));
        theme.install(scene);
        table.setTextSize(look.textSize());
        shell.setTextSize(look.textSize());
        if ("shown".equals(memory.get("cache.ratio"))) {
            showRatio(true);
        } else if ("shown".equals(memory.get("cache.contents"))) {
            showContents(true);
        }
        new WindowKeys(commands, table, filter, shell, toolBar, this).on(scene);
        stage.setScene(scene);
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setTitle(Messages.text("window.title"));
        for (int size : ICON_SIZES) {
            stage.getIcons()
                    .add(new Image(Objects.requireNonNull(
                            MainWindow.class.getResourceAsStream("/dev/hopscope/ui/hopscope-" + size + ".png"))));
        }
        WindowPlace.remember(stage, memory);
        stage.focusedProperty().subscribe(on -> shell.root().pseudoClassStateChanged(IDLE, !on));
    }

    /** Takes what is to be said of the program around the window. */
    public void setAbout(AboutProgram program) {
        about = program;
    }

    boolean aboutKnown() {
        return about != null;
    }

    void showAbout() {
        AboutProgram program = about;
        if (program != null) {
            Session session = model.sessionProperty().get();
            AboutWindow.show(
                    stage,
                    theme,
                    program,
                    session == null ? null : session.file(),
                    () -> commands.inBackground("about.open.failed", program::openFolder));
        }
    }

    /** Takes what the guide asks of the program around the window. */
    public void setFirstSteps(FirstSteps program) {
        firstSteps = program;
        cover.use(guide(() -> cover.setGuide(false), "guide.hide"));
    }

    /** Shows the guide below the first rows or, where there are more, in the whole window; or goes back to the rows. */
    void showGuide(boolean on) {
        if (on == (guideShown != null)) {
            return;
        }
        if (on) {
            comparing.close();
            focusView(false);
            showEnvironment(false);
            showEditor(false);
            cover.setGuide(true);
            if (cover.guidingProperty().get()) {
                return;
            }
            StackPane centred = new StackPane(guide(() -> showGuide(false), "guide.back"));
            centred.setAlignment(Pos.TOP_CENTER);
            ScrollPane place = new ScrollPane(centred);
            place.setFitToWidth(true);
            guideShown = place;
            shell.showWhole(place);
            place.requestFocus();
        } else {
            guideShown = null;
            shell.showWhole(null);
            table.view().requestFocus();
        }
    }

    boolean guideShown() {
        return guideShown != null;
    }

    /** Null in a window without a program around it. */
    @Nullable
    FirstSteps firstSteps() {
        return firstSteps;
    }

    SampleRun samples() {
        return samples;
    }

    private Parent guide(Runnable hide, String hideKey) {
        GuideController guide = new GuideController(model, steps, firstSteps, background, commands, samples, hide);
        Parent root = Fxml.load("guide", type -> guide);
        guide.setClosing(Messages.text(hideKey));
        return root;
    }

    private List<Command> paletteCommands(ShellMenu menu) {
        List<Command> all = new ArrayList<>(Command.of(menu.items()));
        all.addAll(filter.quickCommands());
        for (String page : PreferencesDialog.PAGES) {
            all.add(Command.of(
                    Messages.text("preferences." + page),
                    Messages.text("preferences.title"),
                    true,
                    () -> preferences().open(page)));
        }
        return all;
    }

    /** What a text means by itself: the number of a row, or what to filter by. */
    private List<Command> typedCommands(String text) {
        List<Command> meant = new ArrayList<>();
        if (text.matches("#?[0-9]{1,18}")) {
            ExchangeId id = new ExchangeId(Long.parseLong(text.replace("#", "")));
            boolean there = table.model().position(id.value()).isPresent();
            String key = there ? "palette.row" : "palette.row.missing";
            meant.add(Command.of(Messages.text(key, Long.toString(id.value())), "", there, () -> {
                focusView(false);
                showEnvironment(false);
                showEditor(false);
                showGuide(false);
                table.select(id);
                table.view().requestFocus();
            }));
        }
        meant.add(Command.of(Messages.text("palette.filter", text), "", true, () -> filter.show(text)));
        return meant;
    }

    void togglePalette() {
        if (palette != null) {
            palette.toggle();
        }
    }

    boolean paletteShown() {
        return palette != null && palette.shown();
    }

    private void watch(ProxyServer proxy, CompletionStage<? extends Authority> authority) {
        model.interceptProperty().set(proxy.options().intercept());
        model.cacheProperty().set(proxy.options().cache() != null);
        proxy.onState(state -> Platform.runLater(() -> model.proxyProperty().set(state)));
        authority.whenComplete((made, failure) -> Platform.runLater(() -> {
            if (failure == null) {
                model.authorityProperty().set(made);
            } else {
                model.notices()
                        .add(new Notice(
                                Tone.BAD, Messages.text("authority.failed"), String.valueOf(failure.getMessage())));
            }
        }));
        model.proxyProperty().subscribe(state -> stands());
        model.recordingProperty().subscribe(state -> stands());
        model.sessionProperty().subscribe(session -> showBanner());
        model.notices().addListener((ListChangeListener<Notice>) change -> showBanner());
        table.model().countsProperty().subscribe(counts -> {
            if (model.sessionProperty().get() != null
                    && model.sessionProperty().get().readOnly()) {
                showBanner();
            }
        });
        table.selectedIdsProperty().subscribe(ids -> showSelected(ids));
        cover.guidingProperty().subscribe(on -> shell.showDetail(!on));
    }

    /** Shows the window. */
    public void show() {
        stage.show();
        table.view().requestFocus();
        gauges.start();
    }

    /** Shows another session's rows from now on; any thread. */
    public void showSession(Session session) {
        Platform.runLater(() -> use(session));
    }

    /** Tells the user something in a banner, until they put it away; any thread. */
    public void tell(Tone tone, String headline, String more) {
        Platform.runLater(() -> model.notices().add(new Notice(tone, headline, more)));
    }

    /** As {@link #tell}, with a button that copies a text; any thread. */
    public void tellToCopy(Tone tone, String headline, String more, String copy) {
        Platform.runLater(() -> model.notices().add(new Notice(tone, headline, more, copy)));
    }

    private void use(Session session) {
        if (pump != null) {
            pump.close();
        }
        table.apply(new ExchangeLog.Changes(true, List.of(), List.of(), List.of(), false));
        if (detail != null) {
            detail.use(session);
        }
        comparing.use(session);
        replaying.forget();
        if (editor != null) {
            editor.use(session);
        }
        model.recordingProperty().set(session.state());
        model.sessionProperty().set(session);
        gauges.reset();
        stage.setTitle(Messages.text("window.titleWith", session.file().getFileName()));
        ExchangeLog log = session.log();
        ExchangeLog.Cursor cursor = log.newCursor();
        pump = new FramePump<>(
                () -> log.drain(cursor, MOST_IN_A_FRAME),
                ExchangeLog.Changes::isEmpty,
                changes -> {
                    steps.look(changes);
                    table.apply(changes);
                },
                new PulseFrames(),
                e -> commands.fail("log.failed", new IllegalStateException(e)));
        pump.start();
        table.follow();
    }

    private void stands() {
        showBanner();
        if (editor != null) {
            editor.look();
        }
    }

    private void showBanner() {
        shell.show(banners.worst(rows()));
    }

    private void showSelected(IdSet ids) {
        if (detail != null) {
            detail.show(ids.stream()
                    .mapToObj(id -> table.model().row(new ExchangeId(id)))
                    .filter(Objects::nonNull)
                    .toList());
        }
        if (ids.isEmpty()) {
            focusView(false);
        }
        showPlace();
    }

    /** Shows two exchanges side by side over the window, the first at the left; {@code Esc} goes back. */
    public void compare(ExchangeId first, ExchangeId second) {
        comparing.compare(first, second);
    }

    /** Compares the selected row with the last before it with the same method and URL. */
    public void compareWithPrevious() {
        comparing.withPrevious();
    }

    /** Compares the two rows selected, or a replay with its original. */
    public void compareSelected() {
        comparing.selected();
    }

    /** What can be done with the rows selected, as it stands now. */
    List<MenuItem> rowMenu() {
        return rowMenu.get();
    }

    private void chooseReplay(ReplayOptionsModel options, int requests, Consumer<ReplayOptions> chosen) {
        new ReplayDialog(options, requests, chosen).show(stage, theme);
    }

    Replaying replaying() {
        return replaying;
    }

    CopyingAs copyingAs() {
        return copyingAs;
    }

    /** Shows the selected requests as code before they are copied. */
    void lookAtCode() {
        copyingAs.look(stage, theme);
    }

    Comparing comparing() {
        return comparing;
    }

    private int rows() {
        return table.model()
                .countsProperty()
                .get()
                .listed(table.model().filterProperty().get());
    }

    /** Gives the detail of the selected row the whole window, or goes back to the rows. */
    public void focusView(boolean on) {
        if (detail == null
                || environmentShown != null
                || editing
                || focused == on
                || on && table.selectedIdsProperty().get().isEmpty()) {
            return;
        }
        if (shell.setFocused(on)) {
            focused = on;
            detail.setFocused(on);
            showPlace();
            if (!on) {
                table.view().requestFocus();
            }
        }
    }

    /**
     * Takes the pane Environment, which is made when it is first shown.
     *
     * @param pane gives the same node each time
     */
    public void setEnvironment(Supplier<Parent> pane) {
        environment = pane;
    }

    /** Shows the pane Environment in the whole window, or goes back to the rows. */
    public void showEnvironment(boolean on) {
        if (environment == null || on == (environmentShown != null)) {
            return;
        }
        if (on) {
            showGuide(false);
            comparing.close();
            focusView(false);
            showEditor(false);
            Parent pane = environment.get();
            environmentShown = pane;
            shell.showWhole(pane);
            pane.requestFocus();
        } else {
            environmentShown = null;
            shell.showWhole(null);
            table.view().requestFocus();
        }
    }

    void toggleEnvironment() {
        showEnvironment(environmentShown == null);
    }

    /** The pane Environment while it is shown. */
    @Nullable
    Parent environmentShown() {
        return environmentShown;
    }

    boolean focused() {
        return focused;
    }

    /** Selects the row of an exchange, also where a filter hides it. */
    public void select(ExchangeId id) {
        table.select(id);
        showPlace();
    }

    /** Takes the editor of drafts, which is made when it is first asked for. */
    public void setEditor(Supplier<Editor> maker) {
        editorMaker = maker;
    }

    private @Nullable Editor editor() {
        if (editor == null && editorMaker != null) {
            Editor made = editorMaker.get();
            Session session = model.sessionProperty().get();
            if (session != null) {
                made.use(session);
            }
            editor = made;
        }
        return editor;
    }

    /** Opens a draft of the selected row in the editor; tells why where there can be none. */
    void editSelected() {
        ExchangeId id = table.selectedProperty().get();
        Editor wanted = id == null ? null : editor();
        if (wanted != null && id != null) {
            wanted.open(
                    id,
                    () -> showEditor(true),
                    why -> tell(Tone.NOTE, Messages.text("editor.cannotOpen", id.toString()), why));
        }
    }

    /** Opens a blank draft in the editor. */
    void editBlank() {
        Editor wanted = editor();
        if (wanted != null) {
            wanted.openBlank(() -> showEditor(true));
        }
    }

    /** Shows the editor in the whole window, or goes back to the rows. */
    public void showEditor(boolean on) {
        Editor shown = editor;
        if (shown == null || on == editing) {
            if (on && shown != null) {
                shown.shown();
            }
            return;
        }
        if (on) {
            comparing.close();
            focusView(false);
            showEnvironment(false);
            showGuide(false);
            editing = true;
            shell.showWhole(shown.node());
            shown.shown();
        } else {
            editing = false;
            shell.showWhole(null);
            table.view().requestFocus();
        }
    }

    boolean editing() {
        return editing;
    }

    /** Shows the live session again. */
    public void backToLive() {
        commands.backToLive();
    }

    /** Turns recording on. */
    public void record() {
        commands.setRecording(true);
    }

    /** Begins to listen, also where it does already. */
    public void listenAgain() {
        commands.listenAgain();
    }

    /** Selects another row, by so many down. */
    public void step(int rows) {
        table.move(rows);
        showPlace();
    }

    private void showPlace() {
        ExchangeId id = table.selectedProperty().get();
        if (detail != null && focused) {
            int position = id == null ? 0 : table.model().position(id.value()).orElse(-1) + 1;
            detail.place(position, table.model().size());
        }
    }

    void openPreferences() {
        preferences();
    }

    private PreferencesDialog preferences() {
        PreferencesDialog dialog = new PreferencesDialog(
                commands.settings(),
                commands.actions()::patternProblem,
                (change, refused, done) -> commands.apply(change, refused, () -> {
                    Settings.Window look = commands.settings().window();
                    show(look.theme(), look.textSize());
                    done.run();
                }));
        dialog.show(stage, theme);
        return dialog;
    }

    private void openCachePreferences() {
        preferences().open("cache");
    }

    private void show(Settings.Theme chosen, int textSize) {
        theme.setTextSize(textSize);
        theme.choose(choice(chosen));
        table.setTextSize(textSize);
        shell.setTextSize(textSize);
    }

    void setTheme(Settings.Theme chosen) {
        theme.choose(choice(chosen));
        commands.update(s -> s.withWindow(w -> w.withTheme(chosen)));
    }

    private static Theme.Choice choice(Settings.Theme chosen) {
        return switch (chosen) {
            case SYSTEM -> Theme.Choice.SYSTEM;
            case LIGHT -> Theme.Choice.LIGHT;
            case DARK -> Theme.Choice.DARK;
        };
    }

    void copyUrl() {
        ExchangeId id = table.selectedProperty().get();
        ExchangeRow row = id == null ? null : table.model().row(id);
        if (row != null && table.selectedShown().contains(row.id())) {
            commands.copyUrl(row);
        }
    }

    /** Those that are shown: what a filter hides is not removed unseen. */
    void removeSelected() {
        commands.remove(table.selectedShown().stream().mapToObj(ExchangeId::new).toList());
    }

    void clearAll() {
        commands.clearAll(rows());
    }

    boolean openTls() {
        return model.interceptProperty().get();
    }

    boolean caching() {
        return model.cacheProperty().get();
    }

    void showKeys() {
        KeysWindow.show(stage, theme);
    }

    /** Takes no more changes, and writes what was still to be remembered. */
    @Override
    public void close() {
        gauges.stop();
        if (pump != null) {
            pump.close();
        }
        memory.write();
        if (editor != null) {
            editor.close();
        }
        stage.getScene().setRoot(new Region()); // what the panes do by the clock ends when they leave the scene
    }
}
