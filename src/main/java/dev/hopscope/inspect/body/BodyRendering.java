package dev.hopscope.inspect.body;

import java.util.List;

/** A body made ready to be drawn: data only. Immutable. */
public sealed interface BodyRendering {
    /** What the reader should know besides. */
    List<Note> notes();

    /**
     * Text with colours. Lines are at most {@link TextBuilder#FOLD} characters: longer ones go on in the next, which is then listed as continued.
     *
     * @param spans in order, without overlap; what lies between is {@link Style#PLAIN}; empty where the text is too long to be coloured
     * @param continued indices of lines that continue the one before, increasing
     * @param cut whether text was left out at the end because it became too long
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Text(String text, List<Span> spans, int[] continued, boolean cut, List<Note> notes)
            implements BodyRendering {}

    /**
     * @param start offset of the first character
     * @param end offset after the last
     */
    record Span(int start, int end, Style style) {}

    /**
     * @param format its usual short name: {@code PNG}
     * @param width pixels, from the head of the file
     * @param height pixels
     * @param bytes the file; nobody writes to it
     * @param drawable whether it is whole, of a format the screen can draw, and small enough to be unpacked
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Image(String format, int width, int height, byte[] bytes, boolean drawable, List<Note> notes)
            implements BodyRendering {}

    /** Bytes to be shown page by page; {@code source} is read on demand. */
    record Hex(ByteSource source, List<Note> notes) implements BodyRendering {}

    /**
     * @param columns keys of the heads, below {@code body.column.}
     * @param rows as many cells each as there are columns
     */
    record Table(List<String> columns, List<List<String>> rows, List<Note> notes) implements BodyRendering {}
}
