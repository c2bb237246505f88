package dev.hopscope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.Source;
import dev.hopscope.inspect.compare.BodyMode;
import dev.hopscope.inspect.compare.Pairs;
import dev.hopscope.inspect.compare.Section.Part;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison on the toolkit: pictures under target/snapshots, and its keys. */
class ComparePicturesTest {
    private static final byte[] RED = Base64.getDecoder()
            .decode(
                    "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==");

    /** A window with the comparison alone. */
    private static final class Shown implements AutoCloseable {
        final KeptExchanges kept = new KeptExchanges();
        final Background background = new Background();
        final CompareModel model = Screen.on(() -> new CompareModel(background, kept));
        final Theme theme = Screen.on(Theme::new);
        boolean closed;
        final ComparePane pane = Screen.on(() -> new ComparePane(model, background, () -> closed = true));
        final Stage stage = Screen.on(() -> {
            Stage made = new Stage();
            made.setScene(new Scene(pane, 960, 800));
            theme.install(made.getScene());
            made.show();
            model.use(kept, Pairs.bodies());
            return made;
        });

        void show(Exchange a, Exchange b) {
            Screen.run(() -> {
                kept.put(a);
                kept.put(b);
                model.compare(a.id(), b.id());
            });
            settle();
        }

        void settle() {
            Screen.until("the comparison", () -> !model.busyProperty().get());
            Screen.frames(4);
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
                                SnapshotParameters parameters = new SnapshotParameters();
                                parameters.setViewport(new Rectangle2D(0, 0, width, height));
                                return pane.snapshot(parameters, null);
                            }),
                            "compare-" + name))
                    .isNotEmptyFile();
        }

        void key(KeyCode code, boolean shift) {
            Screen.run(
                    () -> pane.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
        }

        String text(String selector) {
            return Screen.on(() -> ((Label) pane.lookup(selector)).getText());
        }

        @Override
        public void close() {
            Screen.run(() -> {
                theme.release(stage.getScene());
                stage.close();
            });
            background.close();
        }
    }

    private static Pairs cart() {
        return Pairs.get("/v1/cart?currency=EUR&utm=a")
                .asks(
                        "Accept",
                        "*/*",
                        "Accept-Encoding",
                        "gzip, br",
                        "If-None-Match",
                        "\"c41a\"",
                        "User-Agent",
                        "curl/8.9.1")
                .asks("Cookie", "session=9f3a; theme=dark")
                .answers("Age", "88", "Etag", "\"d007\"", "X-Cache", "MISS, HIT", "X-Cache-Hits", "0, 14")
                .answers("Set-Cookie", "session=9f3a; Path=/; Max-Age=3600; HttpOnly")
                .answers("Date", "Mon, 23 Nov 2026 20:39:39 GMT")
                .gets(
                        "application/json",
                        "{\"currency\":\"EUR\",\"lines\":[{\"sku\":\"1001-A\",\"quantity\":1},{\"sku\":\"2002-C\",\"quantity\":1,\"price\":{\"net\":18.40,\"tax\":3.5}}],\"voucher\":{\"code\":\"WELCOME\"},\"total\":74.30,\"updatedAt\":\"2026-11-23T20:39:39Z\"}")
                .took(88);
    }

    private static Pairs later() {
        return Pairs.get("/v1/cart?utm=b&currency=EUR")
                .asks(
                        "User-Agent",
                        "curl/8.9.1",
                        "Accept",
                        "*/*",
                        "Accept-Encoding",
                        "identity",
                        "Cache-Control",
                        "no-cache")
                .asks("Cookie", "theme=dark; session=9f3a; cart_hint=b7f2")
                .answers("Age", "0", "ETag", "\"d007\"", "X-Cache", "MISS, MISS", "X-Cache-Hits", "0, 0")
                .answers("Set-Cookie", "session=9f3a; Path=/; Max-Age=1800; HttpOnly")
                .answers("Date", "Mon, 23 Nov 2026 20:41:09 GMT")
                .gets(
                        "application/json",
                        "{\"lines\":[{\"quantity\":1,\"sku\":\"1001-A\"},{\"sku\":\"2002-C\",\"quantity\":2,\"price\":{\"net\":17.90,\"tax\":3.5}},{\"sku\":\"8841-B\",\"quantity\":1,\"price\":{\"net\":21.10}}],\"currency\":\"EUR\",\"total\":91.10,\"updatedAt\":\"2026-11-23T20:41:09Z\"}")
                .took(52);
    }

    private static String page(String title, String colour) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<title>" + title + "</title>\n<ul>\n");
        for (int i = 1; i < 40; i++) {
            page.append("  <li style=\"color: ")
                    .append(i % 13 == 5 ? colour : "black")
                    .append("\">item ")
                    .append(i)
                    .append("</li>\n");
        }
        return page.append("</ul>\n").toString();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void theComparisonIsDrawn(Theme.Choice choice) {
        String theme = choice.name().toLowerCase(Locale.ROOT);
        try (Shown shown = new Shown()) {
            Screen.run(() -> shown.theme.choose(choice));
            Exchange a = cart().exchange();
            shown.show(a, later().exchange(new Source.Replayed(a.id())));
            for (int i = 0; i < 9; i++) {
                shown.key(KeyCode.F7, false);
            }
            shown.picture("json-" + theme, 1440, 874);
            shown.picture("json-small-" + theme, 900, 574);
            Screen.run(() -> shown.model.setUnified(true));
            shown.picture("json-unified-" + theme, 1440, 874);
            shown.show(
                    Pairs.get("/").gets("text/html", page("Shop", "red")).exchange(),
                    Pairs.get("/").gets("text/html", page("The shop", "blue")).exchange());
            shown.picture("text-unified-" + theme, 1200, 700);
            Screen.run(() -> shown.model.setUnified(false));
            shown.picture("text-" + theme, 1200, 700);
            Screen.run(() -> shown.model.choose(Part.RESPONSE_BODY, BodyMode.HEX));
            shown.settle();
            shown.picture("hex-" + theme, 1440, 700);
            byte[] other = RED.clone();
            other[50] ^= 1;
            shown.show(
                    Pairs.get("/logo.png").gets("image/png", RED).exchange(),
                    Pairs.get("/logo.png").gets("image/png", other).exchange());
            shown.picture("images-" + theme, 1200, 700);
            byte[] large = new byte[9 << 20];
            Arrays.fill(large, (byte) 'x');
            for (int i = 99; i < large.length; i += 100) {
                large[i] = '\n';
            }
            byte[] changed = large.clone();
            changed[5_000_050] = 'y';
            changed[8_000_050] = 'y';
            shown.show(
                    Pairs.get("/log").gets("text/plain", large).exchange(),
                    Pairs.get("/log").gets("text/plain", changed).exchange());
            shown.picture("large-" + theme, 1200, 700);
        }
    }

    @Test
    void f7GoesFromChangeToChangeAndTheBarCounts() {
        try (Shown shown = new Shown()) {
            shown.show(Pairs.get("/a?x=1").exchange(), Pairs.get("/b?x=2").exchange());
            assertThat(shown.text("#compare-count")).isEqualTo("2 differences");
            shown.key(KeyCode.F7, false);
            assertThat(shown.text("#compare-place")).isEqualTo("1 of 2");
            shown.key(KeyCode.F7, true);
            assertThat(shown.text("#compare-place")).isEqualTo("2 of 2");
        }
    }

    @Test
    void escGoesBack() {
        try (Shown shown = new Shown()) {
            shown.show(Pairs.get("/a").exchange(), Pairs.get("/b").exchange());
            shown.key(KeyCode.ESCAPE, false);
            assertThat(shown.closed).isTrue();
        }
    }
}
