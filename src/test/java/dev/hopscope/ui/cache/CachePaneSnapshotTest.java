package dev.hopscope.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RowLog;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.inspect.reuse.Rows;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section Cache with rows of one URL, in both themes, as pictures under {@code target/snapshots}. */
class CachePaneSnapshotTest {
    private static final String[] FASTLY = {
        "X-Cache", "MISS, HIT", "X-Cache-Hits", "0, 14", "X-Served-By", "cache-par-lfpg1960, cache-fra-eddf8230"
    };

    @TempDir
    private static Path folder;

    private static final Rows ROWS = new Rows();
    private static final List<ExchangeId> GONE_TO = new ArrayList<>();
    private static Background background;
    private static Theme theme;
    private static Stage stage;
    private static AcrossModel model;
    private static CachePane pane;

    private static void rows() {
        String body = "body ".repeat(2500);
        String[] lines = {
            "Cache-Control", "max-age=60, s-maxage=300, stale-while-revalidate=600", "Vary", "Accept-Encoding, Accept"
        };
        row(0, "gzip", "text/html", body, lines, "ETag", "\"c41a\"");
        row(140, "gzip", "application/json", body, lines, "ETag", "\"c41b\"");
        row(210, "gzip", "application/json", body, lines, "ETag", "\"c41b\"", "Age", "70");
        ROWS.at(250).method("POST").status(204).gets("");
        row(300, "gzip", "*/*", body, lines, "ETag", "\"c41c\"");
        ROWS.at(301).client("10.0.0.7").gets(body, "Cache-Control", "no-store");
        row(388, "gzip", "application/json", body, lines, "ETag", "\"c41c\"", "Age", "88");
    }

    private static void row(int at, String coding, String accept, String body, String[] lines, String... more) {
        List<String> fields = new ArrayList<>(List.of(lines));
        fields.addAll(List.of(more));
        fields.addAll(List.of(FASTLY));
        ROWS.at(at).asks("Accept-Encoding", coding, "Accept", accept).gets(body, fields.toArray(String[]::new));
    }

    @BeforeAll
    static void open() throws Exception {
        Theme.loadFonts();
        rows();
        Path bodies = Files.writeString(folder.resolve("body"), "the same", StandardCharsets.US_ASCII);
        RowLog log = new RowLog(id -> Optional.of(ROWS.all().get((int) id.value() - 1)));
        log.put(ROWS.all().stream().map(ExchangeRow::of).toList());
        Screen.run(() -> {
            background = new Background();
            theme = new Theme();
            model = new AcrossModel(background);
            model.use(log, ref -> Files.newByteChannel(bodies));
            pane = new CachePane(model, GONE_TO::add);
            Scene scene = new Scene(pane, 440, 780);
            theme.install(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        show();
    }

    private static void show() {
        HttpExchange last = ROWS.all().getLast();
        Screen.run(() -> {
            model.setWanted(true);
            model.show(last);
            pane.show(CacheReport.of(last, Rows.START.plusSeconds(420)));
        });
        Screen.until("the rows", () -> model.reportProperty().get() != AcrossReport.NONE);
    }

    @AfterAll
    static void close() {
        Screen.run(() -> {
            stage.close();
            theme.release(stage.getScene());
            background.close();
        });
    }

    @ParameterizedTest
    @CsvSource({"1440, 1300", "900, 1800", "440, 2600"})
    void theSectionIsDrawnInBothThemes(int width, int height) {
        for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            Screen.run(() -> {
                theme.choose(choice);
                pane.resize(width, height);
            });
            Screen.frames(6);
            Path file = Screen.save(
                    Screen.on(() -> {
                        pane.resize(width, height);
                        pane.applyCss();
                        pane.layout();
                        return pane.snapshot(null, null);
                    }),
                    "cache-across-" + width + "-" + choice.name().toLowerCase(Locale.ROOT));
            assertThat(file).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "days, 90000, 'max-age=3600, stale-while-revalidate=7200, stale-if-error=172800'",
        "beyond, 9000000, 'max-age=60'",
        "errors, 30, 'max-age=60, stale-if-error=300'"
    })
    void theLifeOfACopyIsDrawn(String name, int now, String control) {
        HttpExchange one = new Rows().at(0).gets("a", "Cache-Control", control);
        for (int width : new int[] {440, 900}) {
            Screen.run(() -> {
                theme.choose(Theme.Choice.LIGHT);
                pane.show(CacheReport.of(one, Rows.START.plusSeconds(now)));
            });
            Screen.frames(3);
            assertThat(Screen.save(
                            Screen.on(() -> {
                                pane.resize(width, 500);
                                pane.applyCss();
                                pane.layout();
                                return pane.snapshot(null, null);
                            }),
                            "cache-life-" + name + "-" + width))
                    .isNotEmptyFile();
        }
    }

    @Test
    void aLinkGoesToItsRow() {
        Screen.frames(4);
        Screen.run(() -> {
            Hyperlink link = (Hyperlink) pane.getContent().lookup(".across-link");
            link.fireEvent(new ActionEvent());
        });

        assertThat(GONE_TO).containsExactly(new ExchangeId(6));
    }
}
