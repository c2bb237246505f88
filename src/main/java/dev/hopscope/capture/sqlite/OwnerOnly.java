package dev.hopscope.capture.sqlite;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files that only their owner may read or write (mode 0600), from their creation on. Pure; any thread. Elsewhere than on POSIX the folder's rules hold. */
final class OwnerOnly {
    private OwnerOnly() {}

    static FileAttribute<?>[] attributes(Path file) {
        // of the kind of file system: asking the store fails where the root is no mount point, as in a chroot
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
