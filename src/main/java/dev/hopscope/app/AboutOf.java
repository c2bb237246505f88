package dev.hopscope.app;

import dev.hopscope.cli.Commands;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.shell.AboutProgram;
import java.io.IOException;
import java.nio.file.Path;

/** What the window says of this program. Threads as the interface says. Decides nothing. */
record AboutOf(Path folder, Path errorLog) implements AboutProgram {
    @Override
    public String version() {
        return Commands.version();
    }

    @Override
    public void openFolder() throws IOException {
        String place = folder.toAbsolutePath().toString();
        if (!WebBrowser.open(place)) {
            throw new IOException(Messages.text("about.open.none", place));
        }
    }
}
