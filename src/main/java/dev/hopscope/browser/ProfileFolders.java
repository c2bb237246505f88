package dev.hopscope.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the profiles of opened browsers stand: each browser has one, kept from one time to the next. Any thread.
 *
 * @param folder made when it is needed, readable by the user alone
 * @param home of the user: a browser packed as a snap may write below {@code snap} in it only
 */
public record ProfileFolders(Path folder, Path home) {
    /** The folder of a browser's profile, there from now on. */
    Path of(Browser browser) throws IOException {
        Path profile = place(browser);
        if (!Files.isDirectory(profile)) {
            if (profile.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        profile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(profile);
            }
        }
        return profile;
    }

    private Path place(Browser browser) {
        return browser.program().startsWith("/snap/bin")
                ? home.resolve("snap")
                        .resolve(browser.program().getFileName())
                        .resolve("common")
                        .resolve("hopscope-profile")
                : folder.resolve(browser.kind().id());
    }
}
