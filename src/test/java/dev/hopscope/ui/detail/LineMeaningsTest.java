package dev.hopscope.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.body.TextBlock;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import dev.hopscope.ui.meaning.MeaningCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a line means, at the line: by key and by pointer, with marks and the list in the overview; pictures under target/snapshots. */
class LineMeaningsTest {
    private static final int OVERVIEW = 0;
    private static final int REQUEST = 2;
    private static final int RESPONSE = 3;

    private final SampleExchanges samples = new SampleExchanges();
    private Background background;
    private Theme theme;
    private Stage stage;
    private DetailModel model;
    private DetailView view;

    @BeforeEach
    void open() {
        Theme.loadFonts();
        Screen.run(() -> {
            background = new Background();
            theme = new Theme();
            model = new DetailModel(background);
            model.use(samples.log(), samples.bodies());
            view = DetailView.load(model, new NoActions(), background);
            Scene scene = new Scene(view.node(), 560, 900);
            theme.install(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
        Exchange exchange = samples.talkative();
        Screen.run(() -> model.show(exchange.id()));
        Screen.until(
                "the look at the body",
                () -> model.warningsProperty().get().stream()
                        .anyMatch(w -> w.words().contains("gzip would save")));
        Screen.frames(4);
    }

    @AfterEach
    void close() {
        Screen.run(() -> {
            stage.close();
            theme.release(stage.getScene());
            background.close();
        });
    }

    @Test
    void f1ExplainsTheLineTheKeyboardIsOnAndEscCloses() {
        select(RESPONSE);
        go("Cache-Control");
        press(KeyCode.F1);
        assertThat(card()).contains("fresh for 5 minutes").contains("RFC 9111 §5.2");
        int next = line("Set-Cookie: theme");
        Screen.run(() -> block().go(next));
        Screen.frames(2);
        assertThat(card()).contains("SameSite=None needs Secure");
        press(KeyCode.ESCAPE);
        assertThat(cards()).isEmpty();
    }

    @Test
    void theStartLineIsExplainedToo() {
        select(REQUEST);
        Screen.run(() -> block().go(0));
        press(KeyCode.F1);
        assertThat(card()).startsWith("GET.").contains("origin form");
    }

    @Test
    void aRestingPointerExplainsAndLeavesAgain() {
        select(RESPONSE);
        int line = line("Age");
        Bounds bounds = Screen.on(() -> block().boundsOnScreen(line).orElseThrow());
        Screen.run(() -> new Robot().mouseMove(bounds.getMinX() + 40, bounds.getCenterY()));
        Screen.until("the card", () -> !cardsNow().isEmpty());
        assertThat(card()).contains("3 minutes left");
        Screen.run(() -> new Robot().mouseMove(20, 20));
        Screen.until("no card", () -> cardsNow().isEmpty());
    }

    @Test
    void linesThatDeserveALookAreMarkedAndNamed() {
        select(RESPONSE);
        List<String> marks = Screen.on(() -> view.node().lookupAll(".line-mark").stream()
                .filter(n -> shown(n))
                .map(Node::getAccessibleText)
                .toList());
        assertThat(marks)
                .anyMatch(m -> m.contains("Access-Control-Allow-Origin"))
                .anyMatch(m -> m.contains("Set-Cookie"))
                .anyMatch(m -> m.contains("Sent without compression") || m.contains("Charset missing"));
    }

    @Test
    void theOverviewListsThemAndLeadsToTheLine() {
        select(OVERVIEW);
        assertThat(labels(".warning-line .label")).anyMatch(t -> t.contains("The request came from"));
        Node compression = Screen.on(() -> view.node().lookupAll(".warning-line").stream()
                .filter(n -> n.lookupAll(".label").stream()
                        .anyMatch(l -> ((Label) l).getText().contains("gzip would save")))
                .findFirst()
                .orElseThrow());
        Screen.run(() -> ((Hyperlink) compression.lookup(".hyperlink")).fire());
        Screen.frames(3);
        assertThat(Screen.on(() -> ((TabPane) view.node().lookup(".tab-pane"))
                        .getSelectionModel()
                        .getSelectedIndex()))
                .isEqualTo(RESPONSE);
        assertThat(Screen.on(() -> block().line())).isEqualTo(line("Content-Type"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void cardsAreDrawn(Theme.Choice choice) {
        Screen.run(() -> theme.choose(choice));
        String suffix = "-" + choice.name().toLowerCase(Locale.ROOT);
        select(OVERVIEW);
        picture("meaning-overview" + suffix, stage.getScene());
        select(RESPONSE);
        for (String name :
                List.of("Cache-Control", "Content-Security", "Set-Cookie: theme", "Access-Control", "HTTP/")) {
            int line = line(name);
            Screen.run(() -> block().go(line));
            press(KeyCode.F1);
            Screen.frames(4);
            picture(
                    "meaning-" + name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT) + suffix,
                    cards().getFirst().getScene());
        }
        picture("meaning-response" + suffix, stage.getScene());
        press(KeyCode.ESCAPE);
        select(REQUEST);
        go("Authorization");
        press(KeyCode.F1);
        Screen.frames(4);
        picture("meaning-authorization" + suffix, cards().getFirst().getScene());
    }

    private void picture(String name, Scene scene) {
        Path file = Screen.save(Screen.on(() -> scene.snapshot(null)), name);
        assertThat(file).isNotEmptyFile();
    }

    private void select(int tab) {
        Screen.run(() -> view.select(tab));
        Screen.frames(5);
    }

    private void go(String name) {
        int line = line(name);
        Screen.run(() -> {
            block().go(line);
            block().requestFocus();
        });
        Screen.frames(2);
    }

    private void press(KeyCode code) {
        Screen.run(() -> new Robot().keyType(code));
        Screen.frames(3);
    }

    private int line(String start) {
        List<String> lines = Screen.on(() -> block().text().lines().toList());
        return (int) lines.stream().takeWhile(l -> !l.startsWith(start)).count();
    }

    private TextBlock block() {
        return view.node().lookupAll(".head-text").stream()
                .filter(LineMeaningsTest::shown)
                .map(n -> {
                    Node up = n;
                    while (!(up instanceof TextBlock)) {
                        up = up.getParent();
                    }
                    return (TextBlock) up;
                })
                .findFirst()
                .orElseThrow();
    }

    /** Whether a node is in the tab in front. */
    private static boolean shown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<String> labels(String selector) {
        return Screen.on(() -> view.node().lookupAll(selector).stream()
                .map(n -> ((Label) n).getText())
                .toList());
    }

    private String card() {
        return Screen.on(() -> cardsNow().getFirst().getAccessibleText());
    }

    private List<MeaningCard> cards() {
        return Screen.on(LineMeaningsTest::cardsNow);
    }

    private static List<MeaningCard> cardsNow() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Popup && w.isShowing())
                .flatMap(w -> ((Popup) w).getContent().stream())
                .flatMap(n -> n instanceof MeaningCard c ? Stream.of(c) : Stream.empty())
                .toList();
    }

    private static final class NoActions implements DetailActions {
        @Override
        public void compareWithPrevious() {}

        @Override
        public void compareWithOriginal() {}

        @Override
        public void showCaInstructions() {}

        @Override
        public void tunnelHost(Endpoint target) {}

        @Override
        public void focusView(boolean on) {}

        @Override
        public void show(dev.hopscope.exchange.ExchangeId id) {}

        @Override
        public void step(int rows) {}

        @Override
        public void trust(String sha256) {}

        @Override
        public Optional<Path> chooseFile(String suggestedName) {
            return Optional.empty();
        }
    }
}
