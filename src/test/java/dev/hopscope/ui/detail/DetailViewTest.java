package dev.hopscope.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pane with its controls, on the real toolkit. */
class DetailViewTest {
    private final SampleExchanges samples = new SampleExchanges();
    private final List<String> asked = new ArrayList<>();

    @TempDir
    Path folder;

    private Background background;
    private Theme theme;
    private Stage stage;
    private DetailModel model;
    private DetailView view;

    @BeforeEach
    void open() {
        Theme.loadFonts();
        Screen.run(() -> {
            background = new Background();
            theme = new Theme();
            model = new DetailModel(background);
            model.use(samples.log(), samples.bodies());
            view = DetailView.load(model, new Asked(), background);
            stage = new Stage();
            stage.setScene(new Scene(view.node(), 440, 780));
            theme.install(stage.getScene());
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Screen.run(() -> {
            theme.release(stage.getScene());
            stage.close();
            background.close();
        });
    }

    @Test
    void theRemediesForARefusedCertificateAct() {
        show(samples.refusedHandshake());
        Button install = button("detail.trouble.client.install");
        Button tunnel = button("detail.trouble.client.tunnel");
        Screen.run(install::fire);
        Screen.run(tunnel::fire);

        assertThat(asked).containsExactly("instructions", "tunnel pypi.example:443");
        assertThat(tunnel.isDisabled()).isTrue();
        assertThat(tunnel.getText()).contains("pypi.example");
    }

    @Test
    void aBadOriginCertificateIsTrustedByItsFingerprint() {
        Exchange exchange = samples.badCertificate();
        show(exchange);
        Button trust = button("detail.trouble.origin.trust");
        Screen.run(trust::fire);

        Trouble.BadCertificate trouble =
                (Trouble.BadCertificate) ExchangeReport.of(exchange).trouble();
        assertThat(asked).containsExactly("trust " + trouble.sha256());
        assertThat(trust.isDisabled()).isTrue();
    }

    @Test
    void altAndADigitBringATabToTheFront() {
        show(samples.cart());
        Screen.run(() -> stage.getScene().getAccelerators().entrySet().stream()
                .filter(e -> e.getKey()
                        .match(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT4, false, false, true, false)))
                .forEach(e -> e.getValue().run()));

        TabPane tabs = (TabPane) view.node().lookup(".detail-tabs");
        assertThat(tabs.getSelectionModel().getSelectedItem().getId()).isEqualTo("tab-response");
    }

    @Test
    void theHeadAsReturnedIsOneClickAway() {
        show(samples.cart());
        select(3);
        assertThat(text(".styled-text")).doesNotContain("hopscope");
        Screen.run(() -> view.node().lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(t -> t.getText().equals("Returned") && shown(t))
                .forEach(ToggleButton::fire));

        assertThat(text(".styled-text")).contains("Via: 1.1 hopscope");
    }

    @Test
    void textIsFoundInTheBodyAndCounted() {
        show(samples.cart());
        select(3);
        settle(Direction.RESPONSE);
        Screen.run(() -> Event.fireEvent(
                view.node().lookup(".body-pane"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F, false, true, false, false)));
        Screen.until("the bar", () -> field() != null);
        Screen.run(() -> field().setText("vinegar"));

        Screen.until("40 finds", () -> labels().contains("1 of 40"));
    }

    @Test
    void bodyIsSavedWhereTheUserSays() throws Exception {
        show(samples.cart());
        select(3);
        settle(Direction.RESPONSE);
        Screen.run(() -> ((Button)
                        find(n -> n instanceof Button && "Save body".equals(n.getAccessibleText()) && shown(n)))
                .fire());
        choose("save-decoded");
        Screen.until("the file", () -> labels().stream().anyMatch(t -> t.startsWith("Saved ")));

        assertThat(Files.readString(folder.resolve("cart.json"))).isEqualTo(SampleExchanges.cartJson());
    }

    @Test
    void codedBodyIsSavedAsItPassedToo() throws Exception {
        show(samples.cart());
        select(3);
        settle(Direction.RESPONSE);
        Screen.run(() -> ((Button)
                        find(n -> n instanceof Button && "Save body".equals(n.getAccessibleText()) && shown(n)))
                .fire());
        choose("save-as-passed");
        Screen.until("the file", () -> labels().stream().anyMatch(t -> t.startsWith("Saved ")));

        assertThat(folder.resolve("cart.json.gz")).exists();
        assertThat(labels()).contains("Saved 478 B as they passed");
    }

    @Test
    void closingTheWindowWhileABodyLoadsIsNoFault() {
        List<Throwable> faults = new ArrayList<>();
        show(samples.cart());
        Screen.run(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
            view.select(3);
            background.close();
        });
        Screen.frames(3);
        Screen.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));

        assertThat(faults).isEmpty();
    }

    @Test
    void largeBodyIsReadPartByPartUpToTheCapOfText() {
        byte[] text = "0123456789 abcdefghijklmnopqrstuvwxyz\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        show(samples.response(70, "/big.txt", "text/plain", "", text, text.length));
        select(3);
        settle(Direction.RESPONSE);
        assertThat(ready().sample().bytes()).hasSize(256 << 10);

        for (int size = 1 << 20; size <= 1 << 20; size *= 4) {
            Button more = button("body.more");
            Screen.until("ready", () -> !more.isDisabled());
            Screen.run(more::fire);
            settle(Direction.RESPONSE);
            assertThat(ready().sample().bytes()).hasSize(size);
        }
        Screen.run(() -> ((Button) view.node().lookup(".body-foot .button")).fire());
        settle(Direction.RESPONSE);
        assertThat(((BodyRendering.Text) ready().rendering()).cut()).isTrue();
        assertThat(shown(view.node().lookup(".body-foot .button"))).isFalse();
    }

    private BodyModel.Ready ready() {
        return (BodyModel.Ready) model.body(Direction.RESPONSE).stateProperty().get();
    }

    private void show(Exchange exchange) {
        Screen.run(() -> model.show(exchange.id()));
        Screen.until("the report", () -> model.stateProperty().get() instanceof DetailModel.Shown);
        Screen.frames(3);
    }

    private void select(int tab) {
        Screen.run(() -> view.select(tab));
        Screen.frames(3);
    }

    private void settle(Direction direction) {
        Screen.until(
                "the body",
                () -> model.body(direction).stateProperty().get() instanceof BodyModel.Ready
                        && !model.body(direction).busyProperty().get());
        Screen.frames(3);
    }

    /** Fires an item of the menu that is open. */
    private static void choose(String id) {
        Screen.run(() -> javafx.stage.Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private Button button(String key) {
        String text = Messages.text(key);
        return (Button) find(n -> n instanceof Button b && b.getText().equals(text) && shown(n));
    }

    private Node find(java.util.function.Predicate<Node> wanted) {
        return view.node().lookupAll("*").stream().filter(wanted).findFirst().orElseThrow();
    }

    private TextField field() {
        return (TextField) view.node().lookup(".find-bar .text-field");
    }

    private List<String> labels() {
        return view.node().lookupAll(".label").stream()
                .filter(n -> n instanceof Label && shown(n))
                .map(n -> ((Label) n).getText())
                .toList();
    }

    private String text(String selector) {
        return Screen.on(() -> view.node().lookupAll(selector).stream()
                .filter(DetailViewTest::shown)
                .map(n -> ((org.fxmisc.richtext.CodeArea) n).getText())
                .findFirst()
                .orElseThrow());
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private final class Asked implements DetailActions {
        @Override
        public void compareWithPrevious() {
            asked.add("compare with previous");
        }

        @Override
        public void compareWithOriginal() {
            asked.add("compare with original");
        }

        @Override
        public void showCaInstructions() {
            asked.add("instructions");
        }

        @Override
        public void tunnelHost(Endpoint target) {
            asked.add("tunnel " + target);
        }

        @Override
        public void focusView(boolean on) {
            asked.add("focus " + on);
        }

        @Override
        public void show(dev.hopscope.exchange.ExchangeId id) {}

        @Override
        public void step(int rows) {
            asked.add("step " + rows);
        }

        @Override
        public void trust(String sha256) {
            asked.add("trust " + sha256);
        }

        @Override
        public Optional<Path> chooseFile(String suggestedName) {
            return Optional.of(folder.resolve(suggestedName));
        }
    }
}
