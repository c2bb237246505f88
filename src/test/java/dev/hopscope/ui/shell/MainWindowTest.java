package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RecordingState;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.settings.Settings;
import dev.hopscope.settings.SettingsFile;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.table.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window without a display, on a proxy and a session in memory. */
class MainWindowTest {
    @TempDir
    Path folder;

    private TestWindow w;

    @BeforeEach
    void open() {
        w = new TestWindow(folder);
    }

    @AfterEach
    void close() {
        w.close();
    }

    @Test
    void theWindowStandsBeforeAuthoritySessionAndPort() {
        Screen.run(w.window::show);
        Screen.frames(2);
        assertThat(w.text("#state")).isEqualTo("Starting, making the CA");
        w.started();
        Screen.until("it listens", () -> "Listening on".equals(((Label) w.find("#state")).getText()));
        assertThat(w.text("#addressText")).isEqualTo("127.0.0.1:8888");
        assertThat(w.text("#curl"))
                .isEqualTo("curl -x 127.0.0.1:8888 --cacert ~/.hopscope/hopscope-ca-cert.pem https://example.com");
    }

    @Test
    void rowsArriveAndTheSelectedOneIsShownInDetail() {
        w.started().rows(List.of(Rows.row(1), Rows.row(2), Rows.row(3), Rows.row(4), Rows.row(5)));
        Screen.run(() -> w.table().select(new ExchangeId(2)));
        assertThat(Screen.on(() -> List.copyOf(w.detail.shown))).containsExactly(2L);
        assertThat(Screen.on(() -> w.detail.node().getScene())).isNotNull();
    }

    @Test
    void enterGivesTheDetailTheWindowAndEscGivesItBack() {
        w.started().rows(List.of(Rows.row(1), Rows.row(2), Rows.row(3), Rows.row(4), Rows.row(5)));
        Screen.run(() -> w.table().select(new ExchangeId(2)));
        Screen.run(() -> press(w.table().view(), KeyCode.ENTER));
        assertThat(w.detail.focused).isTrue();
        assertThat(Screen.on(w::table)).isNull();
        assertThat(w.detail.place).isEqualTo("2 of 5");

        Screen.run(() -> w.window.step(1));
        assertThat(w.detail.place).isEqualTo("3 of 5");
        assertThat(Screen.on(() -> List.copyOf(w.detail.shown))).containsExactly(3L);

        Screen.run(() -> press(w.detail.node(), KeyCode.ESCAPE));
        assertThat(w.detail.focused).isFalse();
        assertThat(Screen.on(() -> w.table().getScene())).isNotNull();
    }

    @Test
    void changedLinesThatAreNotRoutineAreOneClickAway() {
        w.started()
                .rows(List.of(
                        Rows.row(1),
                        Rows.get(2).changes(4, 3).notableChanges(true).build(),
                        Rows.get(3).changes(2, 1).build(),
                        Rows.row(4)));
        assertThat(w.text("#changedCount")).isEqualTo("1");
        Screen.run(() -> ((javafx.scene.control.ToggleButton) w.find("#changed")).fire());
        Screen.until("only changed ones", () -> w.table().model().size() == 1);
        assertThat(Screen.on(() ->
                        dev.hopscope.ui.table.RowText.changes(w.table().model().get(0))))
                .isEqualTo("4\u00B73");
    }

    @Test
    void theFirstRowTicksTheGuideAndMoreTakeItsPlace() {
        w.started();
        Screen.until("the guide waits", () -> arrived().equals("waiting for traffic"));
        w.rows(List.of(Rows.row(1)));
        Screen.until("the first has come", () -> arrived().equals("#1 arrived, 200"));
        w.rows(java.util.stream.LongStream.rangeClosed(2, 10)
                .mapToObj(Rows::row)
                .toList());
        Screen.frames(2);
        assertThat(Screen.on(() -> w.find(".guide")
                        .getParent()
                        .getParent()
                        .getParent()
                        .getParent()
                        .isVisible()))
                .isFalse();
    }

