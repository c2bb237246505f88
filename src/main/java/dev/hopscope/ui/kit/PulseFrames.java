package dev.hopscope.ui.kit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The frames of the toolkit: a task runs when the next pulse begins, before its layout. Any thread may ask. Lets the toolkit rest when nobody asks.
 */
public final class PulseFrames implements FramePump.Frames {
    @Override
    public void next(Runnable frame) {
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                frame.run();
            }
        }.start());
    }
}
