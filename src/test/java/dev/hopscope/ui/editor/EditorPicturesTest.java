package dev.hopscope.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.app.EchoOrigin;
import dev.hopscope.app.LiveHopscope;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.detail.DetailActions;
import dev.hopscope.ui.detail.DetailModel;
import dev.hopscope.ui.detail.DetailView;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pane with everything real behind it: what its controls do, and pictures of it under {@code target/snapshots}. */
class EditorPicturesTest implements EditorActions, ResponsePlace, DetailActions {
    private static final String ORDER = """
        {
          "customer": "c_20418",
          "currency": "EUR",
          "lines": [
            { "sku": "7712-A", "quantity": 2 },
            { "sku": "8841-B", "quantity": 1 }
          ],
          "note": "leave at the door"
        }\
        """;

    @TempDir
    Path folder;

    private final Background background = new Background();
    private final List<String> compared = new ArrayList<>();
    private EchoOrigin origin;
    private LiveHopscope live;
    private EditorModel model;
    private DetailModel responses;
    private DetailView response;
    private Theme theme;
    private Stage stage;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        origin = new EchoOrigin()
                .at(
                        "/v1/orders",
                        422,
                        "{\"error\":{\"code\":\"quantity_too_small\",\"path\":\"lines[1].quantity\",\"minimum\":1},\"request_id\":\"01JD9W7C2T\"}",
                        "Content-Type: application/json",
                        "X-Request-Id: 01JD9W7C2T");
        live = new LiveHopscope(folder);
        live.ask("POST " + origin.url("/v1/orders?dry_run=true") + " HTTP/1.1\r\nHost: " + origin.authority()
                + "\r\nUser-Agent: curl/8.9.1\r\nAccept: application/json\r\n"
                + "Authorization: Bearer eyJhbGciOi.J9.sig\r\nContent-Type: application/json\r\nContent-Length: "
                + ORDER.length() + "\r\nConnection: close\r\n\r\n" + ORDER);
        live.session().flush();
        Theme.loadFonts();
        Screen.run(() -> {
            theme = new Theme();
            model = new EditorModel(live.proxy(), background, InstantSource.system());
            responses = new DetailModel(background);
            responses.use(live.session().log(), live.session().bodies());
            response = DetailView.load(responses, this, background);
            response.select("response");
            model.use(live.session());
            EditorPane pane = new EditorPane(model, this, this);
            scene = new Scene(pane, 1440, 840);
            theme.install(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Screen.run(stage::close);
        background.close();
        live.close();
        origin.close();
    }

    private void openRow() {
        Screen.run(() -> model.open(new ExchangeId(1), () -> {}, why -> {
            throw new AssertionError(why);
        }));
        Screen.until("the draft", () -> model.openProperty().get().row() == 1);
    }

    private void send() {
        int before = Screen.on(() -> model.openProperty().get().attempts().size());
        Screen.run(() -> ((Button) find("#editor-send")).fire());
        Screen.until(
                "sent",
                () -> model.openProperty().get().attempts().size() > before
                        && model.sendingProperty().get() == null);
    }

    private Node find(String selector) {
        return scene.lookup(selector);
    }

    private void tab(int index) {
        Screen.run(
                () -> ((TabPane) find(".editor .tab-pane")).getSelectionModel().select(index));
        Screen.frames(3);
    }

    private Draft draft() {
        return Screen.on(() -> model.openProperty().get().draft());
    }

    private void toggle(String text) {
        Screen.run(() -> scene.getRoot().lookupAll(".toggle-button").stream()
                .filter(node -> node instanceof ToggleButton b && b.getText().equals(text))
                .findFirst()
                .map(ToggleButton.class::cast)
                .orElseThrow()
                .fire());
    }

    @Test
    void theUrlAndTheQueryAreTheSameThing() {
        openRow();
        tab(1);
        TextField value = Screen.on(() -> (TextField) find(".tab-pane .pair-value"));
        Screen.run(() -> scene.getRoot().lookupAll(".pair-value").stream()
                .map(TextField.class::cast)
                .filter(field -> field.getText().equals("true"))
                .forEach(field -> field.setText("no no")));
        assertThat(Screen.on(() -> ((TextField) find("#editor-url")).getText())).endsWith("?dry_run=no%20no");
        Screen.run(() -> ((TextField) find("#editor-url")).setText(origin.url("/v1/orders?a=1&b=2")));
        assertThat(draft().query()).extracting(Parameter::name).containsExactly("a", "b");
        assertThat(value).isNotNull();
    }

    @Test
    void theTextOfTheHeadersAndTheTableAreTheSameThing() {
        openRow();
        toggle("Raw");
        Screen.run(() -> {
            TextArea raw = (TextArea) find(".editor-raw");
            raw.requestFocus();
            raw.setText(raw.getText() + "\nX-Debug: 1");
        });
        assertThat(draft().headers().first("X-Debug")).isEqualTo("1");
        toggle("Table");
        Screen.run(() -> scene.getRoot().lookupAll(".pair-value").stream()
                .map(TextField.class::cast)
                .filter(field -> field.getText().equals("1"))
                .forEach(field -> field.setText("2")));
        toggle("Raw");
        assertThat(Screen.on(() -> ((TextArea) find(".editor-raw")).getText())).endsWith("X-Debug: 2");
    }

    @Test
    void aTokenIsWrittenIntoItsLine() {
        openRow();
        tab(2);
        Screen.run(() -> scene.getRoot().lookupAll(".editor-field .text-field").stream()
                .map(TextField.class::cast)
                .filter(field -> field.getText().startsWith("eyJ"))
                .forEach(field -> field.setText("other")));
        assertThat(draft().headers().first("Authorization")).isEqualTo("Bearer other");
        toggle("Basic");
        assertThat(draft().headers().first("Authorization")).isEqualTo("Basic Og==");
        toggle("None");
    }

    @Test
    void ctrlEnterSendsAndTheResponseStandsBeside() {
        openRow();
        Screen.run(() -> Event.fireEvent(
                find("#editor-url"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false)));
        Screen.until("answered", () -> {
            Attempt shown = model.openProperty().get().shown();
            return shown != null && shown.status() == 422;
        });
        Screen.until(
                "the response",
                () -> scene.getRoot().lookupAll(".status-badge").stream()
                        .anyMatch(node ->
                                node instanceof Label label && label.getText().contains("422")));
    }

    @Test
    void twoSendingsAreCompared() {
        openRow();
        send();
        send();
        Screen.run(() -> scene.getRoot().lookupAll(".sent-side .button").stream()
                .filter(node -> node instanceof Button b && b.getText().equals("Compare A and B"))
                .findFirst()
                .map(Button.class::cast)
                .orElseThrow()
                .fire());
        assertThat(compared).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void thePaneIsDrawn(Theme.Choice choice) {
        String name = choice.name().toLowerCase(Locale.ROOT);
        Screen.run(() -> theme.choose(choice));
        draw("editor-blank-" + name, 1440, 840);
        openRow();
        send();
        Screen.run(() -> model.edit(d -> d.withBody(d.body().withText(ORDER.replace("1 }", "0 }")))));
        send();
        Screen.run(() -> model.edit(d -> d.withFields(lines -> {
            List<FieldLine> more = new ArrayList<>(lines);
            more.add(new FieldLine("X-Debug", "1").with(false));
            return more;
        })));
        Screen.frames(20);
        draw("editor-" + name, 1440, 840);
        draw("editor-small-" + name, 900, 560);
        tab(1);
        Screen.run(() -> model.edit(d -> d.withBody(d.body().withText("{\n  \"a\": 1,\n  b\n}"))));
        draw("editor-query-fault-" + name, 1440, 840);
        tab(2);
        Screen.run(() -> model.edit(d -> d.withKind(DraftBody.Kind.FORM).withUrl("http://localhost:3000/v1/orders")));
        toggle("Form");
        draw("editor-auth-form-" + name, 1440, 840);
        tab(0);
        toggle("Raw");
        live.proxy().stop();
        Screen.run(() -> model.look());
        draw("editor-raw-off-" + name, 1440, 840);
    }

    private void draw(String name, double width, double height) {
        Screen.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            ((javafx.scene.layout.Region) scene.getRoot()).resize(width, height);
        });
        Screen.frames(6);
        Screen.save(
                Screen.on(() -> {
                    javafx.scene.layout.Region root = (javafx.scene.layout.Region) scene.getRoot();
                    root.resize(width, height);
                    root.applyCss();
                    root.layout();
                    root.layout();
                    javafx.scene.SnapshotParameters parameters = new javafx.scene.SnapshotParameters();
                    parameters.setViewport(new javafx.geometry.Rectangle2D(0, 0, width, height));
                    return root.snapshot(parameters, null);
                }),
                name);
    }

    @Override
    public void leaveEditor() {}

    @Override
    public void showRow(ExchangeId row) {}

    @Override
    public void compare(ExchangeId first, ExchangeId second) {
        compared.add(first + " " + second);
    }

    @Override
    public void remove(Hindrance hindrance) {}

    @Override
    public Optional<Path> fileToSend() {
        return Optional.empty();
    }

    @Override
    public Parent node() {
        return response.node();
    }

    @Override
    public void show(ExchangeId id) {
        responses.show(id);
    }

    @Override
    public void showNothing() {
        responses.showNothing();
    }

    @Override
    public void showCaInstructions() {}

    @Override
    public void tunnelHost(Endpoint target) {}

    @Override
    public void trust(String sha256) {}

    @Override
    public void focusView(boolean on) {}

    @Override
    public void step(int rows) {}

    @Override
    public void compareWithPrevious() {}

    @Override
    public void compareWithOriginal() {}

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return Optional.empty();
    }
}
