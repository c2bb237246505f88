package dev.hopscope.ui.editor;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Banner;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import dev.hopscope.ui.kit.Tips;
import dev.hopscope.ui.kit.Tone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A draft in the whole window: the request at the left, its response and all that was sent at the right. FX thread. Sends and keeps nothing itself. */
public final class EditorPane extends BorderPane {
    private static final KeyCombination SEND = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COMPARE = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

    private final EditorModel model;
    private final EditorActions actions;
    private final ResponsePlace response;
    private final RequestBar request;
    private final SentSide sent;
    private final Button from = new Button("", new Glyph("bi-arrow-return-right"));
    private final MenuButton drafts = new MenuButton();
    private final Button compare = new Button("", new Glyph("bi-layout-split"));
    private final VBox banners = new VBox();
    private final Label nothing = new Label();
    private final Label changed = new Label();
    private final Button undo = new Button(Messages.text("editor.changed.undo"));
    private @Nullable ExchangeId shown;

    public EditorPane(EditorModel model, EditorActions actions, ResponsePlace response) {
        this.model = model;
        this.actions = actions;
        this.response = response;
        getStyleClass().add("editor");
        setMinSize(0, 0);
        request = new RequestBar(model);
        sent = new SentSide(model, actions);
        setTop(new VBox(crumbs(), request, banners));
        SplitPane sides = new SplitPane(left(), right());
        sides.getStyleClass().add("editor-split");
        sides.setDividerPositions(0.5);
        setCenter(sides);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.openProperty().subscribe(this::show);
        model.sendingProperty().subscribe(attempt -> showResponse());
        model.sessionProperty().subscribe(file -> {
            shown = null; // the place of the response was emptied
            show(model.openProperty().get());
        });
        model.hindranceProperty().subscribe(h -> showBanners());
        model.saidProperty().subscribe(text -> showBanners());
        model.offeredProperty().subscribe(text -> showBanners());
        setOnDragOver(this::dragged);
        setOnDragDropped(this::dropped);
    }

