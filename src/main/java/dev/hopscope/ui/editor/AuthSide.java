package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Messages;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Fills in the Authorization line: user and password, or a token. FX thread. What it writes stands among the headers. */
final class AuthSide extends VBox {
    private enum Scheme {
        NONE,
        BASIC,
        BEARER
    }

    private final EditorModel model;
    private final Choices<Scheme> schemes;
    private final TextField user = new TextField();
    private final PasswordField hidden = new PasswordField();
    private final TextField password = new TextField();
    private final TextField token = new TextField();
    private final CheckBox reveal = new CheckBox(Messages.text("editor.auth.show"));
    private final Label what = new Label();
    private final VBox basic;
    private final VBox bearer;
    private boolean showing;

    AuthSide(EditorModel model) {
        this.model = model;
        getStyleClass().add("editor-form");
        schemes = new Choices<>(this::choose)
                .add(Scheme.NONE, Messages.text("editor.auth.none"))
                .add(Scheme.BASIC, Messages.text("editor.auth.basic"))
                .add(Scheme.BEARER, Messages.text("editor.auth.bearer"));
        HBox line = new HBox(schemes);
        basic = new VBox(field("editor.auth.user", user), field("editor.auth.password", hidden, password), reveal);
        bearer = new VBox(field("editor.auth.token", token));
        basic.getStyleClass().add("editor-fields");
        bearer.getStyleClass().add("editor-fields");
        what.getStyleClass().add("tertiary");
        what.setWrapText(true);
        getChildren().addAll(line, basic, bearer, what);
        password.textProperty().bindBidirectional(hidden.textProperty());
        reveal.selectedProperty().subscribe(on -> {
            Bars.visible(password, on);
            Bars.visible(hidden, !on);
        });
        user.textProperty().addListener(o -> typed(new Authorization.Basic(user.getText(), hidden.getText())));
        hidden.textProperty().addListener(o -> typed(new Authorization.Basic(user.getText(), hidden.getText())));
        token.textProperty().addListener(o -> typed(new Authorization.Bearer(token.getText())));
        model.openProperty().subscribe(sheet -> show(sheet.draft()));
    }

    private static HBox field(String key, Node... fields) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().addAll("secondary", "editor-label");
        HBox line = new HBox(label);
        for (Node field : fields) {
            field.getStyleClass().add("mono");
            field.setAccessibleText(Messages.text(key));
            HBox.setHgrow(field, Priority.ALWAYS);
            line.getChildren().add(field);
        }
        line.getStyleClass().add("editor-field");
        return line;
    }

    private void choose(Scheme scheme) {
        write(
                switch (scheme) {
                    case NONE -> new Authorization.None();
                    case BASIC -> new Authorization.Basic(user.getText(), hidden.getText());
                    case BEARER -> new Authorization.Bearer(token.getText());
                });
    }

    private void typed(Authorization next) {
        if (!showing) {
            write(next);
        }
    }

    private void write(Authorization next) {
        model.edit(draft -> draft.withFields(FieldLines.put(draft.fields(), "Authorization", next.value())));
    }

    private void show(Draft draft) {
        Authorization now = Authorization.of(FieldLines.first(draft.fields(), "Authorization"));
        showing = true;
        what.setText(Messages.text("editor.auth.how"));
        switch (now) {
            case Authorization.None n -> {
                schemes.show(Scheme.NONE);
                what.setText(Messages.text("editor.auth.none.what"));
            }
            case Authorization.Basic b -> {
                schemes.show(Scheme.BASIC);
                set(user, b.user());
                set(hidden, b.password());
            }
            case Authorization.Bearer b -> {
                schemes.show(Scheme.BEARER);
                set(token, b.token());
            }
            case Authorization.Other o -> {
                schemes.show(Scheme.NONE);
                what.setText(Messages.text("editor.auth.other", o.scheme()));
            }
        }
        Bars.visible(basic, now instanceof Authorization.Basic);
        Bars.visible(bearer, now instanceof Authorization.Bearer);
        showing = false;
    }

    private static void set(TextField field, String text) {
        if (!field.getText().strip().equals(text)) {
            field.setText(text);
        }
    }
}
