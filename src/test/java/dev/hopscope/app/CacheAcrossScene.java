package dev.hopscope.app;

import javafx.scene.input.KeyCode;

/** The section Cache in the whole window, with the rows of the URL at its right. */
final class CacheAcrossScene implements PictureScene {
    @Override
    public void take(Pictures p) throws Exception {
        p.select(row -> row.path().equals("/cdn/featured"));
        p.press(KeyCode.ENTER);
        p.tab("cache");
        p.save("cache-across");
        p.tab("overview");
        p.home();
    }
}
