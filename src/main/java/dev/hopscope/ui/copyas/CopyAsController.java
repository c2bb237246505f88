package dev.hopscope.ui.copyas;

import dev.hopscope.interchange.code.Code;
import dev.hopscope.interchange.code.CodeTarget;
import dev.hopscope.ui.body.RenderingPane;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.event.EventTarget;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The controls of the pane, bound to its model. FX thread; a file is written in the background. Writes no code itself. */
public final class CopyAsController {
    private final CopyAsModel model;
    private final Background background;
    private final CopyAsActions actions;
    private final Runnable close;
    private final RenderingPane text;

    @FXML
    private ListView<TargetRow> targets;

    @FXML
    private BorderPane place;

    @FXML
    private CheckBox mask;

    @FXML
    private VBox notes;

    @FXML
    private Label done;

    @FXML
    private Button save;

    @FXML
    private Button copy;

    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    CopyAsController(CopyAsModel model, Background background, CopyAsActions actions, Runnable close) {
        this.model = model;
        this.background = background;
        this.actions = actions;
        this.close = close;
        text = new RenderingPane(background);
    }

    @FXML
    private void initialize() {
        place.setCenter(text);
        targets.setCellFactory(view -> new TargetCell());
        targets.getItems().setAll(TargetRow.all());
        model.targetProperty().subscribe(this::select);
        targets.scrollTo(targets.getSelectionModel().getSelectedIndex() - 4);
        targets.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row instanceof TargetRow.Choice one) {
                model.targetProperty().set(one.target());
            }
        });
        mask.selectedProperty().bindBidirectional(model.maskedProperty());
        model.shownProperty().subscribe(this::show);
    }

    private void select(CodeTarget target) {
        targets.getItems().stream()
                .filter(row -> row instanceof TargetRow.Choice one && one.target() == target)
                .findFirst()
                .ifPresent(row -> targets.getSelectionModel().select(row));
    }

    private void show(CopyAsModel.@Nullable Shown now) {
        String code = model.text();
        copy.setDisable(code == null);
        save.setDisable(code == null);
        text.show(code == null ? null : CodeLines.of(code));
        done.setText("");
        boolean refused = now != null && now.code() instanceof Code.Refused;
        notes.getChildren()
                .setAll(model.notes().stream()
                        .map(words -> note(words, refused))
                        .toList());
        notes.setManaged(!notes.getChildren().isEmpty());
    }

    private static Node note(String words, boolean refused) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox note = new HBox(new Glyph(refused ? "bi-exclamation-triangle" : "bi-info-circle"), label);
        note.getStyleClass().add(refused ? "copyas-refused" : "copyas-note");
        return note;
    }

    ListView<TargetRow> targets() {
        return targets;
    }

    /** Whether the key goes to where something is being found in the text. */
    boolean finds(EventTarget target) {
        if (text.getTop() == null) {
            return false;
        }
        Node node = target instanceof Node start ? start : null;
        while (node != null && node != text) {
            node = node.getParent();
        }
        return node != null;
    }

    @FXML
    private void copy() {
        String code = model.text();
        if (code != null) {
            actions.copy(code);
            model.used();
            close.run();
        }
    }

    @FXML
    private void save() {
        String code = model.text();
        if (code == null) {
            return;
        }
        String ending = TargetEnding.of(model.targetProperty().get().card());
        actions.fileToWrite(
                        "request" + ending, model.targetProperty().get().card().title(), ending)
                .ifPresent(file -> write(file, code));
    }

    private void write(Path file, String code) {
        background.run(
                () -> Files.writeString(file, code),
                written -> {
                    model.used();
                    done.setText(Messages.text("copyas.saved", written.getFileName()));
                },
                e -> done.setText(Messages.text("copyas.notSaved", String.valueOf(e.getMessage()))));
    }

    @FXML
    private void cancel() {
        close.run();
    }
}
