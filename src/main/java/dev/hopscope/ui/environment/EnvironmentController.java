package dev.hopscope.ui.environment;

import dev.hopscope.snippet.BypassText;
import dev.hopscope.snippet.Environment;
import dev.hopscope.snippet.ProxyScheme;
import dev.hopscope.snippet.Snippet;
import dev.hopscope.snippet.SnippetCard;
import dev.hopscope.snippet.SnippetUse;
import dev.hopscope.snippet.Snippets;
import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The controls of the pane, bound to its model. FX thread; files are merged in the background. Makes no text itself. */
public final class EnvironmentController {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    /** Two texts side by side need this much. */
    private static final double SIDE_BY_SIDE = 760;

    private final EnvironmentModel model;
    private final Background background;
    private final EnvironmentActions actions;
    private final List<Vantage> vantages;
    private final ToggleGroup tabs = new ToggleGroup();

    @FXML
    private BorderPane root;

    @FXML
    private HBox crumbs;

    @FXML
    private ScrollPane left;

    @FXML
    private VBox main;

    @FXML
    private Button back;

    @FXML
    private ComboBox<Vantage> from;

    @FXML
    private TextField host;

    @FXML
    private TextField port;

    @FXML
    private HBox schemes;

    @FXML
    private TextField user;

    @FXML
    private PasswordField password;

    @FXML
    private CheckBox proxies;

    @FXML
    private CheckBox all;

    @FXML
    private CheckBox list;

    @FXML
    private CheckBox upper;

    @FXML
    private CheckBox trusted;

    @FXML
    private CheckBox loopback;

    @FXML
    private CheckBox privateNetworks;

    @FXML
    private CheckBox kubernetes;

    @FXML
    private VBox cluster;

    @FXML
    private TextField apiServer;

    @FXML
    private TextField services;

    @FXML
    private TextField pods;

    @FXML
    private CheckBox metadata;

    @FXML
    private CheckBox searchDomains;

    @FXML
    private Label domains;

    @FXML
    private VBox entries;

    @FXML
    private TextField entry;

    @FXML
    private Label entryProblem;

    @FXML
    private HBox hintBox;

    @FXML
    private Label hint;

    @FXML
    private TextField query;

    @FXML
    private ListView<TargetRow> targets;

    @FXML
    private HBox nameRow;

    @FXML
    private Label nameLabel;

    @FXML
    private TextField name;

    @FXML
    private SplitPane cards;

    @FXML
    private Label setTitle;

    @FXML
    private Label undoTitle;

    @FXML
    private Label setHow;

    @FXML
    private Label undoHow;

    @FXML
    private Button save;

    @FXML
    private Button copy;

    @FXML
    private Button undoFile;

    @FXML
    private Button copyUndo;

    @FXML
    private ListView<CodeRow> setText;

    @FXML
    private ListView<CodeRow> undoText;

    @FXML
    private HBox problemBox;

    @FXML
    private Label problem;

    @FXML
    private Label done;

    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    EnvironmentController(
            EnvironmentModel model, Background background, EnvironmentActions actions, List<Vantage> vantages) {
        this.model = model;
        this.background = background;
        this.actions = actions;
        this.vantages = vantages;
    }

    @FXML
    private void initialize() {
        Tips.on(back, Messages.text("environment.back.tip"));
        for (Button button : List.of(back, save, copy, undoFile, copyUndo)) {
            button.setMinWidth(Button.USE_PREF_SIZE);
        }
        setTitle.setMinWidth(Label.USE_PREF_SIZE);
        undoTitle.setMinWidth(Label.USE_PREF_SIZE);
        bindInputs();
        bindExceptions();
        bindTargets();
        bindTexts();
        cards.widthProperty().subscribe(width -> arrange());
        show(hintBox, hint, model.hintProperty());
        show(problemBox, problem, model.problemProperty());
        done.managedProperty().bind(done.textProperty().isNotEmpty());
    }

    private static void show(HBox box, Label label, ReadOnlyStringProperty text) {
        label.textProperty().bind(text);
        box.managedProperty().bind(text.isNotEmpty());
        box.visibleProperty().bind(text.isNotEmpty());
    }

