package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** What Hopscope's own cache holds, below rows that were answered from it. */
final class CacheContentsScene implements PictureScene {
    @Override
    public void take(Pictures p) throws Exception {
        int before = p.table().model().size();
        p.press(KeyCode.K, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        String[] paths = {
            "/cdn/catalogue", "/css/part1.css", "/js/part1.js", "/img/1.png", "/cdn/featured", "/cdn/stale.css"
        };
        for (int i = 0; i < 2; i++) {
            for (String path : paths) {
                p.curl(p.url(path), "-H", "Accept: */*");
            }
            p.curl(p.url("/cdn/featured"), "-H", "Accept: application/json");
        }
        p.awaitRows(before + 2 * (paths.length + 1));
        p.press(KeyCode.L, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        p.select(row -> row.path().equals("/cdn/featured"));
        p.tab("cache");
        Screen.frames(60);
        p.save("cache-contents");
        p.tab("overview");
        p.press(KeyCode.L, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        p.press(KeyCode.K, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        p.home();
    }
}
