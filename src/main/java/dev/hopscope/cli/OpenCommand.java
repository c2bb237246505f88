package dev.hopscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code open FILE}: the window on an existing session. Runs on the thread that called; does not look into the file. */
@Command(name = "open", header = "Open the window on a session, to look at.", sortOptions = false)
final class OpenCommand implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The session file (.hops).")
    private Path file = Path.of("");

    @Mixin
    private final FolderArguments folder = new FolderArguments();

    @Mixin
    private final HelpOption help = new HelpOption();

    OpenCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Path path = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(path)) {
            throw CommandFailure.failure("There is no file " + path + ".");
        }
        return program.open(path, folder.folder());
    }
}
