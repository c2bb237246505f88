package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import java.io.ByteArrayInputStream;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** An image on a checkerboard, shrunk to fit and never enlarged; unpacked in the background. FX thread. Draws only what the rendering calls drawable. */
final class ImagePane extends StackPane {
    /** Larger images are shrunk while they are unpacked. */
    private static final int MAX_SIDE = 2048;

    private final Lane lane;
    private final ImageView view = new ImageView();
    private final Region board = new Region();
    private final Label words = new Label();

    ImagePane(Background background) {
        lane = background.lane();
        getStyleClass().add("image-pane");
        board.getStyleClass().add("checkerboard");
        board.setManaged(false);
        words.getStyleClass().add("tertiary");
        words.setWrapText(true);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        setMinSize(0, 0);
        getChildren().addAll(board, view, words);
    }

    void show(BodyRendering.Image image) {
        view.setImage(null);
        view.setAccessibleText(Messages.text("body.image", image.format(), image.width(), image.height()));
        words.setText(
                image.drawable()
                        ? ""
                        : Messages.text("body.image.notDrawn", image.format(), image.width(), image.height()));
        if (image.drawable()) {
            boolean shrink = Math.max(image.width(), image.height()) > MAX_SIDE;
            lane.ask(
                    progress -> image.format().equals("WebP")
                            ? WebpReader.read(image.bytes(), MAX_SIDE)
                            : new Image(
                                    new ByteArrayInputStream(image.bytes()),
                                    shrink ? MAX_SIDE : 0,
                                    shrink ? MAX_SIDE : 0,
                                    true,
                                    true),
                    loaded -> {
                        if (loaded.isError()) {
                            words.setText(Messages.text("body.image.broken", image.format()));
                        } else {
                            view.setImage(loaded);
                            requestLayout();
                        }
                    },
                    failure -> words.setText(Messages.text("body.image.broken", image.format())));
        } else {
            lane.cancel();
        }
    }

    /** Puts the picture on the clipboard, once it is there. */
    void copy() {
        Image drawn = view.getImage();
        if (drawn != null) {
            ClipboardContent content = new ClipboardContent();
            content.putImage(drawn);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    @Override
    protected void layoutChildren() {
        Image image = view.getImage();
        if (image != null) {
            double scale =
                    Math.min(1, Math.min((getWidth() - 24) / image.getWidth(), (getHeight() - 24) / image.getHeight()));
            view.setFitWidth(Math.max(1, image.getWidth() * scale));
            view.setFitHeight(Math.max(1, image.getHeight() * scale));
        }
        super.layoutChildren();
        board.setVisible(image != null);
        if (image != null) {
            board.resizeRelocate(
                    view.getLayoutX(),
                    view.getLayoutY(),
                    view.getBoundsInLocal().getWidth(),
                    view.getBoundsInLocal().getHeight());
        }
    }
}
