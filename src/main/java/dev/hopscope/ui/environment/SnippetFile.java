package dev.hopscope.ui.environment;

import dev.hopscope.snippet.Environment;
import dev.hopscope.snippet.Given;
import dev.hopscope.snippet.Rendered;
import dev.hopscope.snippet.Snippet;
import dev.hopscope.snippet.Snippets;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A target's file on disk: what it holds is merged with, and what was added is taken out again. The calling thread blocks. What the file was is kept beside it
 * until the undo, since JSON has no place for it.
 *
 * @param file which may not exist yet
 */
record SnippetFile(Path file) {
    private Path before() {
        return file.resolveSibling(file.getFileName() + ".before-hopscope");
    }

    /**
     * Merges.
     *
     * @throws IOException where the file system refuses
     * @throws IllegalArgumentException in words, where the file cannot be merged into; it is then as it was
     */
    Rendered apply(Snippet snippet, Environment environment, String name) throws IOException {
        String present = Files.exists(file) ? Files.readString(file) : "";
        Rendered merged = Snippets.apply(snippet, environment, new Given(present, null, name));
        if (!Files.exists(before())) {
            write(before(), present);
        }
        write(file, merged.text());
        return merged;
    }

    /** Writes a text that is no content of a file of the user's; one that is there is kept. */
    Rendered save(Rendered text) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "it exists already; choose another name");
        }
        Files.writeString(file, text.text());
        return text;
    }

    /** Takes out again; a file that is empty then and was made by the merge goes. Throws as {@link #apply} does. */
    Rendered undo(Snippet snippet, Environment environment, String name) throws IOException {
        String present = Files.readString(file);
        @Nullable String earlier = Files.exists(before()) ? Files.readString(before()) : null;
        Rendered undone = snippet.undo(environment, new Given(present, earlier, name));
        if (undone.text().isEmpty() && (earlier == null || earlier.isEmpty())) {
            Files.delete(file);
        } else {
            write(file, undone.text());
        }
        Files.deleteIfExists(before());
        return undone;
    }

    /** Whole or not at all, with the rights of the file that was there; a link stays a link. */
    private void write(Path target, String text) throws IOException {
        Path real = Files.exists(target) ? target.toRealPath() : target;
        Path draft = Files.createTempFile(real.toAbsolutePath().getParent(), ".hopscope", ".part");
        try {
            Files.writeString(draft, text);
            Path rights = Files.exists(file) ? file.toRealPath() : draft;
            if (rights.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(rights, LinkOption.NOFOLLOW_LINKS);
                Files.setPosixFilePermissions(draft, allowed);
            }
            Files.move(draft, real, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
