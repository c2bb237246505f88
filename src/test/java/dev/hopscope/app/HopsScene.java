package dev.hopscope.app;

import javafx.scene.input.KeyCode;

/** The hops of one exchange in the whole window. */
final class HopsScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.select(row -> row.path().startsWith("/api/cart?currency=EUR") && row.requestChanges() > 1);
        pictures.press(KeyCode.ENTER);
        pictures.tab("hops");
        pictures.save("hops");
        pictures.tab("overview");
        pictures.home();
    }
}