    /** A text that is dropped becomes a draft, where it is a request. */
    private void dragged(DragEvent event) {
        if (event.getDragboard().hasString() || event.getDragboard().hasUrl()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        String text = event.getDragboard().getString();
        String url = event.getDragboard().getUrl();
        if (text != null || url != null) {
            model.paste(text != null ? text : url);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private static String clipboard() {
        return Objects.toString(Clipboard.getSystemClipboard().getString(), "");
    }

    /** Offers what is on the clipboard, where it would make a draft. */
    public void offerClipboard() {
        if (model.openProperty().get().blank()) {
            model.offer(clipboard());
        }
    }

    /** Where the user begins to write. */
    public void focusUrl() {
        request.url().requestFocus();
        // the focus selects all, which the next key would then replace
        Platform.runLater(request.url()::end);
    }

    private HBox crumbs() {
        Button back = new Button(Messages.text("editor.back"), new Glyph("bi-arrow-left"));
        back.getStyleClass().addAll("quiet", "small");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(e -> actions.leaveEditor());
        Label title = new Label(Messages.text("editor.title"));
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        from.getStyleClass().addAll("quiet", "small");
        from.setMinWidth(USE_PREF_SIZE);
        from.setOnAction(e -> {
            Sheet sheet = model.openProperty().get();
            if (here(sheet)) {
                actions.showRow(new ExchangeId(sheet.row()));
            }
        });
        drafts.getStyleClass().addAll("quiet", "small");
        drafts.setMinWidth(USE_PREF_SIZE);
        Tips.on(drafts, Messages.text("editor.drafts.tip"));
        drafts.setOnShowing(e -> drafts.getItems().setAll(draftItems()));
        Button paste = new Button(Messages.text("editor.paste"), new Glyph("bi-box-arrow-in-down"));
        paste.getStyleClass().addAll("quiet", "small");
        paste.setId("editor-paste");
        paste.setMinWidth(USE_PREF_SIZE);
        Tips.on(paste, Messages.text("editor.paste.tip"));
        paste.setOnAction(e -> model.paste(clipboard()));
        compare.getStyleClass().add("small");
        compare.setMinWidth(USE_PREF_SIZE);
        compare.setOnAction(e -> compareWithOriginal());
        HBox crumbs = new HBox(back, title, from, Bars.space(), compare, paste, drafts);
        crumbs.getStyleClass().addAll("crumb-bar", "editor-crumbs");
        return crumbs;
    }

    private List<MenuItem> draftItems() {
        List<MenuItem> items = new ArrayList<>();
        MenuItem blank = new MenuItem(Messages.text("editor.drafts.new"));
        blank.setOnAction(e -> {
            model.openBlank();
            focusUrl();
        });
        MenuItem away = new MenuItem(Messages.text("editor.drafts.remove"));
        away.setOnAction(e -> model.remove(model.openProperty().get()));
        items.addAll(List.of(blank, away, new SeparatorMenuItem()));
        for (Sheet sheet : model.sheets()) {
            String title = EditorModel.title(sheet);
            MenuItem item = new MenuItem(title.length() > 80 ? title.substring(0, 80) + "…" : title);
            item.setMnemonicParsing(false);
            if (sheet.id() == model.openProperty().get().id()) {
                item.setGraphic(new Glyph("bi-check2"));
            }
            item.setOnAction(e -> model.open(sheet));
            items.add(item);
        }
        return items;
    }

    private Node left() {
        ParameterTable query = new ParameterTable(
                Messages.text("editor.add.parameter"),
                false,
                () -> model.openProperty().get().draft().query(),
                next -> model.edit(draft -> draft.withQuery(next)));
        Tab headers = tab("headers", new HeaderSide(model));
        Tab parameters = tab("query", query.node());
        TabPane tabs = new TabPane(
                headers, parameters, tab("auth", new AuthSide(model)), tab("options", new OptionSide(model)));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(0);
        model.openProperty().subscribe(sheet -> {
            query.show(sheet.draft().query());
            badge(headers, sheet.draft().headers().size());
            badge(parameters, (int)
                    sheet.draft().query().stream().filter(Parameter::on).count());
        });
        SplitPane split = new SplitPane(tabs, new BodySide(model, actions));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.42);
        changed.getStyleClass().add("secondary");
        changed.setMinWidth(0);
        undo.getStyleClass().add("link");
        undo.setMinWidth(USE_PREF_SIZE);
        Tips.on(undo, Messages.text("editor.changed.undo.tip"));
        undo.setOnAction(e -> model.edit(draft -> model.openProperty().get().start()));
        HBox foot = new HBox(changed, Bars.space(), undo);
        foot.getStyleClass().add("editor-foot");
        VBox left = new VBox(split, foot);
        VBox.setVgrow(split, Priority.ALWAYS);
        left.setMinWidth(0);
        return left;
    }

    private static Tab tab(String key, Node content) {
        Tab tab = new Tab(Messages.text("editor.tab." + key), content);
        tab.setId("editor-tab-" + key);
        return tab;
    }

    private static void badge(Tab tab, int number) {
        if (number == 0) {
            tab.setGraphic(null);
            return;
        }
        Label badge = tab.getGraphic() instanceof Label label ? label : new Label();
        badge.getStyleClass().setAll("label", "number", "tab-badge");
        badge.setText(Integer.toString(number));
        tab.setGraphic(badge);
    }

    private Node right() {
        nothing.getStyleClass().addAll("tertiary", "nothing");
        nothing.setWrapText(true);
        StackPane place = new StackPane(response.node(), nothing);
        place.setMinSize(0, 0);
        SplitPane right = new SplitPane(place, sent);
        SplitPane.setResizableWithParent(sent, false);
        right.setOrientation(Orientation.VERTICAL);
        right.setDividerPositions(0.76);
        right.setMinWidth(0);
        return right;
    }

    private void pressed(KeyEvent event) {
        if (SEND.match(event)) {
            model.send();
            event.consume();
        } else if (COMPARE.match(event)) {
            compareWithOriginal();
            event.consume();
        }
    }

    /** Compares the sending shown with the one before, or with another that was marked. */
    public void compareWithPrevious() {
        sent.compare();
    }

    /** Compares the sending shown with the exchange the draft was made from, where both are of the session shown. */
    public void compareWithOriginal() {
        Sheet sheet = model.openProperty().get();
        ExchangeId row = model.rowOf(sheet.shown());
        if (row != null && here(sheet)) {
            actions.compare(new ExchangeId(sheet.row()), row);
        }
    }

    /** Whether the draft was made from a row of the session shown. */
    private boolean here(Sheet sheet) {
        return sheet.row() != 0 && sheet.session().equals(model.sessionFile());
    }

    private void show(Sheet sheet) {
        boolean made = sheet.row() != 0;
        Bars.visible(from, made);
        from.setDisable(!here(sheet));
        from.setText(
                here(sheet) || !made
                        ? Messages.text("editor.from", "#" + sheet.row())
                        : Messages.text("editor.from.other", "#" + sheet.row(), name(sheet.session())));
        long written = model.sheets().stream().filter(s -> !s.blank()).count();
        drafts.setText(written == 0 ? Messages.text("editor.drafts.none") : Messages.text("editor.drafts", written));
        String words = DraftChanges.words(sheet.start(), sheet.draft());
        String origin = made ? "#" + sheet.row() : Messages.text("editor.blank");
        changed.setText(
                words.isEmpty()
                        ? made ? Messages.text("editor.changed.none", origin) : ""
                        : Messages.text("editor.changed", origin, words));
        Bars.visible(undo, made && !words.isEmpty());
        compare.setText(Messages.text("editor.compare", "#" + sheet.row()));
        Bars.visible(compare, here(sheet) && model.rowOf(sheet.shown()) != null);
        showResponse();
    }

    private static String name(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    private void showResponse() {
        Attempt attempt = model.openProperty().get().shown();
        ExchangeId row = model.rowOf(attempt);
        boolean known = row != null;
        response.node().setVisible(known);
        nothing.setVisible(!known);
        if (row != null && !row.equals(shown)) {
            response.show(row);
        } else if (row == null && shown != null) {
            response.showNothing();
        }
        shown = row;
        nothing.setText(words(attempt));
    }

    private String words(@Nullable Attempt attempt) {
        if (attempt == null) {
            return Messages.text("editor.response.none");
        }
        if (!attempt.over()) {
            return Messages.text("editor.response.sending");
        }
        return attempt.row() == 0 && attempt.failure() != null
                ? attempt.failure()
                : Messages.text("editor.response.other", name(attempt.session()));
    }

    private void showBanners() {
        banners.getChildren().clear();
        Hindrance hindrance = model.hindranceProperty().get();
        if (hindrance != null) {
            String key = "editor.hindrance." + hindrance.name().toLowerCase(Locale.ROOT);
            banner(Tone.WARNING, Messages.text(key), Messages.text(key + ".do"), () -> actions.remove(hindrance));
        }
        String said = model.saidProperty().get();
        if (!said.isEmpty()) {
            banner(Tone.NOTE, said, Messages.text("editor.said.away"), () -> model.say(""));
        }
        String offered = model.offeredProperty().get();
        if (!offered.isEmpty()) {
            banner(
                    Tone.NOTE,
                    Messages.text("editor.offer", first(offered)),
                    Messages.text("editor.offer.do"),
                    () -> model.paste(offered));
        }
    }

    private void banner(Tone tone, String text, String verb, Runnable action) {
        banners.getChildren()
                .add(new Banner(tone, "", text, List.of(new Banner.Action(verb, tone == Tone.WARNING, action))));
    }

    private static String first(String text) {
        String line = Plain.line(text.strip().lines().findFirst().orElse(""));
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
