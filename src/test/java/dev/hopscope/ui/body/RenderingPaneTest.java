package dev.hopscope.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodySample;
import dev.hopscope.inspect.body.BodyView;
import dev.hopscope.inspect.body.BodyViews;
import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.inspect.body.TreeNode;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding and folding in what is drawn, on the real toolkit. */
class RenderingPaneTest {
    private Background background;
    private Theme theme;
    private Stage stage;
    private RenderingPane pane;

    @BeforeEach
    void open() {
        Theme.loadFonts();
        Screen.run(() -> {
            background = new Background();
            theme = new Theme();
            pane = new RenderingPane(background);
            stage = new Stage();
            stage.setScene(new Scene(pane, 560, 600));
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
    void aClickFoldsARegionAndFindingOpensIt() {
        show("json", "application/json", "{\"a\":{\"needle\":1},\"b\":2}");
        Screen.run(() -> Event.fireEvent(
                pane.lookupAll(".fold").stream()
                        .map(Label.class::cast)
                        .filter(fold -> fold.getGraphic() != null && line(fold).equals("2"))
                        .findFirst()
                        .orElseThrow(),
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null)));
        Screen.until("the fold", () -> area().getText().contains("1 line "));
        assertThat(area().getText()).doesNotContain("needle");

        find("needle");
        Screen.until("the find", () -> area().getSelectedText().equals("needle"));
        assertThat(count()).isEqualTo("1 of 1");
    }

    @Test
    void f3GoesOnAndShiftF3Back() {
        show("text", "text/plain", "x1 x2 x3");
        find("x");
        Screen.until("three finds", () -> count().equals("1 of 3"));
        key(KeyCode.F3, false);
        assertThat(count()).isEqualTo("2 of 3");
        key(KeyCode.F3, true);
        key(KeyCode.F3, true);
        assertThat(count()).isEqualTo("3 of 3");
    }

    @Test
    void findingInATreeOpensTheWay() {
        show("json-tree", "application/json", "{\"a\":[" + "0,".repeat(5000) + "{\"deep\":{\"needle\":true}}]}");
        find("needle");
        @SuppressWarnings("unchecked")
        TreeView<TreeNode> tree = (TreeView<TreeNode>) pane.getCenter();

        Screen.until("the find", () -> tree.getSelectionModel().getSelectedItem() != null);
        assertThat(tree.getSelectionModel().getSelectedItem().getValue().name()).isEqualTo("needle");
        assertThat(tree.getSelectionModel()
                        .getSelectedItem()
                        .getParent()
                        .getParent()
                        .getValue()
                        .name())
                .isEqualTo("5000");
    }

    @Test
    void findingInPartsSelectsThePartAndThePlace() {
        show("lines", "application/x-ndjson", "{\"a\":1}\n{\"b\":\"needle\"}\n");
        find("needle");

        Screen.until(
                "the part",
                () -> ((TableView<?>) pane.lookup(".body-table"))
                                .getSelectionModel()
                                .getSelectedIndex()
                        == 1);
        Screen.until(
                "the place",
                () -> pane.lookup(".parts .rendering .styled-text") instanceof CodeArea a
                        && a.getSelectedText().equals("needle"));
    }

    @Test
    void findingInBytesSelectsTheRow() {
        show("hex", "", "0123456789abcdef".repeat(100) + "needle");
        find("6e 65 65");

        Screen.until("the find", () -> count().equals("1 of 1"));
    }

    @Test
    void thePartSelectedIsShownByTheViewThatSuitsIt() {
        show("events", "text/event-stream", "data: plain\n\ndata: {\"a\":1}\n\n");
        Screen.until("the first", () -> chooser() instanceof BodyView v && v.id().equals("text"));
        Screen.run(() ->
                ((TableView<?>) pane.lookup(".body-table")).getSelectionModel().select(1));

        Screen.until("the second", () -> chooser() instanceof BodyView v && v.id().equals("json"));
    }

    private Object chooser() {
        return pane.lookup(".part-bar .combo-box") instanceof ComboBox<?> box ? box.getValue() : null;
    }

    private static String line(Label fold) {
        return fold.getParent().getChildrenUnmodifiable().getFirst() instanceof Label label ? label.getText() : "";
    }

    private void find(String text) {
        Screen.run(() -> {
            pane.find();
            ((TextField) pane.lookup(".find-bar .text-field")).setText(text);
        });
    }

    private void key(KeyCode code, boolean shift) {
        Screen.run(() -> Event.fireEvent(
                pane.getCenter(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
    }

    private CodeArea area() {
        return (CodeArea) pane.lookup(".styled-text");
    }

    private String count() {
        List<String> texts = new ArrayList<>();
        for (Node node : pane.lookupAll(".find-bar > .caption")) {
            texts.add(((Label) node).getText());
        }
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private void show(String view, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        BodyRef ref = new BodyRef(new ExchangeId(1), Direction.RESPONSE, bytes.length, bytes.length);
        BodyView chosen = BodyViews.ALL.stream()
                .filter(v -> v.id().equals(view))
                .findFirst()
                .orElseThrow();
        BodyRendering rendering;
        try {
            rendering = chosen.render(BodySample.read(ByteSource.of(bytes), ref, Headers.of("Content-Type", type), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Screen.run(() -> pane.show(rendering));
        Screen.until("the drawing", () -> pane.shows(rendering));
        Screen.frames(4);
    }
}
