package dev.hopscope.interchange.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Texts cut into literals, since a class file holds no string above 65535 octets (JVMS §4.4.7). Pure, any thread. */
final class JvmBody {
    private static final int MOST = 16_000;

    private JvmBody() {}

    /** An expression of the text: one literal, or several joined at run time. */
    static String joined(String text, UnaryOperator<String> literal, String before, String after) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int end = Math.min(text.length(), i + MOST);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            pieces.add(text.substring(i, end));
            i = end;
        }
        return pieces.size() <= 1
                ? literal.apply(text)
                : before + pieces.stream().map(literal).collect(Collectors.joining(", ")) + after;
    }
}
