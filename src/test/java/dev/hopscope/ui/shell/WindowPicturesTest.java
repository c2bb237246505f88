package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.RecordingState;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Theme;
import dev.hopscope.ui.table.SampleRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws the window in its states, in both themes and three sizes, under target/snapshots. */
class WindowPicturesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void theWindowIsDrawnInAllItsStates(Theme.Choice choice) {
        String theme = choice.name().toLowerCase(Locale.ROOT);
        try (TestWindow w = new TestWindow(folder)) {
            Screen.run(() -> w.theme.choose(choice));
            Screen.run(w.window::show);
            w.snapshot("starting-" + theme, 1440, 900);
            w.started();
            w.snapshot("empty-" + theme, 1440, 900);
            w.snapshot("empty-small-" + theme, 900, 600);
            w.rows(List.of(SampleRows.all().getFirst()));
            w.snapshot("first-" + theme, 1440, 900);
            w.rows(SampleRows.all());
            w.snapshot("unselected-" + theme, 1440, 900);
            Screen.run(() -> w.table().select(new ExchangeId(1034)));
            w.snapshot("main-" + theme, 1440, 900);
            Screen.run(() -> w.window.showRatio(true));
            Screen.until("the hit ratio is summed up", () -> w.find(".ratio-bar") != null);
            w.snapshot("ratio-" + theme, 1440, 900);
            w.snapshot("ratio-small-" + theme, 900, 600);
            Screen.run(() -> w.window.showRatio(false));
            w.snapshot("main-medium-" + theme, 1000, 700);
            w.snapshot("main-small-" + theme, 900, 600);
            w.session.state = new RecordingState.Stopped("The disk is full. Free 200 MB on /home to resume.");
            Screen.until("recording has stopped", () -> w.find(".banner") != null);
            w.snapshot("stopped-" + theme, 1000, 700);
            w.session.state = new RecordingState.Paused();
            Screen.until("recording is paused", () -> w.find(".banner") == null);
            w.snapshot("paused-" + theme, 1000, 700);
            w.session.state = new RecordingState.Recording();
            w.proxy.set(new ProxyState.Failed("Port 8888 is in use", true, "java, process 4127", 8889));
            Screen.until("the port is taken", () -> w.find(".banner") != null);
            w.snapshot("port-" + theme, 1440, 900);
            assertThat(folder).isNotEmptyDirectory();
        }
    }
}
