package dev.hopscope.ui.preferences;

import dev.hopscope.proxy.ProxyState;
import dev.hopscope.settings.Settings;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Ties the fields of the dialog to their model; every field is found by its id. FX thread. */
public final class PreferencesController {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    static final List<String> PAGES = List.of("capture", "upstream", "cache", "limits", "sessions", "appearance");
    private static final List<Integer> TEXT_SIZES = List.of(11, 12, 13, 14, 16, 18, 24);

    private final PreferencesModel model;
    private final BiConsumer<UnaryOperator<Settings>, Consumer<ProxyState.Failed>> save;
    private final Runnable cancel;
    private final ToggleGroup pageGroup = new ToggleGroup();
    private final ToggleGroup placeGroup = new ToggleGroup();

    @FXML
    private VBox pages;

    @FXML
    private ScrollPane place;

    @FXML
    private VBox captureForm;

    @FXML
    private VBox upstreamForm;

    @FXML
    private VBox cacheForm;

    @FXML
    private CheckBox cacheOn;

    @FXML
    private VBox cacheKinds;

    @FXML
    private VBox limitsForm;

    @FXML
    private VBox sessionsForm;

    @FXML
    private VBox appearanceForm;

    @FXML
    private Button usePort;

    @FXML
    private HBox reach;

    @FXML
    private CheckBox throughProxy;

    @FXML
    private HBox sizes;

    @FXML
    private HBox themes;

    @FXML
    private Label hint;

    @FXML
    private Button saveButton;

    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    PreferencesController(
            PreferencesModel model,
            BiConsumer<UnaryOperator<Settings>, Consumer<ProxyState.Failed>> save,
            Runnable cancel) {
        this.model = model;
        this.save = save;
        this.cancel = cancel;
    }

    @FXML
    private void initialize() {
        List<VBox> forms = List.of(captureForm, upstreamForm, cacheForm, limitsForm, sessionsForm, appearanceForm);
        for (int i = 0; i < PAGES.size(); i++) {
            pages.getChildren().add(pageButton(PAGES.get(i), forms.get(i)));
        }
        pageGroup.selectToggle(pageGroup.getToggles().getFirst());
        model.fields().forEach((id, field) -> bind(forms, id, field));
        reach();
        throughProxy.selectedProperty().bindBidirectional(model.throughProxy);
        for (String id : List.of("proxyHost", "proxyPort", "proxyUser", "proxyPassword")) {
            find(forms, id).disableProperty().bind(model.throughProxy.not());
        }
        cacheOn.selectedProperty().bindBidirectional(model.cacheOn);
        cacheKinds();
        sizes();
        themes();
        saveButton.disableProperty().bind(model.validProperty().not());
        model.port.textProperty().subscribe(text -> showHint());
        model.host.textProperty().subscribe(text -> showHint());
        offer(0);
        model.port.textProperty().subscribe(text -> offer(0));
    }

