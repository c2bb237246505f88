package dev.hopscope.cli;

import dev.hopscope.settings.ConfigFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where settings, authority and sessions are kept. Filled by picocli on the command's thread. */
final class FolderArguments {
    @Option(
            names = "--confdir",
            paramLabel = "FOLDER",
            description = "Where settings, authority and sessions are kept (default: ~/.hopscope).")
    private @Nullable Path folder;

    ConfigFolder folder() {
        return folder == null
                ? ConfigFolder.ofUser()
                : new ConfigFolder(folder.toAbsolutePath().normalize());
    }
}
