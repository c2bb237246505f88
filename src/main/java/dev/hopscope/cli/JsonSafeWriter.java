package dev.hopscope.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Lets JSON through, with control, invisible and bidirectional characters as {@code \}{@code uXXXX}: the same JSON, safe in a terminal. One thread. Escapes
 * nothing that is already.
 */
final class JsonSafeWriter extends FilterWriter {
    JsonSafeWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        if (c >= ' ' && c < 0x7f || c == '\n') {
            out.write(c);
        } else if (SafeText.deceives(c) || Character.isSurrogate((char) c)) {
            out.write("\\u%04x".formatted(c));
        } else {
            out.write(c);
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int plain = from;
        int end = from + length;
        for (int i = from; i < end; i++) {
            if (text[i] < ' ' && text[i] != '\n' || text[i] >= 0x7f) {
                out.write(text, plain, i - plain);
                write(text[i]);
                plain = i + 1;
            }
        }
        out.write(text, plain, end - plain);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        int plain = from;
        int end = from + length;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' || c >= 0x7f) {
                out.write(text, plain, i - plain);
                write(c);
                plain = i + 1;
            }
        }
        out.write(text, plain, end - plain);
    }
}
