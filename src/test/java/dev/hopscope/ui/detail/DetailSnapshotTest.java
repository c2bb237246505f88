package dev.hopscope.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every section with realistic exchanges, in both themes, as pictures under {@code target/snapshots}. */
class DetailSnapshotTest {
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
            Scene scene = new Scene(view.node(), 440, 780);
            theme.install(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
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

    @ParameterizedTest(name = "{0} {1}x{2} tab {3}")
    @CsvSource({
        "cart, 440, 780, 0",
        "cart, 440, 780, 1",
        "cart, 360, 600, 0",
        "cart, 900, 246, 0",
        "cart, 440, 780, 2",
        "cart, 440, 780, 3",
        "cart, 360, 600, 3",
        "cart, 900, 246, 3",
        "cart, 440, 780, 5",
        "cart, 360, 600, 5",
        "cart, 440, 780, 4",
        "shielded, 440, 780, 0",
        "shielded, 440, 780, 4",
        "shielded, 360, 600, 4",
        "shielded, 900, 246, 4",
        "tunnel, 440, 780, 4",
        "form, 440, 780, 2",
        "form, 440, 780, 3",
        "tunnel, 440, 780, 0",
        "tunnel, 440, 780, 2",
        "handshake, 440, 780, 0",
        "handshake, 440, 780, 3",
        "handshake, 900, 246, 0",
        "certificate, 440, 780, 0",
        "certificate, 900, 246, 0",
        "waiting, 440, 780, 0",
        "long, 360, 600, 0",
        "long, 360, 600, 3",
        "image, 440, 780, 3",
        "binary, 440, 780, 3",
        "binary, 900, 300, 3",
        "html, 440, 780, 3",
        "cut, 440, 780, 3"
    })
    void everySectionIsDrawnInBothThemes(String name, int width, int height, int tab) {
        Exchange exchange = sample(name);
        for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            Screen.run(() -> {
                theme.choose(choice);
                stage.setWidth(width);
                stage.setHeight(height);
                view.select(tab);
                model.show(exchange.id());
            });
            settle(exchange);
            snapshot(name + "-" + width + "x" + height + "-" + tab + "-"
                    + choice.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void nothingAndSeveralRowsAreSaid() {
        Screen.run(() -> {
            theme.choose(Theme.Choice.LIGHT);
            stage.setWidth(440);
            stage.setHeight(300);
            model.showNothing();
        });
        Screen.frames(3);
        snapshot("nothing");
        Screen.run(() -> model.showSeveral(12, 48_700, 1_200_000));
        Screen.frames(3);
        snapshot("several");
        assertThat(view.node().lookup(".detail-message").isVisible()).isTrue();
    }

    private static void settle(Exchange exchange) {
        Screen.until(
                "the report",
                () -> model.stateProperty().get() instanceof DetailModel.Shown shown
                        && shown.report().exchange().id().equals(exchange.id()));
        Screen.until(
                "the bodies",
                () -> !model.body(Direction.REQUEST).busyProperty().get()
                        && !model.body(Direction.RESPONSE).busyProperty().get());
        Screen.frames(8);
    }

    private static void snapshot(String name) {
        Path file = Screen.save(Screen.on(() -> stage.getScene().snapshot(null)), "detail-" + name);
        assertThat(file).isNotEmptyFile();
    }

    private static Exchange sample(String name) {
        Function<Integer, byte[]> random = size -> {
            byte[] bytes = new byte[size];
            new Random(3).nextBytes(bytes);
            return bytes;
        };
        return switch (name) {
            case "cart" -> SAMPLES.cart();
            case "form" -> SAMPLES.form();
            case "shielded" -> SAMPLES.shielded();
            case "tunnel" -> SAMPLES.tunnel();
            case "handshake" -> SAMPLES.refusedHandshake();
            case "certificate" -> SAMPLES.badCertificate();
            case "waiting" -> SAMPLES.waiting();
            case "long" -> SAMPLES.longUrl();
            case "image" -> SAMPLES.response(90, "/hero.png", "image/png", "", png(), png().length);
            case "binary" -> SAMPLES.response(91, "/font.woff2", "font/woff2", "", random.apply(200_000), 200_000);
            case "html" ->
                SAMPLES.response(
                        92,
                        "/index.html",
                        "text/html",
                        "",
                        ("<!doctype html><html><head><title>Shop</title><link rel=stylesheet"
                            + " href=\"/site.css\"><script>var a = 1 < 2;</script></head><body class=\"home\"><!--"
                            + " menu --><ul><li><a href=\"/a?b=1&amp;c=2\">First</a></li><li>Second</li></ul><img"
                            + " src=x><p>Fish &amp; chips</p></body></html>")
                                .getBytes(StandardCharsets.UTF_8),
                        269);
            case "cut" ->
                SAMPLES.response(
                        93,
                        "/log.txt",
                        "text/plain",
                        "",
                        "2026-11-23 20:41:07 line of a log, one of many\n"
                                .repeat(9000)
                                .getBytes(StandardCharsets.UTF_8),
                        9_000_000);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] png() {
        java.awt.image.BufferedImage image =
                new java.awt.image.BufferedImage(900, 500, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        java.awt.Graphics2D g = image.createGraphics();
        g.setPaint(new java.awt.GradientPaint(
                0, 0, java.awt.Color.ORANGE, 900, 500, new java.awt.Color(20, 60, 160, 120)));
        g.fillOval(40, 20, 820, 460);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