    @Test
    void theFilterSearchesRowsAtOnceAndHeadsAfterwards() {
        w.session.headsOf = "heads.example";
        w.started()
                .rows(List.of(
                        Rows.row(1),
                        Rows.get(2).target("https", "needle.example", 443).build(),
                        Rows.get(3).target("https", "heads.example", 443).build(),
                        Rows.row(4)));
        Screen.run(() -> field().setText("needle"));
        Screen.until("row and head are found", () -> w.table().model().size() == 2);
        assertThat(w.text("#count")).isEqualTo("2");
        Screen.run(() -> press(field(), KeyCode.ESCAPE));
        Screen.until("all are shown", () -> w.table().model().size() == 4);
    }

    @Test
    void anExchangeThatComesAfterTheSearchIsFoundByItsHeadsToo() {
        w.session.headsOf = "heads.example";
        w.started().rows(List.of(Rows.row(1), Rows.row(2)));
        Screen.run(() -> field().setText("needle"));
        Screen.until("nothing matches", () -> w.table().model().isEmpty());
        w.rows(List.of(Rows.get(3).target("https", "heads.example", 443).build()));
        Screen.until("the new one is found", () -> w.table().model().size() == 1);
    }

    @Test
    void errorsAndTunnelsAreCountedAndShownAlone() {
        w.started()
                .rows(List.of(
                        Rows.row(1), Rows.get(2).status(404).build(), Rows.tunnel(3, true), Rows.tunnel(4, false)));
        Screen.frames(2);
        assertThat(w.text("#errorsCount")).isEqualTo("1");
        assertThat(w.text("#tunnelsCount")).isEqualTo("2");
        assertThat(w.text("#count")).isEqualTo("3");
        Screen.run(() -> ((ToggleButton) w.find("#errors")).fire());
        Screen.until("errors only", () -> w.table().model().size() == 1);
        Screen.run(() -> ((ToggleButton) w.find("#tunnels")).fire());
        Screen.until("tunnels too", () -> w.table().model().size() == 3);
    }

    @Test
    void whereNothingMatchesOneClickShowsAllAgain() {
        w.started().rows(List.of(Rows.row(1), Rows.row(2), Rows.row(3), Rows.row(4)));
        Screen.run(() -> field().setText("nowhere"));
        Screen.until("nothing matches", () -> w.table().model().isEmpty());
        Button clear = Screen.on(() -> (Button) w.stage.getScene().lookup(".no-match .button"));
        assertThat(clear.getText()).isEqualTo("Clear filter");
        Screen.run(clear::fire);
        Screen.until("all are shown", () -> w.table().model().size() == 4);
    }

    @Test
    void recordingOffReallyPausesTheSession() {
        w.started();
        Screen.until("it records", () -> ((ToggleButton) w.find("#recording")).isSelected());
        Screen.run(() -> ((ToggleButton) w.find("#recording")).fire());
        assertThat(w.session.state).isInstanceOf(RecordingState.Paused.class);
        assertThat(w.text("#state")).isEqualTo("Paused, traffic passes unrecorded");
        Screen.run(() -> ((ToggleButton) w.find("#recording")).fire());
        assertThat(w.session.state).isInstanceOf(RecordingState.Recording.class);
    }

    @Test
    void openTlsOffReachesTheProxyAndTheSettings() {
        w.started();
        Screen.run(() -> ((ToggleButton) w.find("#openTls")).fire());
        assertThat(w.proxy.options().intercept()).isFalse();
        Screen.until("it is remembered", () -> !w.settings.get().interception().on());
    }

    @Test
    void theStatusBarSaysThatTlsPassesUnopened() {
        w.started();
        assertThat(Screen.on(() -> w.find("#tls").isVisible())).isFalse();
        Screen.run(() -> ((ToggleButton) w.find("#openTls")).fire());
        assertThat(Screen.on(() -> w.find("#tls").isVisible())).isTrue();
        assertThat(w.text("#tls")).isEqualTo("TLS passes unopened");
    }

    @Test
    void theStatusBarCountsWhatTheFilterBarCounts() {
        w.started().rows(List.of(Rows.tunnel(1, true), Rows.row(2), Rows.row(3)));
        assertThat(w.text("#count")).isEqualTo("2");
        assertThat(w.text("#exchanges")).isEqualTo("2");
    }

