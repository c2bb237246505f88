package dev.hopscope.inspect.body;

import java.util.List;

/** A body made ready to be drawn: data only. Immutable. */
public sealed interface BodyRendering {
    /** What the reader should know besides. */
    List<Note> notes();

    /**
     * Text with colours. Lines are at most {@link TextBuilder#FOLD} characters: longer ones go on in the next, which is then listed as continued.
     *
     * @param spans in order, without overlap; what lies between is {@link Style#PLAIN}
     * @param continued indices of lines that continue the one before, increasing
     * @param folds pairs of line indices, the line that stays and the last one hidden behind it; increasing by the first, each first only once
     * @param cut whether text was left out at the end because it became too long
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Text(String text, List<Span> spans, int[] continued, int[] folds, boolean cut, List<Note> notes)
            implements BodyRendering {
        /** Text in which nothing can be folded. */
        public Text(String text, List<Span> spans, int[] continued, boolean cut, List<Note> notes) {
            this(text, spans, continued, new int[0], cut, notes);
        }
    }

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

    /** Names and values below each other; {@code root} is always open. Children are found when somebody asks. */
    record Tree(TreeNode root, List<Note> notes) implements BodyRendering {}

    /**
     * A body of several bodies: parts, messages, events.
     *
     * @param columns keys of the heads, below {@code body.column.}
     */
    record Parts(List<String> columns, List<Part> parts, List<Note> notes) implements BodyRendering {}

    /**
     * One of several bodies.
     *
     * @param cells one for each column
     * @param head its own field lines; empty where the format has none
     * @param body its bytes, to be shown by the view that suits them
     */
    record Part(List<String> cells, Text head, BodySample body) {
        static final Text NO_HEAD = new Text("", List.of(), new int[0], false, List.of());
    }
}
