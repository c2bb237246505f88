package dev.hopscope.ui.editor;

/**
 * A text that is edited in one line: a character that the field would drop, as a line break, is shown as a mark of its own and stays what it is where nobody edits
 * it. Pure, any thread. Does not know how the text is written on the wire.
 */
final class MarkedLine {
    /** Unicode has a picture for each control character, in their order. */
    private static final char PICTURES = '\u2400';

    private static final char PICTURE_OF_DELETE = '\u2421';

    private MarkedLine() {}

    /** As it is shown: of the same length, a mark for each control character. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(mark(text.charAt(i)));
        }
        return out.toString();
    }

    private static char mark(char c) {
        if (c == 0x7F) {
            return PICTURE_OF_DELETE;
        }
        return c < 0x20 ? (char) (PICTURES + c) : c;
    }

    /** What a text has become: {@code typed} stands where {@link #of of(before)} stood; what it begins and ends with as that does was not touched. */
    static String edited(String before, String typed) {
        String shown = of(before);
        int most = Math.min(shown.length(), typed.length());
        int start = 0;
        while (start < most && shown.charAt(start) == typed.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && shown.charAt(shown.length() - 1 - end) == typed.charAt(typed.length() - 1 - end)) {
            end++;
        }
        return before.substring(0, start)
                + typed.substring(start, typed.length() - end)
                + before.substring(before.length() - end);
    }
}
