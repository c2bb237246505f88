package dev.hopscope.cli;

import dev.hopscope.capture.SessionReader;
import dev.hopscope.inspect.body.ContentDecoder;
import dev.hopscope.interchange.HarExport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A session written as HAR. One thread; streams and blocks. */
public final class HarFile {
    private HarFile() {}

    /**
     * Writes the file whole or not at all, readable by the user alone.
     *
     * @throws IOException where the session cannot be read or the file not be written
     */
    public static HarExport.Written write(SessionReader reader, Path target) throws IOException {
        return NewFile.write(target.toAbsolutePath(), out -> write(reader, out));
    }

    /** Writes to a stream, which stays open. */
    static HarExport.Written write(SessionReader reader, OutputStream out) throws IOException {
        HarExport export = new HarExport(out, reader.bodies(), Commands.version(), ContentDecoder::undo);
        try {
            reader.exchanges(exchange -> {
                try {
                    export.add(exchange);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return export.finish();
    }
}
