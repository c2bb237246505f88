package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Background;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Writes the drafts when they have been still for a moment, in the background. FX thread. Reads them once. */
public final class DraftKeeper {
    private final EditorModel model;
    private final DraftsFile file;
    private final Background background;
    private final PauseTransition still = new PauseTransition(Duration.millis(800));
    private boolean unwritten;
    private String told = "";

    public DraftKeeper(EditorModel model, DraftsFile file, Background background) {
        this.model = model;
        this.file = file;
        this.background = background;
        still.setOnFinished(e -> write());
    }

    /**
     * Reads the drafts of before.
     *
     * @param ready is run when they are there
     * @param problem is told in words why they are not
     */
    public void read(Runnable ready, Consumer<String> problem) {
        background.run(
                file::read,
                read -> {
                    model.restore(read.sheets());
                    model.onChange(() -> {
                        unwritten = true;
                        still.playFromStart();
                    });
                    ready.run();
                    if (read.problem() != null) {
                        problem.accept(read.problem());
                    }
                },
                e -> problem.accept(String.valueOf(e.getMessage())));
    }

    private void write() {
        unwritten = false;
        List<Sheet> now = List.copyOf(model.sheets());
        background.run(
                () -> file.write(now),
                left -> tell(left == null ? "" : left),
                e -> tell(String.valueOf(e.getMessage())));
    }

    /** Says it once. */
    private void tell(String words) {
        if (!words.isEmpty() && !words.equals(told)) {
            model.say(words);
        }
        told = words;
    }

    /** Writes at once what is not yet written, and waits for it: the program ends. */
    public void close() throws IOException {
        still.stop();
        if (unwritten) {
            unwritten = false;
            file.write(List.copyOf(model.sheets()));
        }
    }
}
