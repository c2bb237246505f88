package dev.hopscope.app;

/** The smallest window, and a failure in it. */
final class SmallScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.size(900, 600);
        pictures.select(row -> row.path().equals("/reports"));
        pictures.tab("overview");
        pictures.look("small", pictures.stage());
        pictures.home();
    }
}
