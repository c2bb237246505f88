package dev.hopscope.app;

/** The window with its rows, one of them selected. */
final class WindowScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.select(row ->
                row.path().startsWith("/api/cart?currency=EUR") && !row.path().contains("page"));
        pictures.tab("overview");
        pictures.save("window");
        pictures.home();
    }
}