    private ToggleButton pageButton(String page, VBox form) {
        ToggleButton button = new ToggleButton(Messages.text("preferences." + page));
        button.setGraphic(new Glyph(
                switch (page) {
                    case "capture" -> "bi-record-circle";
                    case "upstream" -> "bi-signpost-split";
                    case "cache" -> "bi-hdd-stack";
                    case "limits" -> "bi-sliders";
                    case "sessions" -> "bi-hdd";
                    default -> "bi-circle-half";
                }));
        button.getStyleClass().addAll("quiet", "page-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("page-" + page);
        button.setToggleGroup(pageGroup);
        button.selectedProperty().subscribe(on -> {
            if (on) {
                place.setContent(form);
                place.setVvalue(0);
            }
        });
        button.setOnAction(e -> button.setSelected(true));
        return button;
    }

    /** The input control named after the field, and behind its row a line for what is wrong. */
    private void bind(List<VBox> forms, String id, Field<?> field) {
        TextInputControl input = (TextInputControl) find(forms, id);
        input.textProperty().bindBidirectional(field.textProperty());
        Label problem = new Label();
        problem.setGraphic(new Glyph("bi-exclamation-octagon"));
        problem.getGraphic().getStyleClass().add("danger");
        problem.getStyleClass().add("danger");
        problem.setWrapText(true);
        problem.setId(id + "-problem");
        Pane around = (Pane) input.getParent();
        Pane column = around instanceof VBox ? around : (Pane) around.getParent();
        int at = column.getChildren().indexOf(column == around ? input : around);
        column.getChildren().add(at + 1, problem);
        field.problemProperty().subscribe(text -> {
            input.pseudoClassStateChanged(ERROR, text != null);
            problem.setText(text == null ? "" : text);
            problem.setVisible(text != null);
            problem.setManaged(text != null);
            input.setAccessibleHelp(text == null ? "" : text);
        });
    }

    private static Node find(List<VBox> forms, String id) {
        return forms.stream()
                .map(form -> form.lookup("#" + id))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no field " + id));
    }

    /** This machine, every network, or an address that is typed. */
    private void reach() {
        List<String> hosts = List.of("127.0.0.1", "0.0.0.0", "");
        List<String> keys = List.of("preferences.host.here", "preferences.host.network", "preferences.host.address");
        Node typed = find(List.of(captureForm), "host");
        for (int i = 0; i < hosts.size(); i++) {
            String host = hosts.get(i);
            ToggleButton choice = choice(keys.get(i), i, hosts.size(), placeGroup);
            boolean chosen = host.isEmpty()
                    ? placeGroup.getSelectedToggle() == null
                    : model.host.value().equals(host);
            choice.setSelected(chosen);
            choice.setOnAction(e -> {
                choice.setSelected(true);
                typed.setDisable(!host.isEmpty());
                if (!host.isEmpty()) {
                    model.host.set(host);
                } else {
                    typed.requestFocus();
                }
            });
            if (chosen) {
                typed.setDisable(!host.isEmpty());
            }
            reach.getChildren().add(i, choice);
        }
    }

    private static ToggleButton choice(String key, int index, int number, ToggleGroup group) {
        ToggleButton choice = new ToggleButton(Messages.text(key));
        choice.setToggleGroup(group);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        if (index == 0) {
            choice.getStyleClass().add("first");
        }
        if (index == number - 1) {
            choice.getStyleClass().add("last");
        }
        return choice;
    }

    private void cacheKinds() {
        ToggleGroup group = new ToggleGroup();
        for (boolean ofOne : List.of(false, true)) {
            String key = ofOne ? "preferences.cache.private" : "preferences.cache.shared";
            RadioButton choice = new RadioButton(Messages.text(key));
            choice.setId(ofOne ? "cache-private" : "cache-shared");
            choice.setToggleGroup(group);
            choice.setSelected(model.cachePrivate.get() == ofOne);
            choice.setOnAction(e -> model.cachePrivate.set(ofOne));
            Label why = new Label(Messages.text(key + ".hint"));
            why.getStyleClass().addAll("tertiary", "below-choice");
            why.setWrapText(true);
            cacheKinds.getChildren().addAll(choice, why);
        }
    }

    /** Brings a page to the front; without effect where there is none of this name. */
    void open(String page) {
        pageGroup.getToggles().stream()
                .filter(toggle -> toggle instanceof ToggleButton button && ("page-" + page).equals(button.getId()))
                .forEach(toggle -> toggle.setSelected(true));
    }

    private void sizes() {
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < TEXT_SIZES.size(); i++) {
            int size = TEXT_SIZES.get(i);
            ToggleButton choice = choice("preferences.size." + size, i, TEXT_SIZES.size(), group);
            choice.setAccessibleText(Messages.text("preferences.size.name", size));
            choice.setSelected(model.textSize.get() == size);
            choice.setOnAction(e -> {
                choice.setSelected(true);
                model.textSize.set(size);
            });
            sizes.getChildren().add(choice);
        }
    }

    private void themes() {
        ToggleGroup group = new ToggleGroup();
        for (Settings.Theme theme : Settings.Theme.values()) {
            String name = theme.name().toLowerCase(java.util.Locale.ROOT);
            RadioButton choice = new RadioButton(Messages.text("theme." + name));
            choice.setId("theme-" + name);
            choice.setToggleGroup(group);
            choice.setSelected(model.theme.get() == theme);
            choice.setOnAction(e -> model.theme.set(theme));
            themes.getChildren().add(choice);
        }
    }

    private void showHint() {
        hint.setText(model.listensAnew() ? Messages.text("preferences.listensAnew") : "");
    }

    @FXML
    private void save() {
        save.accept(model.change(), this::refused);
    }

    /** The address cannot be used: says why at the port, and offers one that is free. */
    private void refused(ProxyState.Failed why) {
        String port = model.port.textProperty().get().strip();
        model.port.refuse(
                !why.portTaken()
                        ? why.message()
                        : why.holder() == null
                                ? Messages.text("banner.port.taken", port)
                                : Messages.text("banner.port.takenBy", port, why.holder()));
        pageGroup.selectToggle(pageGroup.getToggles().getFirst());
        find(List.of(captureForm), "port").requestFocus();
        offer(why.nextFreePort());
    }

    /** @param port 0 for none */
    private void offer(int port) {
        usePort.setText(Messages.text("banner.port.use", Integer.toString(port)));
        usePort.setOnAction(e -> model.port.textProperty().set(Integer.toString(port)));
        usePort.setVisible(port > 0);
        usePort.setManaged(port > 0);
    }

    @FXML
    private void cancel() {
        cancel.run();
    }
}
