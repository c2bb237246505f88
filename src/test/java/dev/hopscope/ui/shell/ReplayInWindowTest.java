package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.app.EchoOrigin;
import dev.hopscope.app.LiveHopscope;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Source;
import dev.hopscope.replay.ReplayEdit;
import dev.hopscope.replay.ReplayOptions;
import dev.hopscope.settings.CurrentSettings;
import dev.hopscope.settings.SettingsFile;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import dev.hopscope.ui.table.ExchangeTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays with everything real: the window, the engine, a session file, origins on loopback. */
class ReplayInWindowTest {
    @TempDir
    Path folder;

    private final Background background = new Background();
    private EchoOrigin origin;
    private EchoOrigin other;
    private LiveHopscope live;
    private TestWindow actions;
    private Stage stage;
    private MainWindow window;

    @BeforeEach
    void open() throws IOException {
        origin = new EchoOrigin();
        other = new EchoOrigin();
        live = new LiveHopscope(folder);
        actions = new TestWindow(folder);
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        CurrentSettings settings = new CurrentSettings(file, file.read().settings(), s -> s);
        stage = Screen.on(Stage::new);
        window = Screen.on(() -> new MainWindow(
                stage,
                new Theme(),
                live.proxy(),
                new CompletableFuture<>(),
                settings,
                actions,
                background,
                null,
                actions));
        Screen.run(window::show);
        window.showSession(live.session());
    }

    @AfterEach
    void close() {
        Screen.run(() -> {
            window.close();
            stage.close();
        });
        actions.close();
        background.close();
        live.close();
        origin.close();
        other.close();
    }

    private ExchangeTable table() {
        return (ExchangeTable) stage.getScene().lookup(".exchange-list");
    }

    /** A client asks the origin, and its row is there. */
    private void ask(String method, String path, String body, String... lines) throws Exception {
        int before = Screen.on(() -> table().model().countsProperty().get().rows());
        StringBuilder text = new StringBuilder(method + " " + origin.url(path) + " HTTP/1.1\r\nHost: "
                + origin.authority() + "\r\nConnection: close\r\n");
        List.of(lines).forEach(line -> text.append(line).append("\r\n"));
        if (!body.isEmpty()) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        live.ask(text + "\r\n" + body);
        origin.asked();
        until(before + 1);
    }

    /** That many rows are there, all ended. */
    private void until(int rows) {
        Screen.until(
                rows + " rows",
                () -> table().model().countsProperty().get().rows() >= rows
                        && java.util.stream.LongStream.rangeClosed(1, rows).allMatch(this::ended));
    }

    private boolean ended(long id) {
        ExchangeRow row = table().model().row(new ExchangeId(id));
        return row != null && row.state() != ExchangeRow.State.PENDING;
    }

