package dev.hopscope.ui.environment;

import dev.hopscope.snippet.machine.MachineAddress;
import dev.hopscope.trust.qr.QrCode;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** The page a phone takes the authority from, as a code for its camera; or why no phone reaches it. FX thread. */
final class TrustPhone extends VBox {
    /** Pixels of a module: a camera wants them sharp, so none is scaled. */
    private static final int MODULE = 5;

    private final TrustModel model;
    private final ComboBox<String> pages = new ComboBox<>();
    private final ImageView code = new ImageView();
    private final StackPane frame = new StackPane(code);
    private final Label words = new Label();
    private final HBox line;

    TrustPhone(TrustModel model, EnvironmentActions actions) {
        this.model = model;
        getStyleClass().add("trust-part");
        Label title = new Label(Messages.text("trust.phone"));
        title.getStyleClass().add("section-title");
        words.setId("trust-phone-words");
        words.setWrapText(true);
        words.getStyleClass().add("secondary");
        pages.setId("trust-pages");
        pages.getStyleClass().add("mono");
        pages.setAccessibleText(Messages.text("trust.phone.page"));
        Button copy = new Button(Messages.text("environment.copy"));
        copy.getStyleClass().addAll("quiet", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(e -> actions.copy(pages.getValue()));
        line = new HBox(pages, copy);
        line.getStyleClass().add("trust-place");
        code.setId("trust-code");
        code.setSmooth(false);
        frame.getStyleClass().add("trust-code");
        frame.setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(title, words, line, frame);
        model.listeningProperty().subscribe(endpoint -> show());
        pages.valueProperty().subscribe(page -> {
            if (page != null) {
                code.setImage(image(QrCode.of(page)));
                code.setAccessibleText(page);
            }
        });
    }

    private void show() {
        List<String> all = model.pages();
        boolean reached = !all.isEmpty();
        for (var node : List.of(line, frame)) {
            node.setVisible(reached);
            node.setManaged(reached);
        }
        String host = model.listeningProperty().get().host();
        words.setText(
                reached
                        ? Messages.text("trust.phone.how")
                        : Messages.text(
                                MachineAddress.isLoopback(host) ? "trust.phone.loopback" : "trust.phone.none", host));
        String now = pages.getValue();
        pages.getItems().setAll(all);
        pages.setValue(all.contains(now) ? now : reached ? all.getFirst() : null);
    }

    private static WritableImage image(QrCode code) {
        int side = code.size() * MODULE;
        WritableImage image = new WritableImage(side, side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = code.dark(x / MODULE, y / MODULE);
                image.getPixelWriter().setColor(x, y, dark ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }
}
