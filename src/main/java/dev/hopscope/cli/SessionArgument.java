package dev.hopscope.cli;

import dev.hopscope.capture.SessionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The session a command reads. Filled by picocli on the command's thread. Writes nothing. */
final class SessionArgument {
    @Parameters(
            index = "0",
            paramLabel = "SESSION",
            description = "The session file (.hops), also one that is being recorded.")
    private Path file = Path.of("");

    /** @throws CommandFailure in words */
    SessionReader open(Program program) {
        Path path = file.toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw CommandFailure.failure("There is no file " + path + ".");
        }
        try {
            return program.read(path);
        } catch (IOException e) {
            throw CommandFailure.failure(path + " cannot be read: " + Words.of(e));
        }
    }

    /** Says what of the file could not be read. */
    void report(SessionReader reader, Console console) {
        reader.damage().forEach(what -> console.message(file + ": " + what));
    }
}
