package dev.hopscope.ui.compare;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Tips;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which exchange a side is: letter, number, method, target, status, and when. FX thread. */
final class CompareCard extends HBox {
    private static final List<String> TINTS = List.of("s1", "s2", "s3", "s4", "s5");
    private static final List<String> METHODS = List.of("safe", "write", "delete", "other");

    private final Label number = new Label();
    private final Glyph replay = new Glyph("bi-arrow-repeat");
    private final Label method = new Label();
    private final Label target = new Label();
    private final Label status = new Label();
    private final Label about = new Label();

    CompareCard(String letter) {
        getStyleClass().add("compare-card");
        Label badge = new Label(letter);
        badge.getStyleClass().add("compare-letter");
        badge.setMinWidth(USE_PREF_SIZE);
        number.getStyleClass().addAll("mono", "tertiary");
        number.setMinWidth(USE_PREF_SIZE);
        method.getStyleClass().addAll("mono", "method");
        method.setMinWidth(USE_PREF_SIZE);
        target.getStyleClass().add("mono");
        target.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        target.setMinWidth(0);
        status.getStyleClass().add("status-badge");
        status.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("secondary");
        about.setMinWidth(0);
        replay.getStyleClass().add("accent");
        HBox first = new HBox(number, replay, method, target, status);
        first.getStyleClass().add("compare-card-line");
        VBox lines = new VBox(first, about);
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(badge, lines);
        setMinWidth(0);
        setPrefWidth(0);
    }

    void show(Exchange exchange, CompareWords words) {
        number.setText(exchange.id().toString());
        replay.setVisible(CompareWords.replayed(exchange));
        replay.setManaged(CompareWords.replayed(exchange));
        method.setText(CompareWords.method(exchange));
        method.getStyleClass().removeAll(METHODS);
        method.getStyleClass()
                .add(
                        switch (method.getText().toUpperCase(Locale.ROOT)) {
                            case "GET", "HEAD" -> "safe";
                            case "POST", "PUT", "PATCH" -> "write";
                            case "DELETE" -> "delete";
                            default -> "other";
                        });
        target.setText(CompareWords.target(exchange));
        Tips.on(target, CompareWords.origin(exchange) + CompareWords.target(exchange));
        status.setText(CompareWords.status(exchange));
        status.getStyleClass().removeAll(TINTS);
        status.getStyleClass().add(CompareWords.tint(exchange));
        about.setText(words.about(exchange));
    }
}
