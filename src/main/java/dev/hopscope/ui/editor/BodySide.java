package dev.hopscope.ui.editor;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The body of a draft, as JSON, text, form, file, or as it was recorded. FX thread. */
final class BodySide extends VBox {
    private final EditorModel model;
    private final Choices<DraftBody.Kind> kinds;
    private final Label length = new Label();
    private final Label valid = new Label(Messages.text("editor.body.valid"), new Glyph("bi-check2"));
    private final Button indent = new Button(Messages.text("editor.body.indent"));
    private final Button fault = new Button();
    private final BodyText text;
    private final ParameterTable form;
    private final Label what = new Label();
    private final Button choose = new Button(Messages.text("editor.file.choose"));
    private final VBox words = new VBox(what, choose);
    private @Nullable JsonFault at;

    BodySide(EditorModel model, EditorActions actions) {
        this.model = model;
        kinds = new Choices<>(kind -> model.edit(draft -> draft.withKind(kind)));
        for (DraftBody.Kind kind : new DraftBody.Kind[] {
            DraftBody.Kind.JSON,
            DraftBody.Kind.TEXT,
            DraftBody.Kind.FORM,
            DraftBody.Kind.FILE,
            DraftBody.Kind.RECORDED,
            DraftBody.Kind.NONE
        }) {
            kinds.add(kind, Messages.text("editor.body." + kind.name().toLowerCase(Locale.ROOT)));
        }
        text = new BodyText(typed -> edit(body().withText(typed)));
        form = new ParameterTable(
                Messages.text("editor.add.parameter"), true, () -> body().form(), next -> edit(body().withForm(next)));
        length.getStyleClass().addAll("number", "secondary");
        length.setMinWidth(USE_PREF_SIZE);
        valid.getStyleClass().add("success");
        valid.setMinWidth(0);
        fault.getStyleClass().addAll("link", "editor-fault");
        fault.setMinWidth(0);
        Tips.on(fault, Messages.text("editor.body.go"));
        fault.setOnAction(e -> {
            if (at != null) {
                text.go(at.line(), at.column());
            }
        });
        indent.getStyleClass().addAll("quiet", "small");
        indent.setMinWidth(USE_PREF_SIZE);
        indent.setOnAction(e -> indent());
        what.setWrapText(true);
        what.getStyleClass().add("secondary");
        choose.setOnAction(e -> actions.fileToSend().ifPresent(model::useFile));
        words.getStyleClass().add("editor-form");
        StackPane place = new StackPane(text, form.node(), words);
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        HBox said = new HBox(fault);
        said.getStyleClass().add("editor-fault-bar");
        said.managedProperty().bind(fault.managedProperty());
        said.visibleProperty().bind(fault.visibleProperty());
        getChildren()
                .addAll(
                        Bars.section(
                                Bars.title(Messages.text("editor.body")), kinds, Bars.space(), indent, valid, length),
                        place,
                        said);
        model.openProperty().subscribe(sheet -> show(sheet.draft()));
    }

    private DraftBody body() {
        return model.openProperty().get().draft().body();
    }

    private void edit(DraftBody next) {
        model.edit(draft -> draft.withBody(next));
    }

    /** The same JSON with line breaks; numbers stay as they are written. */
    private void indent() {
        try {
            text.replace(new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .serializeNulls()
                    .create()
                    .toJson(JsonParser.parseString(body().text())));
        } catch (JsonParseException e) {
            model.say(Messages.text("editor.body.fault.plain", 1, 1, "$"));
        }
    }

    private void show(Draft draft) {
        DraftBody body = draft.body();
        kinds.offer(DraftBody.Kind.RECORDED, body.recorded() != null || body.kind() == DraftBody.Kind.RECORDED);
        kinds.show(body.kind());
        boolean json = body.kind() == DraftBody.Kind.JSON;
        boolean typed = json || body.kind() == DraftBody.Kind.TEXT;
        Bars.visible(text, typed);
        Bars.visible(form.node(), body.kind() == DraftBody.Kind.FORM);
        Bars.visible(words, !typed && body.kind() != DraftBody.Kind.FORM);
        if (typed) {
            text.show(body.text(), json);
        }
        form.show(body.form());
        judge(body, json);
        say(draft);
        length.setText(draft.length() < 0 ? "" : Figures.size(draft.length()));
    }

    private void judge(DraftBody body, boolean json) {
        at = json ? JsonFault.of(body.text()) : null;
        Bars.visible(valid, json && at == null && !body.text().isBlank());
        Bars.visible(indent, json && at == null && !body.text().isBlank());
        show(fault, at != null);
        if (at != null) {
            fault.setText(
                    at.what().isEmpty()
                            ? Messages.text("editor.body.fault.plain", at.line(), at.column(), at.path())
                            : Messages.text("editor.body.fault", at.line(), at.column(), at.path(), at.what()));
        }
    }

    private static void show(Node node, boolean on) {
        Bars.visible(node, on);
    }

    private void say(Draft draft) {
        DraftBody body = draft.body();
        Bars.visible(choose, body.kind() == DraftBody.Kind.FILE);
        what.setText(
                switch (body.kind()) {
                    case NONE, JSON, TEXT, FORM -> Messages.text("editor.body.none.what");
                    case FILE ->
                        body.file().isEmpty()
                                ? Messages.text("editor.file.none")
                                : Messages.text(
                                        "editor.file.what", body.file(), Figures.size(Math.max(0, draft.fileLength())));
                    case RECORDED ->
                        body.recorded() == null
                                ? Messages.text("editor.body.recorded.lost")
                                : Messages.text(
                                        "editor.body.recorded.what",
                                        Figures.size(body.recorded().length()));
                });
    }
}