    private void bindInputs() {
        host.textProperty().bindBidirectional(model.host);
        port.textProperty().bindBidirectional(model.port);
        user.textProperty().bindBidirectional(model.user);
        password.textProperty().bindBidirectional(model.password);
        name.textProperty().bindBidirectional(model.name);
        proxies.selectedProperty().bindBidirectional(model.proxies);
        all.selectedProperty().bindBidirectional(model.all);
        list.selectedProperty().bindBidirectional(model.list);
        upper.selectedProperty().bindBidirectional(model.upper);
        trusted.selectedProperty().bindBidirectional(model.trusted);
        from.getItems().setAll(vantages);
        from.setPromptText(Messages.text("environment.from.other"));
        from.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.host.set(chosen.host());
            }
        });
        model.host.subscribe(typed -> from.setValue(vantages.stream()
                .filter(one -> one.host().equals(typed))
                .findFirst()
                .orElse(null)));
        ToggleGroup group = new ToggleGroup();
        for (ProxyScheme scheme : ProxyScheme.values()) {
            ToggleButton choice = new ToggleButton(scheme.word());
            choice.getStyleClass().add("mono");
            choice.setToggleGroup(group);
            choice.setOnAction(e -> {
                choice.setSelected(true);
                model.scheme.set(scheme);
            });
            model.scheme.subscribe(now -> choice.setSelected(now == scheme));
            schemes.getChildren().add(choice);
        }
        schemes.getChildren().getFirst().getStyleClass().add("first");
        schemes.getChildren().getLast().getStyleClass().add("last");
    }

    private void bindExceptions() {
        loopback.selectedProperty().bindBidirectional(model.loopback);
        privateNetworks.selectedProperty().bindBidirectional(model.privateNetworks);
        kubernetes.selectedProperty().bindBidirectional(model.kubernetes);
        cluster.managedProperty().bind(model.kubernetes);
        cluster.visibleProperty().bind(model.kubernetes);
        apiServer.textProperty().bindBidirectional(model.apiServer);
        services.textProperty().bindBidirectional(model.services);
        pods.textProperty().bindBidirectional(model.pods);
        metadata.selectedProperty().bindBidirectional(model.metadata);
        searchDomains.selectedProperty().bindBidirectional(model.searchDomains);
        boolean none = model.domains().isEmpty();
        searchDomains.setDisable(none);
        domains.setText(none ? Messages.text("environment.domains.none") : String.join(", ", model.domains()));
        entryProblem.textProperty().bind(model.entryProblemProperty());
        entryProblem.managedProperty().bind(model.entryProblemProperty().isNotEmpty());
        model.entryProblemProperty().subscribe(words -> entry.pseudoClassStateChanged(ERROR, !words.isEmpty()));
        model.entries.addListener((ListChangeListener<Wanted>) change -> showEntries());
        showEntries();
    }

    private void showEntries() {
        entries.getChildren().setAll(model.entries.stream().map(this::row).toList());
        entries.setManaged(!model.entries.isEmpty());
    }

    private HBox row(Wanted wanted) {
        String written = BypassText.write(wanted);
        Label text = new Label(written);
        text.getStyleClass().add("mono");
        Label kind = new Label(Messages.text("environment.entry." + kind(wanted)));
        kind.getStyleClass().add("tertiary");
        Button remove = new Button("", new Glyph("bi-x"));
        remove.getStyleClass().addAll("quiet", "icon-only", "small");
        Tips.name(remove, Messages.text("environment.entry.remove", written));
        remove.setOnAction(e -> model.entries.remove(wanted));
        Pane gap = new Pane();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(text, gap, kind, remove);
        row.getStyleClass().add("entry-row");
        return row;
    }

    private static String kind(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Name name ->
                switch (name.extent()) {
                    case ITSELF -> "itself";
                    case WITH_SUBDOMAINS -> "with";
                    case ONLY_SUBDOMAINS -> "below";
                };
            case Wanted.Address address -> "address";
            case Wanted.Range range -> "range";
        };
    }

    private void bindTargets() {
        query.textProperty().bindBidirectional(model.query);
        query.setPromptText(Messages.text("environment.search.prompt", Snippets.ALL.size()));
        targets.setCellFactory(view -> new TargetCell());
        ObservableList<TargetRow> rows = FXCollections.observableArrayList();
        targets.setItems(rows);
        model.targets().addListener((ListChangeListener<Snippet>) change -> showTargets(rows));
        showTargets(rows);
        model.target.subscribe(snippet -> select(rows));
        targets.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row instanceof TargetRow.Choice choice) {
                model.target.set(choice.snippet());
            }
        });
    }

    private void showTargets(ObservableList<TargetRow> rows) {
        rows.setAll(TargetRow.of(model.targets()));
        select(rows);
    }

    private void select(List<TargetRow> rows) {
        rows.stream()
                .filter(row -> row instanceof TargetRow.Choice choice && choice.snippet() == model.target.get())
                .findFirst()
                .ifPresent(row -> targets.getSelectionModel().select(row));
    }

    private void bindTexts() {
        for (ListView<CodeRow> view : List.of(setText, undoText)) {
            view.setCellFactory(list -> new CodeCell());
        }
        model.target.subscribe(this::showTarget);
        model.textsProperty().subscribe(this::showTexts);
    }

    private void showTarget(Snippet snippet) {
        SnippetCard card = snippet.card();
        boolean file = card.use() == SnippetUse.FILE;
        setHow.setText(Messages.text(file ? "environment.how.file" : "environment.how.run", card.place()));
        Tips.on(setHow, setHow.getText());
        undoHow.setText(Messages.text("environment.how.undo"));
        save.setText(Messages.text(file ? "environment.merge" : "environment.save"));
        undoFile.setVisible(file);
        undoFile.setManaged(file);
        copyUndo.setVisible(!file);
        copyUndo.setManaged(!file);
        SnippetCard.Named named = card.named();
        nameRow.setVisible(named != null);
        nameRow.setManaged(named != null);
        model.name.set("");
        if (named != null) {
            nameLabel.setText(named.what());
            name.setPromptText(named.usual());
            name.setAccessibleText(named.what());
        }
        done.setText("");
    }

    private void showTexts(@Nullable Texts texts) {
        setText.getItems().setAll(texts == null ? List.of() : CodeRow.of(texts.apply()));
        undoText.getItems().setAll(texts == null ? List.of() : undoRows(texts));
        for (Button button : List.of(save, copy, undoFile, copyUndo)) {
            button.setDisable(texts == null);
        }
        done.setText("");
    }

    private static List<CodeRow> undoRows(Texts texts) {
        List<CodeRow> rows = new ArrayList<>(CodeRow.of(texts.undo()));
        if (texts.snippet().card().use() == SnippetUse.FILE) {
            rows.add(new CodeRow.Remark(Messages.text("environment.how.undo.file")));
        }
        return rows;
    }

    private void arrange() {
        boolean wide = cards.getWidth() >= SIDE_BY_SIDE;
        cards.setOrientation(wide ? Orientation.HORIZONTAL : Orientation.VERTICAL);
    }

    /**
     * Adds a tab beside the texts.
     *
     * @param content asked once, when it is first shown
     */
    void addTab(String title, Supplier<Node> content) {
        addTab(title, content, true);
    }

    /** Likewise, of the whole width: what is typed at the left has no part in it. */
    void addWideTab(String title, Supplier<Node> content) {
        addTab(title, content, false);
    }

    private void addTab(String title, Supplier<Node> content, boolean inputs) {
        if (tabs.getToggles().isEmpty()) {
            crumbs.getChildren().add(tab(Messages.text("environment.tab.texts"), () -> main, true));
            tabs.getToggles().getFirst().setSelected(true);
        }
        crumbs.getChildren().add(tab(title, content, inputs));
    }

    private ToggleButton tab(String title, Supplier<Node> content, boolean inputs) {
        AtomicReference<@Nullable Node> made = new AtomicReference<>();
        ToggleButton tab = new ToggleButton(title);
        tab.getStyleClass().addAll("quiet", "small");
        tab.setMinWidth(ToggleButton.USE_PREF_SIZE);
        tab.setToggleGroup(tabs);
        tab.setOnAction(e -> {
            tab.setSelected(true);
            Node node = made.get();
            if (node == null) {
                node = content.get();
                made.set(node);
            }
            root.setCenter(node);
            root.setLeft(inputs ? left : null);
        });
        return tab;
    }

    BorderPane root() {
        return root;
    }

    @FXML
    private void leave() {
        actions.leaveEnvironment();
    }

    @FXML
    private void addEntry() {
        if (model.add(entry.getText())) {
            entry.clear();
        }
    }

    @FXML
    private void copySet() {
        actions.copy(Objects.requireNonNull(model.textsProperty().get()).apply().text());
    }

    @FXML
    private void copyUndoText() {
        actions.copy(Objects.requireNonNull(model.textsProperty().get()).undo().text());
    }

    @FXML
    private void save() {
        Texts texts = Objects.requireNonNull(model.textsProperty().get());
        boolean file = texts.snippet().card().use() == SnippetUse.FILE;
        String usual = fileName(texts.snippet().card());
        actions.fileToMerge(usual).ifPresent(chosen -> {
            if (file) {
                work(
                        chosen,
                        "environment.merged",
                        (snippetFile, environment) ->
                                snippetFile.apply(texts.snippet(), environment, model.name.get()));
            } else {
                work(chosen, "environment.saved", (snippetFile, environment) -> snippetFile.save(texts.apply()));
            }
        });
    }

    @FXML
    private void undoInFile() {
        Texts texts = Objects.requireNonNull(model.textsProperty().get());
        actions.fileToUndo(fileName(texts.snippet().card()))
                .ifPresent(chosen -> work(
                        chosen,
                        "environment.undone",
                        (snippetFile, environment) ->
                                snippetFile.undo(texts.snippet(), environment, model.name.get())));
    }

    /** What is done with a file in the background. */
    private interface FileWork {
        Object on(SnippetFile file, Environment environment) throws java.io.IOException;
    }

    private void work(Path file, String doneKey, FileWork what) {
        Environment environment = model.environment();
        background.run(
                () -> what.on(new SnippetFile(file), environment),
                made -> say("success", Messages.text(doneKey, file)),
                e -> say("danger", Messages.text("environment.failed", file, reason(e))));
    }

    private static String reason(Exception e) {
        return e instanceof NoSuchFileException
                ? Messages.text("environment.file.missing")
                : String.valueOf(e.getMessage());
    }

    private void say(String style, String words) {
        done.getStyleClass().removeAll("success", "danger");
        done.getStyleClass().add(style);
        done.setText(words);
    }

    private static String fileName(SnippetCard card) {
        if (card.use() != SnippetUse.FILE) {
            return "hopscope-" + card.id() + (card.id().equals("cmd") ? ".cmd" : ".txt");
        }
        List<String> parts = new ArrayList<>(List.of(card.place().split("/")));
        return parts.getLast().matches("[A-Za-z0-9._-]+") ? parts.getLast() : "";
    }
}
