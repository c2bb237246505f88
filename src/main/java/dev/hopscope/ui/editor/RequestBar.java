package dev.hopscope.ui.editor;

import dev.hopscope.exchange.Origin;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Method, URL, and the button that sends. FX thread. */
final class RequestBar extends HBox {
    private final EditorModel model;
    private final ComboBox<String> method = new ComboBox<>();
    private final TextField url;
    private final Label insteadText = new Label();
    private final Button back = new Button("", new Glyph("bi-x"));
    private final HBox instead = new HBox(new Glyph("bi-signpost-split"), insteadText, back);
    private final Button send = new Button(Messages.text("editor.send"), new Glyph("bi-cursor"));
    private final Button cancel = new Button(Messages.text("editor.cancel"), new Glyph("bi-x"));
    private final Label key = new Label("Ctrl Enter");
    private boolean showing;

    RequestBar(EditorModel model) {
        this.model = model;
        url = new UrlField(model::paste);
        getStyleClass().add("editor-request");
        method.getItems().setAll("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");
        method.setEditable(true);
        method.setId("editor-method");
        method.setAccessibleText(Messages.text("editor.method"));
        method.getStyleClass().add("editor-method");
        url.setId("editor-url");
        url.getStyleClass().add("mono");
        url.setPromptText(Messages.text("editor.url.prompt"));
        url.setAccessibleText(Messages.text("editor.url"));
        url.setMinWidth(120);
        HBox.setHgrow(url, Priority.ALWAYS);
        instead.getStyleClass().addAll("chip", "editor-instead");
        instead.setMinWidth(USE_PREF_SIZE);
        back.getStyleClass().add("quiet");
        back.setOnAction(e -> backToOrigin());
        send.setId("editor-send");
        send.getStyleClass().add("primary");
        send.setMinWidth(USE_PREF_SIZE);
        Tips.on(send, Messages.text("editor.send.tip"));
        send.setOnAction(e -> model.send());
        cancel.setId("editor-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        Tips.on(cancel, Messages.text("editor.cancel.tip"));
        cancel.setOnAction(e -> model.cancel());
        key.getStyleClass().add("key");
        key.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(method, url, instead, send, cancel, key);
        method.getEditor().textProperty().addListener(o -> {
            if (!showing) {
                String typed = method.getEditor().getText().strip();
                model.edit(draft -> draft.withMethod(typed));
            }
        });
        url.textProperty().addListener(o -> {
            if (!showing) {
                model.edit(draft -> draft.withUrl(url.getText()));
            }
        });
        url.setOnAction(e -> model.send());
        model.openProperty().subscribe(this::show);
        model.sendingProperty().subscribe(attempt -> {
            Bars.visible(send, attempt == null);
            Bars.visible(cancel, attempt != null);
        });
        model.hindranceProperty().subscribe(h -> send.setDisable(h != null));
    }

    TextField url() {
        return url;
    }

    private void show(Sheet sheet) {
        showing = true;
        Draft draft = sheet.draft();
        if (!method.getEditor().getText().strip().equals(draft.method())) {
            method.getEditor().setText(draft.method());
        }
        if (!url.getText().strip().equals(draft.url())) {
            url.setText(draft.url());
        }
        showing = false;
        Origin other = other(sheet);
        Bars.visible(instead, other != null);
        if (other != null) {
            insteadText.setText(Messages.text("editor.instead", other.authority()));
            Tips.name(back, Messages.text("editor.instead.tip", other.toString()));
        }
    }

    /** Whom the draft was for at first, where that is another now. */
    private static @Nullable Origin other(Sheet sheet) {
        Origin first = sheet.start().origin();
        Origin now = sheet.draft().origin();
        return first == null || now == null || first.equals(now) ? null : first;
    }

    private void backToOrigin() {
        Origin first = model.openProperty().get().start().origin();
        if (first != null) {
            model.edit(draft -> draft.withOrigin(first));
        }
    }
}