    @Test
    void escPutsAwayTheHitRatioOnceNothingIsSelected() {
        w.started().rows(List.of(Rows.row(1)));
        Screen.run(() -> {
            w.window.showRatio(true);
            w.table().select(new ExchangeId(1));
            press(w.table().view(), KeyCode.ESCAPE);
        });
        assertThat(w.window.ratioShown()).isTrue();
        assertThat(w.table().selectedProperty().get()).isNull();
        Screen.run(() -> press(w.table().view(), KeyCode.ESCAPE));
        assertThat(w.window.ratioShown()).isFalse();
    }

    @Test
    void theCacheIsTurnedOnAndOffAtTheProxyAndInTheSettings() {
        w.started();
        Screen.run(() -> ((ToggleButton) w.find("#cache")).fire());
        assertThat(w.proxy.options().cache()).isNotNull();
        Screen.until("it is remembered", () -> w.settings.get().cache().on());
        Screen.run(() -> ((ToggleButton) w.find("#cache")).fire());
        assertThat(w.proxy.options().cache()).isNull();
        Screen.until("it is remembered", () -> !w.settings.get().cache().on());
    }

    @Test
    void aTakenPortNamesItsHolderAndOffersTheNextFreeOne() {
        w.started();
        w.proxy.set(new ProxyState.Failed("Port 8888 is in use", true, "java, process 4127", 8889));
        Screen.until("the banner is there", () -> w.find(".banner") != null);
        assertThat(Screen.on(() -> w.find(".banner").getAccessibleText()))
                .isEqualTo("Port 8888 is in use by java, process 4127. Nothing is captured yet.");
        Screen.run(() -> button(".banner", "Use 8889").fire());
        Screen.until("it listens there", () -> w.find(".banner") == null && w.proxy.calls.contains("move 8889"));
        assertThat(w.proxy.calls).containsExactly("move 8889");
        assertThat(new SettingsFile(folder.resolve("settings.json"))
                        .read()
                        .settings()
                        .proxy()
                        .port())
                .isEqualTo(8889);
    }

    @Test
    void aPortThatCannotBeOpenedIsNotStored() {
        w.started();
        w.proxy.taken = 8889;
        w.proxy.set(new ProxyState.Failed("Port 8888 is in use", true, "java, process 4127", 8889));
        Screen.until("the banner is there", () -> w.find(".banner") != null);
        Screen.run(() -> button(".banner", "Use 8889").fire());
        Screen.until("it was tried", () -> w.proxy.calls.contains("move 8889"));
        w.proxy.set(new ProxyState.Listening(new Endpoint("127.0.0.1", 8888), null));
        Screen.until(
                "it is said",
                () -> w.find(".banner") != null
                        && w.find(".banner").getAccessibleText().contains("Port 8889 is taken"));
        assertThat(w.settings.get().proxy().port()).isEqualTo(8888);
    }

    @Test
    void aStoppedRecordingSaysWhyAndGoesAwayWhenItResumes() {
        w.started();
        w.session.state = new RecordingState.Stopped("The disk is full.");
        Screen.until("the banner is there", () -> w.find(".banner") != null);
        assertThat(Screen.on(() -> w.find(".banner").getAccessibleText()))
                .isEqualTo("Recording has stopped. The disk is full. Traffic goes on.");
        w.session.state = new RecordingState.Recording();
        Screen.until("the banner is gone", () -> w.find(".banner") == null);
    }

    @Test
    void listeningBeyondThisMachineIsWarnedOf() {
        w.started();
        w.proxy.set(
                new ProxyState.Listening(new Endpoint("0.0.0.0", 8888), "Anyone who reaches this machine can use it."));
        Screen.until("the banner is there", () -> w.find(".banner") != null);
        Screen.run(() -> button(".banner", "Listen on this machine only").fire());
        Screen.until(
                "the settings say so", () -> w.settings.get().proxy().host().equals("127.0.0.1"));
    }

