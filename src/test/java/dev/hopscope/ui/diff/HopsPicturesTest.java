package dev.hopscope.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.detail.SampleExchanges;
import dev.hopscope.ui.kit.Theme;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The hop view on the toolkit: pictures under target/snapshots, and its keys. */
class HopsPicturesTest {
    private final SampleExchanges samples = new SampleExchanges();

    /** A window with the view alone. */
    private final class Shown implements AutoCloseable {
        final HopsPane pane = Screen.on(HopsPane::new);
        final Theme theme = Screen.on(Theme::new);
        final Stage stage = Screen.on(() -> {
            Stage made = new Stage();
            made.setScene(new Scene(pane, 960, 800));
            theme.install(made.getScene());
            made.show();
            return made;
        });

        void show(Exchange x) {
            Exchange parent = x.parent() == null ? null : find(x.parent());
            Screen.run(() -> pane.show(HopsReport.of(x, parent)));
            Screen.frames(4);
        }

        private Exchange find(ExchangeId id) {
            try {
                return samples.log().find(id).orElse(null);
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        }

        void picture(String name, double width, double height) {
            Screen.run(() -> {
                stage.setWidth(width);
                stage.setHeight(height);
                pane.resize(width, height);
            });
            Screen.frames(4);
            assertThat(Screen.save(
                            Screen.on(() -> {
                                pane.resize(width, height);
                                pane.applyCss();
                                pane.layout();
                                pane.layout();
                                javafx.scene.SnapshotParameters parameters = new javafx.scene.SnapshotParameters();
                                parameters.setViewport(new javafx.geometry.Rectangle2D(0, 0, width, height));
                                return pane.snapshot(parameters, null);
                            }),
                            "hops-" + name))
                    .isNotEmptyFile();
        }

        @Override
        public void close() {
            Screen.run(() -> {
                theme.release(stage.getScene());
                stage.close();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void theViewIsDrawn(Theme.Choice choice) {
        String theme = choice.name().toLowerCase(Locale.ROOT);
        try (Shown shown = new Shown()) {
            Screen.run(() -> shown.theme.choose(choice));
            shown.show(samples.order());
            Screen.run(() -> shown.pane.go(1));
            shown.picture("order-wide-" + theme, 1440, 830);
            shown.picture("order-narrow-" + theme, 900, 600);
            shown.picture("order-compact-" + theme, 440, 780);
            shown.show(samples.badCertificate());
            shown.picture("failed-" + theme, 1440, 500);
            shown.show(samples.tunnel());
            shown.picture("tunnel-" + theme, 900, 500);
        }
    }

    @Test
    void theNextChangeIsSelectedAndCounted() {
        try (Shown shown = new Shown()) {
            shown.show(samples.order());
            ListView<?> list = (ListView<?>) shown.pane.lookup(".diff-list");
            Screen.run(() -> shown.pane.go(1));
            Screen.run(() -> shown.pane.go(1));
            assertThat(selected(list)).contains("Connection");
            Screen.run(() -> shown.pane.go(-1));
            Screen.run(() -> shown.pane.go(-1));
            assertThat(selected(list)).contains("edge-fra");
            List<String> labels = shown.pane.lookupAll(".hops-bar .label").stream()
                    .map(n -> ((javafx.scene.control.Label) n).getText())
                    .toList();
            assertThat(labels).contains("change 9 of 9");
        }
    }

    @Test
    void theSelectedLineIsExplained() {
        try (Shown shown = new Shown()) {
            shown.show(samples.order());
            ListView<?> list = (ListView<?>) shown.pane.lookup(".diff-list");
            Screen.run(() -> {
                list.getSelectionModel().select(6);
                shown.pane.explainLine();
            });
            String line = Screen.on(() -> selected(list));
            String card = Screen.on(() -> javafx.stage.Window.getWindows().stream()
                    .filter(w -> w instanceof javafx.stage.Popup && w.isShowing())
                    .flatMap(w -> ((javafx.stage.Popup) w).getContent().stream())
                    .map(javafx.scene.Node::getAccessibleText)
                    .findFirst()
                    .orElse(""));
            assertThat(line).contains("Connection");
            assertThat(card).startsWith("Connection.").contains("that line is for this hop alone");
        }
    }

    @Test
    void theLineUnderThePointerIsExplained() {
        try (Shown shown = new Shown()) {
            shown.show(samples.order());
            Screen.run(() -> {
                javafx.scene.Node cell = shown.pane.lookupAll(".diff-cell").stream()
                        .filter(n -> n instanceof DiffCell c && c.getIndex() == 6)
                        .findFirst()
                        .orElseThrow();
                javafx.geometry.Bounds at = cell.localToScene(cell.getBoundsInLocal());
                javafx.event.Event.fireEvent(
                        cell,
                        new javafx.scene.input.MouseEvent(
                                javafx.scene.input.MouseEvent.MOUSE_MOVED,
                                at.getMinX() + 60,
                                at.getMinY() + 5,
                                at.getMinX() + 60,
                                at.getMinY() + 5,
                                javafx.scene.input.MouseButton.NONE,
                                0,
                                false,
                                false,
                                false,
                                false,
                                false,
                                false,
                                false,
                                false,
                                false,
                                true,
                                new javafx.scene.input.PickResult(cell, at.getMinX() + 60, at.getMinY() + 5)));
            });
            Screen.until(
                    "the explanation",
                    () -> javafx.stage.Window.getWindows().stream()
                            .filter(w -> w instanceof javafx.stage.Popup && w.isShowing())
                            .flatMap(w -> ((javafx.stage.Popup) w).getContent().stream())
                            .anyMatch(n -> String.valueOf(n.getAccessibleText()).startsWith("Connection.")));
        }
    }

    private static String selected(ListView<?> list) {
        return ((DiffRow.Line) list.getSelectionModel().getSelectedItem()).sentence();
    }
}
