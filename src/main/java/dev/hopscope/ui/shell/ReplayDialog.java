package dev.hopscope.ui.shell;

import dev.hopscope.exchange.Origin;
import dev.hopscope.replay.ReplayEdit;
import dev.hopscope.replay.ReplayOptions;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Theme;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** The options of a replay in a window of their own. FX thread. Hands them over; sends nothing. */
final class ReplayDialog {
    private final ReplayOptionsModel model;
    private final Consumer<ReplayOptions> chosen;
    private final Stage window = new Stage();
    private final ComboBox<String> place = new ComboBox<>();
    private final Label where = new Label();
    private final CheckBox hostFollows = check("replay.options.host");
    private final Button send;

    /** @param number of requests that are sent */
    ReplayDialog(ReplayOptionsModel model, int number, Consumer<ReplayOptions> chosen) {
        this.model = model;
        this.chosen = chosen;
        send = new Button(Messages.text("replay.options.send", number));
        send.setId("replay-send");
        send.setDefaultButton(true);
        send.setOnAction(e -> take());
    }

    void show(Stage owner, Theme theme) {
        Button cancel = new Button(Messages.text("button.cancel"));
        cancel.setOnAction(e -> window.close());
        Region space = new Region();
        HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        HBox foot = new HBox(space, cancel, send);
        foot.getStyleClass().add("replay-foot");
        VBox form = new VBox(edits(), placeBox(), others());
        form.getStyleClass().add("replay-form");
        VBox root = new VBox(form, foot);
        root.getStyleClass().add("replay-options");
        Scene scene = new Scene(root);
        theme.install(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !place.isShowing()) {
                window.close();
            }
        });
        model.place.subscribe(text -> judge());
        model.hostFollows.subscribe(on -> judge());
        model.direct.subscribe(on -> judge());
        window.initOwner(owner);
        window.initModality(Modality.WINDOW_MODAL);
        window.setTitle(Messages.text("replay.options.title"));
        window.setOnHidden(e -> theme.release(scene));
        window.setResizable(false);
        window.setScene(scene);
        window.show();
        place.requestFocus();
    }

    private Node edits() {
        ToggleGroup group = new ToggleGroup();
        VBox box = new VBox(title("replay.options.conditions"));
        box.getStyleClass().add("replay-group");
        for (ReplayEdit edit : ReplayEdit.values()) {
            RadioButton button = new RadioButton(
                    Messages.text("replay.options.edit." + edit.name().toLowerCase(Locale.ROOT)));
            button.setToggleGroup(group);
            button.setSelected(model.edit.get() == edit);
            button.setOnAction(e -> model.edit.set(edit));
            box.getChildren().add(button);
        }
        return box;
    }

    private Node placeBox() {
        place.setEditable(true);
        place.setId("replay-place");
        place.getItems().setAll(model.places());
        place.setPromptText(Messages.text("replay.options.place.prompt"));
        place.setAccessibleText(Messages.text("replay.options.place"));
        place.setMaxWidth(Double.MAX_VALUE);
        place.getEditor().textProperty().bindBidirectional(model.place);
        hostFollows.selectedProperty().bindBidirectional(model.hostFollows);
        where.getStyleClass().add("tertiary");
        where.setId("replay-where");
        where.setWrapText(true);
        VBox box = new VBox(title("replay.options.place"), place, hostFollows, where);
        box.getStyleClass().add("replay-group");
        return box;
    }

    private Node others() {
        CheckBox direct = option("replay.options.direct", model.direct);
        direct.setDisable(!model.upstream());
        VBox box = new VBox(
                title("replay.options.way"),
                option("replay.options.follow", model.follow),
                option("replay.options.cookies", model.freshCookies),
                direct);
        if (!model.upstream()) {
            Label none = new Label(Messages.text("replay.options.direct.none"));
            none.getStyleClass().add("tertiary");
            box.getChildren().add(none);
        }
        box.getStyleClass().add("replay-group");
        return box;
    }

    private static CheckBox option(String key, BooleanProperty on) {
        CheckBox box = check(key);
        box.selectedProperty().bindBidirectional(on);
        return box;
    }

    private static CheckBox check(String key) {
        CheckBox box = new CheckBox(Messages.text(key));
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        return box;
    }

    private static Label title(String key) {
        Label title = new Label(Messages.text(key));
        title.getStyleClass().add("section-title");
        return title;
    }

    private void judge() {
        String problem = model.problem();
        Origin to = model.elsewhere();
        hostFollows.setDisable(to == null && model.hostFollows.get());
        where.getStyleClass().remove("danger");
        if (problem != null) {
            where.getStyleClass().add("danger");
            where.setText(problem);
        } else {
            where.setText(
                    to == null
                            ? Messages.text("replay.options.place.own")
                            : Messages.text("replay.options.place.to", to.toString()));
        }
        send.setDisable(problem != null);
    }

    private void take() {
        window.close();
        chosen.accept(model.take());
    }
}