    @Test
    void anOpenedSessionIsReadOnlyAndTheWayBackIsOneClick() {
        w.started().rows(List.of(Rows.row(1)));
        w.answer = Optional.of(Path.of("/old/session.hops"));
        Screen.run(() -> menu("Open…").fire());
        Screen.until("the banner is there", () -> w.find(".banner") != null);
        assertThat(Screen.on(() -> w.find("#clear").isDisabled())).isTrue();
        assertThat(Screen.on(() -> w.find("#recording").isDisabled())).isTrue();
        Screen.until(
                "it is remembered",
                () -> w.settings.get().window().recentFiles().contains("/old/session.hops"));
        Screen.run(() -> button(".banner", "Back to live").fire());
        Screen.until(
                "live again",
                () -> w.find(".banner") == null && !w.find("#clear").isDisabled());
    }

    @Test
    void aFileThatIsNoSessionIsSaidInABanner() {
        w.started();
        w.answer = Optional.of(Path.of("/old/bad.hops"));
        Screen.run(() -> menu("Open…").fire());
        Screen.until("the banner is there", () -> w.find(".banner") != null);
        assertThat(Screen.on(() -> w.find(".banner").getAccessibleText()))
                .isEqualTo("The session could not be opened. It is no session");
        Screen.run(() -> button(".banner", "Dismiss").fire());
        assertThat(Screen.on(() -> w.find(".banner") == null)).isTrue();
    }

    @Test
    void clearingAsksFirst() {
        w.started().rows(List.of(Rows.row(1), Rows.row(2)));
        w.confirmed = false;
        Screen.run(() -> ((Button) w.find("#clear")).fire());
        assertThat(w.session.log.size()).isEqualTo(2);
        w.confirmed = true;
        Screen.run(() -> ((Button) w.find("#clear")).fire());
        Screen.until(
                "all are gone", () -> w.table().model().countsProperty().get().rows() == 0);
        assertThat(w.calls).containsExactly("Remove 2 exchanges?", "Remove 2 exchanges?");
    }

