package dev.hopscope.app;

/** The window before any traffic. */
final class EmptyScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.save("empty");
    }
}
