package dev.hopscope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.ui.Screen;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;

class ClippedBoxTest {
    @Test
    void theClipIsAsLargeAsTheBoxAfterEachLayoutAndInOnePass() {
        Screen.run(() -> {
            ClippedBox box = new ClippedBox(new Label("a text that is longer than its box"));
            box.setManaged(false);
            Pane pane = new Pane(box);
            Scene scene = new Scene(pane, 400, 100);
            for (int width : new int[] {10, 300, 0, 120}) {
                box.resizeRelocate(5, 5, width, 20);
                scene.getRoot().applyCss();
                box.layout();
                Rectangle clip = (Rectangle) box.getClip();
                assertThat(clip.getWidth()).isEqualTo(width);
                assertThat(clip.getHeight()).isEqualTo(20);
                assertThat(box.getBoundsInParent().getWidth())
                        .as("what is painted")
                        .isLessThanOrEqualTo(width);
            }
        });
    }

    @Test
    void aBoxPutIntoAnotherPlaceIsPaintedThere() {
        Screen.run(() -> {
            ClippedBox box = new ClippedBox(new Label("x"));
            box.resize(200, 20);
            box.setManaged(false);
            Pane pane = new Pane(box);
            Scene scene = new Scene(pane, 400, 100);
            scene.getRoot().applyCss();
            box.layout();
            box.relocate(150, 40);
            scene.getRoot().applyCss();
            box.layout();
            assertThat(box.getBoundsInParent().getMinX()).isEqualTo(150);
            assertThat(box.getBoundsInParent().getMaxX()).isEqualTo(350);
        });
    }
}
