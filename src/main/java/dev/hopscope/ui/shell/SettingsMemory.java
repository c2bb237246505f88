package dev.hopscope.ui.shell;

import dev.hopscope.settings.CurrentSettings;
import dev.hopscope.settings.Settings;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Memory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the screen remembers, kept among the settings; written in the background when it has been still for a moment. FX thread.
 */
final class SettingsMemory implements Memory {
    private final CurrentSettings settings;
    private final Background background;
    private final Consumer<Exception> failed;
    private final Map<String, String> unwritten = new LinkedHashMap<>();
    private final PauseTransition still = new PauseTransition(Duration.millis(400));

    SettingsMemory(CurrentSettings settings, Background background, Consumer<Exception> failed) {
        this.settings = settings;
        this.background = background;
        this.failed = failed;
        still.setOnFinished(e -> write());
    }

    @Override
    public @Nullable String get(String key) {
        String fresh = unwritten.get(key);
        return fresh != null ? fresh : settings.get().window().layout().get(key);
    }

    @Override
    public void put(String key, String value) {
        if (!value.equals(get(key))) {
            unwritten.put(key, value);
            still.playFromStart();
        }
    }

    /** Writes what was not yet written. */
    void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        Map<String, String> entries = Map.copyOf(unwritten);
        unwritten.clear();
        background.run(() -> settings.update(s -> s.withWindow(w -> with(w, entries))), done -> {}, failed);
    }

    private static Settings.Window with(Settings.Window window, Map<String, String> entries) {
        Settings.Window changed = window;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            changed = changed.withLayout(entry.getKey(), entry.getValue());
        }
        return changed;
    }
}
