package dev.hopscope.ui.environment;

import dev.hopscope.proxy.Authority;
import dev.hopscope.trust.TrustRecipe;
import dev.hopscope.trust.TrustRecipes;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The tab about trust: the authority, what makes each client trust it, and at the right what can be done about it here. FX thread. Decides nothing. */
final class TrustPane extends VBox {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final TrustModel model;
    private final EnvironmentActions actions;
    private final ListView<TrustRow> list = new ListView<>();

    TrustPane(TrustModel model, EnvironmentActions actions, TrustChange change) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("trust");
        VBox shown = new VBox(new TrustCards(model, actions), said());
        shown.getStyleClass().add("shown");
        VBox.setVgrow(shown.getChildren().getFirst(), Priority.ALWAYS);
        HBox.setHgrow(shown, Priority.ALWAYS);
        HBox work = new HBox(targets(), shown, side(change));
        work.getStyleClass().add("environment-work");
        VBox.setVgrow(work, Priority.ALWAYS);
        getChildren().addAll(head(), work);
    }

    private VBox head() {
        Label why = new Label(Messages.text("trust.why"));
        why.setWrapText(true);
        why.setMinHeight(Label.USE_PREF_SIZE);
        Label fingerprint = new Label();
        fingerprint.setId("trust-fingerprint");
        fingerprint.getStyleClass().add("mono");
        fingerprint.setWrapText(true);
        Button copy = new Button(Messages.text("environment.copy"), new Glyph("bi-clipboard"));
        copy.setId("trust-copy-fingerprint");
        copy.getStyleClass().addAll("quiet", "small");
        copy.setMinWidth(Button.USE_PREF_SIZE);
        copy.setOnAction(e -> actions.copy(fingerprint.getText()));
        Label title = new Label(Messages.text("trust.fingerprint"));
        title.getStyleClass().add("secondary");
        Label more = new Label();
        more.getStyleClass().add("tertiary");
        more.setWrapText(true);
        model.authorityProperty().subscribe(now -> {
            copy.setDisable(now == null);
            fingerprint.setText(now == null ? "" : now.fingerprint());
            more.setText(now == null ? Messages.text("trust.making") : words(now));
        });
        FlowPane line = new FlowPane(title, fingerprint, copy);
        line.getStyleClass().add("trust-line");
        VBox head = new VBox(why, line, more);
        head.getStyleClass().add("trust-head");
        return head;
    }

    private static String words(Authority authority) {
        return Messages.text(
                "trust.valid",
                authority.certificate().getSubjectX500Principal().getName(),
                DAY.format(authority.certificate().getNotAfter().toInstant().atZone(ZoneId.systemDefault())),
                String.valueOf(authority.pemFile().getParent()));
    }

    private VBox targets() {
        TextField query = new TextField();
        query.setId("trust-query");
        query.getStyleClass().add("bare");
        query.setPromptText(Messages.text("environment.search.prompt", TrustRecipes.ALL.size()));
        query.setAccessibleText(Messages.text("environment.search"));
        query.textProperty().bindBidirectional(model.query);
        HBox.setHgrow(query, Priority.ALWAYS);
        HBox box = new HBox(new Glyph("bi-search"), query);
        box.getStyleClass().add("filter-box");
        list.setId("trust-recipes");
        list.getStyleClass().add("target-list");
        list.setAccessibleText(Messages.text("environment.targets"));
        list.setCellFactory(view -> new TrustCell());
        ObservableList<TrustRow> rows = FXCollections.observableArrayList();
        list.setItems(rows);
        model.recipes().addListener((ListChangeListener<TrustRecipe>) change -> show(rows));
        show(rows);
        model.recipe.subscribe(one -> select(rows));
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row instanceof TrustRow.Choice choice) {
                model.recipe.set(choice.recipe());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox targets = new VBox(box, list);
        targets.getStyleClass().addAll("targets", "wide");
        return targets;
    }

    private void show(ObservableList<TrustRow> rows) {
        rows.setAll(TrustRow.of(model.recipes()));
        select(rows);
    }

    private void select(List<TrustRow> rows) {
        rows.stream()
                .filter(row -> row instanceof TrustRow.Choice choice && choice.recipe() == model.recipe.get())
                .findFirst()
                .ifPresent(row -> list.getSelectionModel().select(row));
    }

    private Label said() {
        Label said = new Label();
        said.setId("trust-said");
        said.setWrapText(true);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        model.saidProperty().subscribe(now -> {
            said.getStyleClass().removeAll("success", "danger");
            said.getStyleClass().add(now.good() ? "success" : "danger");
            said.setText(now.words());
        });
        return said;
    }

    private ScrollPane side(TrustChange change) {
        VBox all = new VBox(
                new TrustPlaces(model), new TrustBundles(model, actions), new TrustPhone(model, actions), change);
        all.getStyleClass().add("trust-side-content");
        ScrollPane side = new ScrollPane(all);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("trust-side");
        return side;
    }
}
