package dev.hopscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file whole or not at all, readable by the user alone; pipes and devices are written to as they are. One thread. */
final class NewFile {
    private NewFile() {}

    /** What is written. */
    interface Content<T> {
        T writeTo(OutputStream out) throws IOException;
    }

    /** Replaces the file, or what a link of that name leads to, only when all was written. */
    static <T> T write(Path named, Content<T> content) throws IOException {
        if (Files.exists(named) && !Files.isRegularFile(named)) {
            try (OutputStream out = Files.newOutputStream(named, StandardOpenOption.WRITE)) {
                return content.writeTo(out);
            }
        }
        Path target = Files.exists(named) ? named.toRealPath() : named;
        Path folder = target.getParent();
        FileAttribute<?>[] mine =
                target.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(folder, "." + target.getFileName(), ".part", mine);
        try {
            T result;
            try (OutputStream out = Files.newOutputStream(draft)) {
                result = content.writeTo(out);
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
