package dev.hopscope.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Where commands write: results to stdout, messages to stderr. One command's thread. Escapes what it shows; machine output is UTF-8. */
public final class Console {
    private final OutputStream out;
    private final Charset charset;
    private final PrintStream err;

    /** @param charset of text for people; machine output is always UTF-8 */
    public Console(OutputStream out, PrintStream err, Charset charset) {
        this.out = out;
        this.err = err;
        this.charset = charset;
    }

    /** The streams of this process. */
    public static Console ofProcess() {
        return new Console(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                System.err,
                System.out.charset());
    }

    /** Writes one line for people to stdout, escaped, at once. */
    public void print(String line) {
        PrintStream stream = new PrintStream(out, true, charset);
        stream.print(SafeText.line(line) + "\n");
        stream.flush();
        if (stream.checkError()) {
            throw CommandFailure.failure("Writing to stdout failed: its reader is gone or the disk is full.");
        }
    }

    /** Writes a message to stderr, escaped, at once. */
    public void message(String text) {
        err.println("hopscope: " + SafeText.lines(text));
        err.flush();
    }

    /** Writes text of Hopscope's own (help) to stdout as it is. */
    void help(String text) {
        PrintStream stream = new PrintStream(out, true, charset);
        stream.print(text);
        stream.flush();
    }

    /** Text for people, several lines; the caller escapes, and closes it when done (stdout stays open). */
    Writer text() {
        return new BufferedWriter(new OutputStreamWriter(unclosed(), charset), 1 << 15);
    }

    /** Output for machines, UTF-8; the caller closes it when done (stdout stays open). */
    Writer machine() {
        return new BufferedWriter(new OutputStreamWriter(unclosed(), StandardCharsets.UTF_8), 1 << 15);
    }

    /** Octets for machines; closing only flushes. */
    OutputStream octets() {
        return unclosed();
    }

    private OutputStream unclosed() {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] octets, int from, int length) throws java.io.IOException {
                out.write(octets, from, length);
            }

            @Override
            public void close() throws java.io.IOException {
                flush();
            }
        };
    }
}
