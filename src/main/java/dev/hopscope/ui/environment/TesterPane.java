package dev.hopscope.ui.environment;

import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The tester: what is tried, the matrix, the reason of the selected client, and what to write instead. FX thread. Decides nothing. */
final class TesterPane extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TesterModel model;

    TesterPane(TesterModel model, Consumer<String> copy) {
        this.model = model;
        getStyleClass().add("tester");
        TesterTable table = new TesterTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        TesterReason reason = new TesterReason();
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> reason.show(model.matrixProperty().get(), row));
        ScrollPane below = new ScrollPane(new VBox(reason, new TesterAdvice(model, copy)));
        below.setFitToWidth(true);
        below.getStyleClass().add("tester-below");
        getChildren().addAll(sources(), typed(), options(), problem(), table, below);
    }

    private HBox sources() {
        HBox choices = new HBox();
        choices.getStyleClass().add("choices");
        for (TesterSource source : TesterSource.values()) {
            ToggleButton choice = new ToggleButton(
                    Messages.text("tester.source." + source.name().toLowerCase(Locale.ROOT)));
            choice.setId("tester-" + source.name().toLowerCase(Locale.ROOT));
            choice.setMinWidth(USE_PREF_SIZE);
            choice.setOnAction(e -> {
                choice.setSelected(true);
                model.choose(source);
            });
            model.source.subscribe(now -> choice.setSelected(now == source));
            choices.getChildren().add(choice);
        }
        choices.getChildren().getFirst().getStyleClass().add("first");
        choices.getChildren().getLast().getStyleClass().add("last");
        Label how = new Label();
        how.getStyleClass().add("tertiary");
        how.setMinWidth(0);
        model.source.subscribe(
                now -> how.setText(Messages.text("tester.how." + now.name().toLowerCase(Locale.ROOT))));
        HBox row = new HBox(choices, how);
        row.getStyleClass().add("tester-row");
        return row;
    }

    /** The list in force, or the variables. */
    private VBox typed() {
        TextField shown = new TextField();
        shown.setEditable(false);
        TextField own = new TextField();
        own.setId("tester-own");
        own.textProperty().bindBidirectional(model.list);
        TextArea variables = new TextArea();
        variables.setId("tester-typed");
        variables.setPrefRowCount(5);
        variables.setMinHeight(USE_PREF_SIZE);
        variables.setPromptText(Messages.text("tester.variables.prompt"));
        variables.textProperty().bindBidirectional(model.variables);
        variables.setAccessibleText(Messages.text("tester.source.variables"));
        for (TextField field : new TextField[] {shown, own}) {
            field.setAccessibleText("no_proxy");
            field.setPromptText(Messages.text("tester.list.empty"));
        }
        for (Region input : new Region[] {shown, own, variables}) {
            input.getStyleClass().add("mono");
            input.managedProperty().bind(input.visibleProperty());
        }
        model.source.subscribe(now -> {
            shown.setVisible(now == TesterSource.PANE);
            own.setVisible(now == TesterSource.LIST);
            variables.setVisible(now == TesterSource.VARIABLES);
        });
        model.matrixProperty().subscribe(matrix -> {
            String list = matrix == null ? null : matrix.list();
            shown.setText(list == null ? "" : list);
        });
        return new VBox(shown, own, variables);
    }

    private FlowPane options() {
        TextField url = new TextField();
        url.setId("tester-url");
        url.getStyleClass().add("mono");
        url.setPromptText(Messages.text("tester.url.prompt"));
        url.setAccessibleText(Messages.text("tester.url.prompt"));
        url.setPrefColumnCount(26);
        url.setOnAction(e -> add(url));
        Button add = new Button(Messages.text("tester.url"), new Glyph("bi-plus"));
        add.setId("tester-add");
        add.setOnAction(e -> add(url));
        add.getStyleClass().add("small");
        model.urlProblemProperty().subscribe(words -> {
            url.pseudoClassStateChanged(ERROR, !words.isEmpty());
            Tips.on(url, words.isEmpty() ? Messages.text("tester.url.prompt") : words);
        });
        CheckBox names = box("tester.lookUp", model.lookUp);
        names.setId("tester-lookUp");
        Label resolver = new Label();
        resolver.getStyleClass().add("tertiary");
        model.lookUp.subscribe(on -> resolver.setText(Messages.text(on ? "tester.names.system" : "tester.names.none")));
        FlowPane options = new FlowPane(
                url,
                add,
                box("tester.onlyDiffering", model.onlyDiffering),
                box("tester.onlyChosen", model.onlyChosen),
                choice(
                        "tester.all",
                        () -> model.chosen.addAll(
                                Clients.ALL.stream().map(NoProxyClient::id).toList())),
                choice("tester.usual", () -> {
                    model.chosen.retainAll(TesterModel.USUAL);
                    model.chosen.addAll(TesterModel.USUAL);
                }),
                choice("tester.none", model.chosen::clear),
                names,
                resolver);
        options.getStyleClass().add("tester-options");
        return options;
    }

    private void add(TextField url) {
        if (model.addUrl(url.getText())) {
            url.clear();
        }
    }

    private static CheckBox box(String key, BooleanProperty on) {
        CheckBox box = new CheckBox(Messages.text(key));
        box.selectedProperty().bindBidirectional(on);
        return box;
    }

    private static Button choice(String key, Runnable choose) {
        Button button = new Button(Messages.text(key));
        button.getStyleClass().addAll("quiet", "small");
        Tips.on(button, Messages.text("tester.choose.tip"));
        button.setOnAction(e -> choose.run());
        return button;
    }

    /** What is wrong, and which clients are left out. */
    private VBox problem() {
        Label words = new Label();
        words.setId("tester-problem");
        words.getStyleClass().add("danger");
        words.textProperty().bind(model.problemProperty());
        Label url = new Label();
        url.setId("tester-url-problem");
        url.getStyleClass().add("danger");
        url.textProperty().bind(model.urlProblemProperty());
        Label elsewhere = new Label();
        elsewhere.getStyleClass().add("tertiary");
        model.matrixProperty()
                .subscribe(matrix -> elsewhere.setText(
                        matrix == null || matrix.elsewhere().isEmpty()
                                ? ""
                                : Messages.text(
                                        "tester.elsewhere", matrix.elsewhere().size())));
        for (Label label : new Label[] {words, url, elsewhere}) {
            label.setWrapText(true);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        return new VBox(words, url, elsewhere);
    }
}
