package dev.hopscope.ui.editor;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** The colours of JSON as it is typed, right or wrong. Pure; one pass. Does not judge it: {@link JsonFault} does. */
final class JsonColours {
    private static final Pattern TOKEN = Pattern.compile("(?<key>\"(?:[^\"\\\\\\n]|\\\\.)*+\"(?=\\s*+:))"
            + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\"?)"
            + "|(?<number>-?[0-9][0-9.eE+-]*+)"
            + "|(?<keyword>\\b(?:true|false|null)\\b)"
            + "|(?<punctuation>[\\[\\]{},:])");
    private static final List<String> KINDS = List.of("key", "string", "number", "keyword", "punctuation");

    private JsonColours() {}

    static StyleSpans<Collection<String>> of(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (token.find()) {
            spans.add(List.of(), token.start() - at);
            spans.add(List.of("syntax-" + kind(token)), token.end() - token.start());
            at = token.end();
        }
        return spans.add(List.of(), text.length() - at).create();
    }

    static StyleSpans<Collection<String>> plain(int length) {
        return new StyleSpansBuilder<Collection<String>>()
                .add(List.of(), length)
                .create();
    }

    private static String kind(Matcher token) {
        return KINDS.stream()
                .filter(kind -> token.group(kind) != null)
                .findFirst()
                .orElseThrow();
    }
}
