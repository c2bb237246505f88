package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;

/** The sample traffic under way, if any: begun and stopped from the guide, the menu or the palette. FX thread; sends in the background. */
final class SampleRun {
    private final GuideModel steps;
    private final ShellCommands commands;
    private final Lane lane;

    SampleRun(Background background, GuideModel steps, ShellCommands commands) {
        this.steps = steps;
        this.commands = commands;
        this.lane = background.lane();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return lane.busyProperty();
    }

    /** 0 to 1; -1 before the first. */
    ReadOnlyDoubleProperty progressProperty() {
        return lane.progressProperty();
    }

    /** Sends the samples, or stops sending them. */
    void toggle(FirstSteps program) {
        if (busyProperty().get()) {
            lane.cancel();
            steps.setSampling(false);
            return;
        }
        steps.setSampling(true);
        lane.ask(
                progress -> program.sendSamples((done, of) -> progress.report((double) done / of)),
                sent -> steps.setSampling(false),
                e -> {
                    steps.setSampling(false);
                    commands.fail("guide.playground.failed", e);
                });
    }
}
