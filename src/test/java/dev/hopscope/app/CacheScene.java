package dev.hopscope.app;

import javafx.scene.input.KeyCode;

/** What the caches on the way say, and the hit ratio below the rows. */
final class CacheScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.menu("Hit ratio of caches");
        pictures.select(row -> row.path().equals("/cdn/hero.png"));
        pictures.tab("cache");
        pictures.save("cache-marks");
        pictures.tab("overview");
        pictures.menu("Hit ratio of caches");
        pictures.press(KeyCode.ESCAPE);
        pictures.home();
    }
}