    @Test
    void theDeleteKeyRemovesTheSelectedRows() {
        w.started().rows(List.of(Rows.row(1), Rows.row(2), Rows.row(3)));
        Screen.run(() -> {
            press(w.table().view(), KeyCode.HOME);
            w.table()
                    .view()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, true, false, false, false));
            press(w.table().view(), KeyCode.DELETE);
        });
        Screen.until("two are gone", () -> w.table().model().size() == 1);
        assertThat(w.session.log.rows().getFirst().id()).isEqualTo(3);
    }

    @Test
    void theDeleteKeyLeavesSelectedRowsThatTheFilterHides() {
        w.started()
                .rows(List.of(
                        Rows.get(1).path("/hidden", false).build(),
                        Rows.get(2).path("/shown", false).build()));
        Screen.run(() -> {
            press(w.table().view(), KeyCode.HOME);
            w.table()
                    .view()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, true, false, false, false));
            field().setText("/shown");
        });
        Screen.until("one is shown", () -> w.table().model().size() == 1);
        Screen.run(() -> press(w.table().view(), KeyCode.DELETE));
        Screen.until("it is gone", () -> w.table().model().size() == 0);
        assertThat(w.session.log.rows()).extracting(ExchangeRow::id).containsExactly(1L);
    }

    @Test
    void theUrlOfARowIsCopied() {
        w.started()
                .rows(List.of(Rows.get(1)
                        .target("http", "::1", 8080)
                        .path("/a?b", false)
                        .build()));
        Screen.run(() -> {
            w.table().select(new ExchangeId(1));
            menu("Copy URL").fire();
        });
        assertThat(Screen.on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("http://[::1]:8080/a?b");
    }

    @Test
    void jAndKMoveTheSelection() {
        w.started().rows(List.of(Rows.row(1), Rows.row(2), Rows.row(3)));
        Screen.run(() -> {
            type(w.table().view(), "j");
            type(w.table().view(), "j");
            type(w.table().view(), "k");
        });
        assertThat(Screen.on(() -> w.table().selectedProperty().get())).isEqualTo(new ExchangeId(1));
    }

    @Test
    void everyControlCanBeReachedByKeyboardAndHasAName() {
        w.started().rows(List.of(Rows.row(1), Rows.row(2), Rows.row(3), Rows.row(4)));
        Screen.frames(3);
        List<String> nameless = new ArrayList<>();
        List<String> unreachable = new ArrayList<>();
        Screen.run(() -> walk(w.stage.getScene().getRoot(), node -> {
            boolean control = node instanceof Button
                    || node instanceof ToggleButton
                    || node instanceof MenuButton
                    || node instanceof TextField;
            if (control && node.isVisible() && !node.getStyleClass().contains("pill")) {
                String text = node instanceof Labeled labeled ? labeled.getText() : "";
                String name = node.getAccessibleText() == null ? text : node.getAccessibleText();
                if (name == null || name.isBlank()) {
                    nameless.add(node.toString());
                }
                if (!node.isFocusTraversable()) {
                    unreachable.add(node.toString());
                }
            }
        }));
        assertThat(nameless).isEmpty();
        assertThat(unreachable).isEmpty();
    }

    @Test
    void theNarrowWindowPutsTheDetailBelow() {
        w.started().rows(List.of(Rows.row(1), Rows.row(2), Rows.row(3), Rows.row(4)));
        Screen.run(() -> w.stage.setWidth(950));
        Screen.until(
                "it is below",
                () -> w.detail.node().getParent().getLayoutY() >= 0
                        && ((javafx.scene.control.SplitPane) w.find(".split-pane")).getOrientation()
                                == javafx.geometry.Orientation.VERTICAL);
        assertThat(Screen.on(() -> w.find("#show").isVisible())).isTrue();
        assertThat(Screen.on(() -> w.find("#errors").isVisible())).isFalse();
    }

    @Test
    void theThemeChosenInTheMenuIsRemembered() {
        w.started();
        Screen.run(() -> menu("Dark").fire());
        assertThat(Screen.on(() -> w.theme.darkProperty().get())).isTrue();
        Screen.until("it is remembered", () -> w.settings.get().window().theme() == Settings.Theme.DARK);
    }

    @Test
    void aSavedCopyThatFailsIsSaid() {
        w.started();
        w.answer = Optional.of(Path.of("/full/copy.hops"));
        Screen.run(() -> menu("Save a copy…").fire());
        Screen.until("the banner is there", () -> w.find(".banner") != null);
        assertThat(Screen.on(() -> w.find(".banner").getAccessibleText()))
                .isEqualTo("The copy could not be saved. The disk is full");
    }

    private String arrived() {
        return w.find("#arrived") instanceof Label label ? label.getText() : "";
    }

    private TextField field() {
        return (TextField) w.find("#text");
    }

    private Button button(String under, String text) {
        return w.stage.getScene().getRoot().lookupAll(under + " .button").stream()
                .filter(n -> n instanceof Button b && text.equals(b.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    /** Opens the menu as a click does, so that it says how things stand. */
    private MenuItem menu(String text) {
        MenuButton menu = (MenuButton) w.find("#menu");
        menu.getOnShowing().handle(null);
        return search(menu.getItems(), text).orElseThrow(() -> new AssertionError("no entry " + text));
    }

    private static Optional<MenuItem> search(List<MenuItem> items, String text) {
        for (MenuItem item : items) {
            if (text.equals(item.getText())) {
                return Optional.of(item);
            }
            if (item instanceof Menu menu) {
                Optional<MenuItem> inside = search(menu.getItems(), text);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static void type(Node node, String character) {
        node.fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false));
    }

    private static void walk(Node node, Consumer<Node> visitor) {
        if (!node.isVisible()) {
            return;
        }
        visitor.accept(node);
        if (node instanceof Parent parent
                && !(node instanceof Control
                        && !(node instanceof javafx.scene.control.SplitPane
                                || node instanceof javafx.scene.control.ScrollPane))) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
        }
    }

    static List<ExchangeRow> rows(int number) {
        return java.util.stream.LongStream.rangeClosed(1, number)
                .mapToObj(Rows::row)
                .toList();
    }
}
