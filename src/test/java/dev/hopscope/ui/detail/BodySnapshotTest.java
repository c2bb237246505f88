package dev.hopscope.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.inspect.body.BodyView;
import dev.hopscope.inspect.body.RealBodies;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view of a body with a realistic one, in both themes, as pictures under {@code target/snapshots}. */
class BodySnapshotTest {
    private static final SampleExchanges SAMPLES = new SampleExchanges();
    private static Background background;
    private static Theme theme;
    private static Stage stage;
    private static DetailModel model;
    private static DetailView view;

    @BeforeAll
    static void open() {
        Theme.loadFonts();
        Screen.run(() -> {
            background = new Background();
            theme = new Theme();
            model = new DetailModel(background);
            model.use(SAMPLES.log(), SAMPLES.bodies());
            view = DetailView.load(model, new QuietActions(), background);
            Scene scene = new Scene(view.node(), 560, 760);
            theme.install(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            view.select(3);
        });
    }

    @AfterAll
    static void close() {
        Screen.run(() -> {
            stage.close();
            theme.release(stage.getScene());
            background.close();
        });
    }

    static Stream<RealBodies.Real> bodies() {
        return RealBodies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyViewIsDrawnInBothThemes(RealBodies.Real body) {
        Exchange exchange = SAMPLES.response(
                200
                        + RealBodies.all().stream()
                                .map(RealBodies.Real::view)
                                .toList()
                                .indexOf(body.view()),
                "/" + body.view(),
                body.type(),
                "",
                body.bytes(),
                body.bytes().length);
        Screen.run(() -> model.show(exchange.id()));
        Screen.until(
                "the report",
                () -> model.stateProperty().get() instanceof DetailModel.Shown shown
                        && shown.report().exchange().id().equals(exchange.id()));
        for (String id : body.view().equals("json") ? List.of("json", "json-tree") : List.of(body.view())) {
            Screen.until("the body", BodySnapshotTest::ready);
            Screen.run(() -> model.body(Direction.RESPONSE).choose(named(id)));
            Screen.until("the view", () -> ready() && state().view().id().equals(id));
            for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                Screen.run(() -> theme.choose(choice));
                Screen.frames(12);
                assertThat(Screen.save(
                                Screen.on(() -> stage.getScene().snapshot(null)),
                                "body-" + id + "-" + choice.name().toLowerCase(Locale.ROOT)))
                        .isNotEmptyFile();
            }
        }
    }

    private static boolean ready() {
        return model.body(Direction.RESPONSE).stateProperty().get() instanceof BodyModel.Ready
                && !model.body(Direction.RESPONSE).busyProperty().get();
    }

    private static BodyModel.Ready state() {
        return (BodyModel.Ready) model.body(Direction.RESPONSE).stateProperty().get();
    }

    private static BodyView named(String id) {
        return state().views().stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
