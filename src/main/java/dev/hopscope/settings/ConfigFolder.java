package dev.hopscope.settings;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the user's Hopscope: settings, authority, sessions, cache. Any thread. Looks into none of them.
 *
 * @param path by default {@code ~/.hopscope}
 */
public record ConfigFolder(Path path) {
    public static ConfigFolder ofUser() {
        return new ConfigFolder(home().resolve(".hopscope"));
    }

    /** What {@code ~} means in a shell of the user: {@code HOME} where the system has it, which need not be what Java takes for the home. */
    public static Path home() {
        return home(System.getenv("HOME"), System.getProperty("user.home", "."));
    }

    static Path home(@Nullable String variable, String javas) {
        boolean usable = variable != null && File.separatorChar == '/' && variable.startsWith("/");
        return Path.of(usable ? variable : javas);
    }

    /** {@code settings.json}. */
    public Path settings() {
        return path.resolve("settings.json");
    }

    /** Where automatic sessions stand. */
    public Path sessions() {
        return path.resolve("sessions");
    }

    /** Where the cache stores, if there is one. */
    public Path cache() {
        return path.resolve("cache");
    }

    /**
     * Makes the folder and {@code sessions} in it, readable by the user alone where the file system knows owners. What is there stays as it is.
     *
     * @throws IOException whose message says what to do
     */
    public ConfigFolder create() throws IOException {
        privateFolder(path);
        privateFolder(sessions());
        return this;
    }

    private static void privateFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            if (folder.getParent() != null) {
                Files.createDirectories(folder.getParent());
            }
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new IOException(
                        folder
                                + " is a file where a folder is needed. Move it away, or choose another folder with"
                                + " --confdir.",
                        e);
            }
        } catch (IOException e) {
            throw new IOException(
                    "The folder " + folder + " cannot be made (" + e.getClass().getSimpleName()
                            + "). Choose another with --confdir.",
                    e);
        }
    }
}
