package dev.hopscope.ui.detail;

import dev.hopscope.inspect.CertificateFacts;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A failure, its cause, and the buttons that help. FX thread. What the buttons do is wired elsewhere. */
final class TroubleBox extends VBox {
    private final DetailActions actions;
    private @Nullable Trouble shown;

    TroubleBox(DetailActions actions) {
        this.actions = actions;
        getStyleClass().add("trouble");
        show(null);
    }

    void show(@Nullable Trouble trouble) {
        setVisible(trouble != null);
        setManaged(trouble != null);
        if (trouble == null || !trouble.equals(shown)) {
            getChildren().clear();
            switch (trouble) {
                case null -> {}
                case Trouble.ClientRefuses t -> clientRefuses(t);
                case Trouble.BadCertificate t -> badCertificate(t);
            }
        }
        shown = trouble;
    }

    private void clientRefuses(Trouble.ClientRefuses t) {
        String host = t.target().host();
        title("bi-shield-x", Messages.text("detail.trouble.client.title", t.client()));
        words(Messages.text("detail.trouble.client.text", host));
        Button install = button("detail.trouble.client.install", "default");
        install.setOnAction(e -> actions.showCaInstructions());
        Button tunnel = button("detail.trouble.client.tunnel", "default");
        tunnel.setOnAction(e -> {
            actions.tunnelHost(t.target());
            done(tunnel, Messages.text("detail.trouble.client.tunnelled", host));
        });
        buttons(install, tunnel);
    }

    private void badCertificate(Trouble.BadCertificate t) {
        title(
                "bi-shield-x",
                Messages.text("detail.trouble.origin.title", t.target().host()));
        String sha256 = t.sha256();
        if (sha256 == null) {
            words(Messages.text("detail.trouble.origin.unknown"));
            return;
        }
        words(Messages.text("detail.trouble.origin.text"));
        for (int i = 0; i < t.chain().size(); i++) {
            chainLine(i, t.chain().get(i));
        }
        Button trust = button("detail.trouble.origin.trust", "default");
        trust.setOnAction(e -> {
            actions.trust(sha256);
            done(trust, Messages.text("detail.trouble.origin.trusted"));
        });
        buttons(trust);
    }

    private void chainLine(int depth, CertificateFacts one) {
        Label subject = new Label(CertificateFacts.shortName(one.subject()));
        subject.getStyleClass().addAll("mono", "wire");
        subject.setMinWidth(0);
        Label valid = new Label(Messages.text("detail.tls.validity", day(one.notBefore()), day(one.notAfter())));
        valid.getStyleClass().addAll("caption", "secondary");
        valid.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(new Glyph("bi-arrow-return-right"), subject, valid);
        line.getChildren().getFirst().setVisible(depth > 0);
        line.getStyleClass().add("fact");
        getChildren().add(line);
    }

    static String day(java.time.Instant moment) {
        return moment.atZone(java.time.ZoneOffset.UTC).toLocalDate().toString();
    }

    private void title(String icon, String text) {
        Label title = new Label(text);
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        HBox line = new HBox(new Glyph(icon), title);
        line.getStyleClass().add("fact");
        getChildren().add(line);
    }

    private void words(String text) {
        Label words = new Label(text);
        words.getStyleClass().add("secondary");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(words);
    }

    private static Button button(String key, String style) {
        Button button = new Button(Messages.text(key));
        button.getStyleClass().addAll(style, "small");
        return button;
    }

    private void buttons(Button... all) {
        FlowPane pane = new FlowPane(all);
        pane.getStyleClass().add("buttons");
        getChildren().add(pane);
    }

    /** What was asked is done: the button says so and can be pressed no more. */
    private static void done(Button button, String words) {
        button.setDisable(true);
        button.setText(words);
    }
}
