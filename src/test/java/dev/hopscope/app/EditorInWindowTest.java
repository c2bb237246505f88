package dev.hopscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.settings.CurrentSettings;
import dev.hopscope.settings.SettingsFile;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.detail.DetailModel;
import dev.hopscope.ui.detail.DetailView;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import dev.hopscope.ui.shell.MainWindow;
import dev.hopscope.ui.shell.OpenActions;
import dev.hopscope.ui.table.ExchangeTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts from the rows and back, with everything wired as the program does. */
class EditorInWindowTest {
    @TempDir
    Path folder;

    private EchoOrigin origin;
    private LiveHopscope live;
    private OpenActions around;
    private Background background;
    private Stage stage;
    private MainWindow window;

    @BeforeEach
    void open() throws IOException {
        origin = new EchoOrigin();
        live = new LiveHopscope(folder);
        around = new OpenActions(folder);
        start();
    }

    private void start() {
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        CurrentSettings settings = new CurrentSettings(file, file.read().settings(), s -> s);
        background = new Background();
        stage = Screen.on(Stage::new);
        WindowActions actions = new WindowActions(stage, live.proxy(), settings, null, null, false);
        window = Screen.on(() -> {
            DetailModel detail = new DetailModel(background);
            return new MainWindow(
                    stage,
                    new Theme(),
                    live.proxy(),
                    new CompletableFuture<>(),
                    settings,
                    around.actions(),
                    background,
                    new DetailOf(detail, DetailView.load(detail, actions, background)),
                    around.questions());
        });
        Screen.run(() -> {
            window.setEditor(() -> new EditorOf(stage, live.proxy(), background, window, folder, actions));
            window.show();
        });
        window.showSession(live.session());
    }

    private void end() {
        Screen.run(() -> {
            window.close();
            stage.close();
        });
        background.close();
    }

    @AfterEach
    void close() {
        end();
        around.close();
        live.close();
        origin.close();
    }

    private ExchangeTable table() {
        return (ExchangeTable) find(".exchange-list");
    }

    private Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    private void askAndSelect() throws IOException, InterruptedException {
        live.ask("GET " + origin.url("/shop?a=1") + " HTTP/1.1\r\nHost: " + origin.authority()
                + "\r\nConnection: close\r\n\r\n");
        origin.asked();
        Screen.until("the row", () -> table().model().row(new ExchangeId(1)) != null);
        Screen.run(() -> table().select(new ExchangeId(1)));
    }

    private void press(KeyCode code, boolean ctrl) {
        Node at = Screen.on(() -> find("#editor-url") == null ? stage.getScene().getRoot() : find("#editor-url"));
        Screen.run(
                () -> Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, false, false)));
    }

    private void typeE() {
        Screen.run(() -> table().view()
                .fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "e", "", KeyCode.UNDEFINED, false, false, false, false)));
        Screen.until("the editor", () -> find("#editor-url") != null);
    }

    private String url() {
        return Screen.on(() -> ((TextField) find("#editor-url")).getText());
    }

    @Test
    void eOpensTheSelectedRowAsADraftAndEscGoesBackToTheRows() throws Exception {
        askAndSelect();
        typeE();
        assertThat(url()).isEqualTo(origin.url("/shop?a=1"));
        press(KeyCode.ESCAPE, false);
        assertThat(Screen.on(() -> find("#editor-url"))).isNull();
        assertThat(Screen.on(() -> table().getScene())).isNotNull();
    }

    @Test
    void whatIsSentStandsBesideAndInTheRows() throws Exception {
        askAndSelect();
        typeE();
        Screen.run(() -> ((TextField) find("#editor-url")).setText(origin.url("/shop?a=2")));
        Screen.run(() -> ((Button) find("#editor-send")).fire());
        assertThat(origin.asked().target()).isEqualTo("/shop?a=2");
        Screen.until(
                "the response",
                () -> stage.getScene().getRoot().lookupAll(".status-badge").stream()
                        .anyMatch(node ->
                                node instanceof Label label && label.getText().startsWith("200")));
        press(KeyCode.D, true);
        Screen.until("the comparison", () -> find(".compare") != null);
        press(KeyCode.ESCAPE, false);
        Screen.until("the editor again", () -> find("#editor-url") != null);
        press(KeyCode.ESCAPE, false);
        Screen.until("the rows again", () -> find(".exchange-list") != null);
        assertThat(Screen.on(() -> table().model().row(new ExchangeId(2)).original()))
                .isEqualTo(1);
    }

    @Test
    void ctrlNOpensABlankDraftAndDraftsAreThereAfterARestart() throws Exception {
        press(KeyCode.N, true);
        Screen.until("the editor", () -> find("#editor-url") != null);
        Screen.run(() -> ((TextField) find("#editor-url")).setText("http://kept.example/"));
        end();
        start();
        press(KeyCode.N, true);
        Screen.until("the editor", () -> find("#editor-url") != null);
        assertThat(url()).isEmpty();
        assertThat(folder.resolve("drafts.json")).content().contains("kept.example");
        assertThat(Screen.on(() -> stage.getScene().getRoot().lookupAll(".editor-crumbs .menu-button").stream()
                        .map(node -> ((javafx.scene.control.MenuButton) node).getText())
                        .toList()))
                .containsExactly("Drafts 1");
    }

    @Test
    void whatIsNoRequestIsRefusedWithWords() throws Exception {
        live.ask("GET /bad HTTP/1.1\r\n\r\n");
        Screen.until("the row", () -> table().model().row(new ExchangeId(1)) != null);
        Screen.run(() -> {
            table().select(new ExchangeId(1));
            table().view()
                    .fireEvent(
                            new KeyEvent(KeyEvent.KEY_TYPED, "e", "", KeyCode.UNDEFINED, false, false, false, false));
        });
        Screen.until(
                "the words",
                () -> stage.getScene().getRoot().lookupAll(".banner .label").stream()
                        .anyMatch(node ->
                                node instanceof Label label && label.getText().contains("#1 cannot be edited")));
    }
}
