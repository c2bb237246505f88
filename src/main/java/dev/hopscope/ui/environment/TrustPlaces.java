package dev.hopscope.ui.environment;

import dev.hopscope.trust.TrustAnswer;
import dev.hopscope.trust.TrustAnswer.Place;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where this machine trusts the authority, place by place, when asked. FX thread. Asks nothing by itself. */
final class TrustPlaces extends VBox {
    private final TrustModel model;

    TrustPlaces(TrustModel model) {
        this.model = model;
        getStyleClass().add("trust-part");
        Label title = new Label(Messages.text("trust.places"));
        title.getStyleClass().add("section-title");
        getChildren().add(title);
        for (Place place : Place.values()) {
            getChildren().add(row(place));
        }
        Label how = new Label(Messages.text("trust.places.how"));
        how.getStyleClass().add("tertiary");
        how.setWrapText(true);
        getChildren().add(how);
    }

    private VBox row(Place place) {
        Label title = new Label(place.title());
        Pane gap = new Pane();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button check = new Button(Messages.text("trust.check"));
        check.setId("trust-check-" + place.name().toLowerCase(Locale.ROOT));
        check.setAccessibleText(Messages.text("trust.check.of", place.title()));
        check.getStyleClass().add("small");
        check.setOnAction(e -> model.check(place));
        HBox head = new HBox(title, gap, check);
        head.getStyleClass().add("trust-place");
        VBox answers = new VBox();
        answers.setId("trust-answers-" + place.name().toLowerCase(Locale.ROOT));
        answers.getStyleClass().add("trust-answers");
        Runnable show = () -> {
            boolean asked = model.asking().contains(place);
            check.setDisable(asked || model.authorityProperty().get() == null);
            check.setText(Messages.text(asked ? "trust.checking" : "trust.check"));
            answers.getChildren().setAll(lines(model.answers().get(place)));
        };
        model.answers().addListener((MapChangeListener<Place, List<TrustAnswer>>) change -> show.run());
        model.asking().addListener((SetChangeListener<Place>) change -> show.run());
        model.authorityProperty().subscribe(show);
        show.run();
        return new VBox(head, answers);
    }

    private static List<HBox> lines(@Nullable List<TrustAnswer> answers) {
        return answers == null
                ? List.of()
                : answers.stream().map(TrustPlaces::line).toList();
    }

    private static HBox line(TrustAnswer answer) {
        Label words = new Label(answer.words());
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(
                new Glyph(
                        switch (answer.state()) {
                            case TRUSTED -> "bi-shield-check";
                            case NOT_TRUSTED -> "bi-shield-x";
                            case UNKNOWN -> "bi-question-circle";
                        }),
                words);
        line.getStyleClass()
                .addAll(
                        "trust-answer",
                        answer.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return line;
    }
}
