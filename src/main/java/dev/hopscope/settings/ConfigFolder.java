package dev.hopscope.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of the user's Hopscope: settings, authority, sessions, cache. Any thread. Looks into none of them.
 *
 * @param path by default {@code ~/.hopscope}
 */
public record ConfigFolder(Path path) {
    public static ConfigFolder ofUser() {
        return new ConfigFolder(Path.of(System.getProperty("user.home", "."), ".hopscope"));
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
