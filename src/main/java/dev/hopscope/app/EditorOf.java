package dev.hopscope.app;

import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.ui.detail.DetailActions;
import dev.hopscope.ui.detail.DetailModel;
import dev.hopscope.ui.detail.DetailView;
import dev.hopscope.ui.editor.DraftKeeper;
import dev.hopscope.ui.editor.DraftsFile;
import dev.hopscope.ui.editor.EditorActions;
import dev.hopscope.ui.editor.EditorModel;
import dev.hopscope.ui.editor.EditorPane;
import dev.hopscope.ui.editor.Hindrance;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.shell.Editor;
import dev.hopscope.ui.shell.MainWindow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The editor as the window knows it, with the pane of its responses, and what both ask of the program. FX thread. Decides nothing. */
final class EditorOf implements Editor, EditorActions, DetailActions {
    private static final String RESPONSE = "response";

    private final Stage stage;
    private final MainWindow window;
    private final DetailActions others;
    private final EditorModel model;
    private final DetailModel responses;
    private final EditorPane pane;
    private final DraftKeeper keeper;
    /** What waits for the drafts of before. */
    private List<Runnable> waiting = new ArrayList<>();

    private boolean ready;

    /**
     * @param folder where the drafts are kept
     * @param others what the pane of the selected row asks for, of which most holds here too
     */
    EditorOf(
            Stage stage,
            ProxyServer proxy,
            Background background,
            MainWindow window,
            Path folder,
            DetailActions others) {
        this.stage = stage;
        this.window = window;
        this.others = others;
        model = new EditorModel(proxy, background, InstantSource.system());
        responses = new DetailModel(background);
        DetailView response = DetailView.load(responses, this, background);
        response.select(RESPONSE);
        pane = new EditorPane(model, this, new ResponseOf(responses, response));
        keeper = new DraftKeeper(model, new DraftsFile(folder), background);
        keeper.read(this::ready, problem -> window.tell(Tone.WARNING, Messages.text("editor.kept.problem"), problem));
    }

    private void ready() {
        ready = true;
        waiting.forEach(Runnable::run);
        waiting = List.of();
    }

    private void whenReady(Runnable work) {
        if (ready) {
            work.run();
        } else {
            waiting.add(work);
        }
    }

    // ---- the window asks

    @Override
    public Parent node() {
        return pane;
    }

    @Override
    public void use(Session session) {
        responses.use(session.log(), session.bodies());
        model.use(session);
    }

    @Override
    public void look() {
        model.look();
    }

    @Override
    public void open(ExchangeId row, Runnable opened, Consumer<String> refused) {
        whenReady(() -> model.open(row, opened, refused));
    }

    @Override
    public void openBlank(Runnable opened) {
        whenReady(() -> {
            model.openBlank();
            opened.run();
            pane.offerClipboard();
        });
    }

    @Override
    public void close() {
        try {
            keeper.close();
        } catch (IOException e) {
            System.getLogger(EditorOf.class.getName()).log(System.Logger.Level.ERROR, "drafts are lost", e);
        }
    }

    @Override
    public void shown() {
        model.look();
        pane.focusUrl();
    }

    // ---- the editor asks

    @Override
    public void leaveEditor() {
        window.showEditor(false);
    }

    @Override
    public void showRow(ExchangeId row) {
        window.showEditor(false);
        window.select(row);
    }

    @Override
    public void compare(ExchangeId first, ExchangeId second) {
        window.compare(first, second);
    }

    @Override
    public void remove(Hindrance hindrance) {
        switch (hindrance) {
            case PAST -> window.backToLive();
            case PAUSED -> window.record();
            case STOPPED -> model.look();
            case OFF -> window.listenAgain();
        }
    }

    @Override
    public Optional<Path> fileToSend() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("editor.file.choose"));
        File chosen = chooser.showOpenDialog(stage);
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    // ---- the response's pane asks

    @Override
    public void showCaInstructions() {
        others.showCaInstructions();
    }

    @Override
    public void tunnelHost(Endpoint target) {
        others.tunnelHost(target);
    }

    @Override
    public void trust(String sha256) {
        others.trust(sha256);
    }

    /** It cannot have the whole window beside its draft: its row can. */
    @Override
    public void focusView(boolean on) {
        ExchangeId row = model.rowShown();
        if (on && row != null) {
            showRow(row);
            window.focusView(true);
        }
    }

    @Override
    public void show(ExchangeId id) {
        showRow(id);
    }

    @Override
    public void compareWithPrevious() {
        pane.compareWithPrevious();
    }

    @Override
    public void compareWithOriginal() {
        pane.compareWithOriginal();
    }

    /** There are no rows here to step through. */
    @Override
    public void step(int rows) {}

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return others.chooseFile(suggestedName);
    }
}
