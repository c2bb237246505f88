package dev.hopscope.ui.shell;

import java.nio.file.Path;

/** A window's surroundings on fakes, for tests of other packages. */
public final class OpenActions implements AutoCloseable {
    private final TestWindow window;

    public OpenActions(Path folder) {
        window = new TestWindow(folder);
    }

    public ShellActions actions() {
        return window;
    }

    public Questions questions() {
        return window;
    }

    @Override
    public void close() {
        window.close();
    }
}