    private void type(String character, long... ids) {
        Screen.run(() -> {
            table().select(new ExchangeId(ids[0]));
            table().view()
                    .fireEvent(new KeyEvent(
                            KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        });
    }

    private List<Long> selected() {
        return Screen.on(
                () -> table().selectedIdsProperty().get().stream().boxed().toList());
    }

    private String banner() {
        Screen.until("a banner", () -> !labels().isEmpty());
        return Screen.on(this::labels);
    }

    private String labels() {
        StringBuilder text = new StringBuilder();
        stage.getScene()
                .getRoot()
                .lookupAll(".banner .label")
                .forEach(node -> text.append(node instanceof Label label ? label.getText() : "")
                        .append(' '));
        return text.toString().strip();
    }

    private HttpExchange exchange(long id) throws IOException {
        live.session().flush();
        return (HttpExchange) live.session().log().find(new ExchangeId(id)).orElseThrow();
    }

    /** Chooses in the dialog that the key opens, and sends. */
    private void choose(Predicate<Node> ticked, String place) {
        Screen.until("the dialog", () -> dialog() != null);
        Screen.run(() -> {
            Stage dialog = dialog();
            dialog.getScene().getRoot().lookupAll(".check-box").stream()
                    .filter(ticked)
                    .forEach(node -> ((CheckBox) node).setSelected(!((CheckBox) node).isSelected()));
            ((ComboBox<?>) dialog.getScene().lookup("#replay-place"))
                    .getEditor()
                    .setText(place);
            ((Button) dialog.getScene().lookup("#replay-send")).fire();
        });
    }

    private Stage dialog() {
        return (Stage) Window.getWindows().stream()
                .filter(w -> w instanceof Stage && w.getScene().lookup("#replay-send") != null)
                .findFirst()
                .orElse(null);
    }

    private static Predicate<Node> box(String start) {
        return node -> node instanceof CheckBox box && box.getText().startsWith(start);
    }

    @Test
    void rSendsTheSameAgainSelectsTheNewRowAndCtrlDComparesItWithItsOriginal() throws Exception {
        ask("POST", "/orders", "{\"a\": 1}", "x-ODD: 1", "X-Odd: 2");
        type("r", 1);
        EchoOrigin.Asked again = origin.asked();
        assertThat(again.body()).isEqualTo("{\"a\": 1}");
        assertThat(again.header("X-odd")).isEqualTo("1 | 2");
        until(2);
        Screen.until("it is selected", () -> table().selectedIdsProperty().get().contains(2));
        assertThat(selected()).containsExactly(2L);
        Screen.run(() -> Event.fireEvent(
                stage.getScene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.D, false, true, false, false)));
        assertThat(Screen.on(() -> window.comparing().shown())).isTrue();
    }

    @Test
    void shiftRSendsItToAnotherPlaceWhichHostThenNames() throws Exception {
        ask("GET", "/v1?q=%7e", "", "Cookie: a=b");
        type("R", 1);
        choose(node -> false, other.authority());
        EchoOrigin.Asked moved = other.asked();
        assertThat(moved.target()).isEqualTo("/v1?q=%7e");
        assertThat(moved.header("Host")).isEqualTo(other.authority());
        assertThat(moved.header("Cookie")).isEqualTo("a=b");
        assertThat(origin.idle()).isTrue();
    }

    @Test
    void hostStaysByChoice() throws Exception {
        ask("GET", "/v1", "");
        type("R", 1);
        choose(box("Host names"), other.authority());
        assertThat(other.asked().header("Host")).isEqualTo(origin.authority());
    }

    @Test
    void aPlaceThatWasUsedIsOfferedAgain() throws Exception {
        ask("GET", "/v1", "");
        type("R", 1);
        choose(node -> false, other.authority());
        other.asked();
        until(2);
        type("R", 1);
        Screen.until("the dialog", () -> dialog() != null);
        assertThat(Screen.on(() -> ((ComboBox<?>) dialog().getScene().lookup("#replay-place"))
                        .getItems().stream().map(Object::toString).toList()))
                .containsExactly("http://" + other.authority());
        Screen.run(() -> dialog().close());
    }

    @Test
    void redirectsAreFollowedAsRowsOfTheirOwnAndCredentialsStayWithTheirOrigin() throws Exception {
        origin.at("/old", 302, "", "Location: /new?x=1", "Set-Cookie: step=1; Path=/")
                .at("/new", 307, "", "Location: " + other.url("/far"));
        ask("POST", "/old", "a=1", "Content-Type: text/plain", "Authorization: Bearer t", "Cookie: c=d", "X-a: 1");
        type("R", 1);
        choose(box("Follow"), "");
        assertThat(origin.asked().method()).isEqualTo("POST");
        EchoOrigin.Asked second = origin.asked();
        assertThat(second.method()).isEqualTo("GET");
        assertThat(second.target()).isEqualTo("/new?x=1");
        assertThat(second.header("Authorization")).isEqualTo("Bearer t");
        assertThat(second.headers()).doesNotContainKeys("Content-type", "Content-length");
        EchoOrigin.Asked third = other.asked();
        assertThat(third.target()).isEqualTo("/far");
        assertThat(third.header("X-a")).isEqualTo("1");
        assertThat(third.header("Host")).isEqualTo(other.authority());
        assertThat(third.headers()).doesNotContainKeys("Authorization", "Cookie");
        until(4);
        assertThat(exchange(3).source()).isEqualTo(new Source.Sent(new ExchangeId(2)));
        assertThat(exchange(4).source()).isEqualTo(new Source.Sent(new ExchangeId(3)));
        assertThat(banner()).contains("another origin");
        Screen.until(
                "the last is selected",
                () -> table().selectedIdsProperty().get().contains(4));
        assertThat(selected()).containsExactly(4L);
    }

    @Test
    void afterThreeHundredAndSevenAndEightMethodAndBodyStay() throws Exception {
        origin.at("/a", 308, "", "Location: b").at("/b", 307, "", "Location: ./c");
        ask("PUT", "/a", "whole");
        type("R", 1);
        choose(box("Follow"), "");
        origin.asked();
        for (String path : List.of("/b", "/c")) {
            EchoOrigin.Asked next = origin.asked();
            assertThat(next.target()).isEqualTo(path);
            assertThat(next.method()).isEqualTo("PUT");
            assertThat(next.body()).isEqualTo("whole");
        }
    }

    @Test
    void redirectsThatGoRoundEndAfterTwenty() throws Exception {
        origin.at("/round", 303, "", "Location: /round");
        ask("GET", "/round", "");
        type("R", 1);
        choose(box("Follow"), "");
        until(22);
        assertThat(banner()).contains("20 redirects");
        live.session().flush();
        assertThat(live.exchanges()).hasSize(22);
    }

    @Test
    void freshCookiesComeFromLaterResponsesAndAreNamed() throws Exception {
        ask("GET", "/account", "", "Cookie: session=old; theme=dark; csrf=x");
        origin.at("/login", 200, "ok", "Set-Cookie: session=new; Path=/", "Set-Cookie: deep=1; Path=/login")
                .at("/logout", 200, "ok", "Set-Cookie: csrf=; Path=/; Max-Age=0");
        ask("GET", "/login", "");
        ask("GET", "/logout", "");
        type("R", 1);
        choose(box("Cookies"), "");
        assertThat(origin.asked().header("Cookie")).isEqualTo("session=new; theme=dark");
        assertThat(banner())
                .contains("session from #2")
                .contains("csrf left out")
                .contains("#3");
    }

    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void theDialogIsDrawn(Theme.Choice choice) {
        Theme theme = Screen.on(Theme::new);
        ReplayOptionsModel model = new ReplayOptionsModel(new MemoryInTest(), "https", true);
        Screen.run(() -> {
            theme.choose(choice);
            model.place.set("localhost:3000");
            model.follow.set(true);
            new ReplayDialog(model, 1, options -> {}).show(stage, theme);
        });
        Screen.until("the dialog", () -> dialog() != null);
        Screen.frames(10);
        Screen.save(
                Screen.on(() -> dialog().getScene().snapshot(null)),
                "replay-options-" + choice.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(Screen.on(() -> ((Label) dialog().getScene().lookup("#replay-where")).getText()))
                .contains("https://localhost:3000");
        Screen.run(() -> dialog().close());
    }

    @Test
    void theOptionsAreWhatIsSent() {
        ReplayOptionsModel model = new ReplayOptionsModel(new MemoryInTest(), "https", true);
        model.place.set("localhost:3000");
        model.edit.set(ReplayEdit.UNCONDITIONAL);
        model.follow.set(true);
        model.direct.set(true);
        assertThat(model.take())
                .isEqualTo(new ReplayOptions(
                        ReplayEdit.UNCONDITIONAL, new Origin("https", "localhost", 3000), true, true, false, true));
    }

    @Test
    void whatIsNoPlaceIsSaid() {
        ReplayOptionsModel model = new ReplayOptionsModel(new MemoryInTest(), "http", true);
        model.place.set("localhost:99999");
        assertThat(model.problem()).contains("65535");
        model.place.set("localhost/path");
        assertThat(model.problem()).contains("path");
        model.place.set("localhost");
        assertThat(model.problem()).isNull();
        model.hostFollows.set(false);
        assertThat(model.problem()).contains("upstream proxy");
    }

    private static final class MemoryInTest implements dev.hopscope.ui.kit.Memory {
        private final java.util.Map<String, String> kept = new java.util.HashMap<>();

        @Override
        public String get(String key) {
            return kept.get(key);
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }
    }
}
