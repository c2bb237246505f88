package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.control.TableView;

/** Bodies: JSON as a tree beside the rows, and the parts of a form with a picture. */
final class BodiesScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.select(row -> row.path().startsWith("/api/cart?currency=EUR") && row.responseBytes() > 100);
        pictures.tab("response");
        Screen.frames(60);
        pictures.save("bodies");
        pictures.select(row -> row.path().equals("/parts"));
        pictures.tab("request");
        Screen.frames(60);
        Screen.run(() -> ((TableView<?>) pictures.scene().lookup(".parts .table-view"))
                .getSelectionModel()
                .clearAndSelect(1));
        Screen.frames(60);
        pictures.save("bodies-parts");
        pictures.tab("overview");
        pictures.home();
    }
}
