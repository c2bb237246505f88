package dev.hopscope.inspect.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in which two texts differ. Immutable, any thread. Above {@value #MOST} differing words a side, the whole of what lies between the common ends counts as
 * different.
 *
 * @param before parts of the first text that the second lacks, ascending
 * @param after parts of the second that the first lacks
 */
public record WordDiff(List<Span> before, List<Span> after) {
    private static final int MOST = 2000;
    private static final Pattern WORD = Pattern.compile("\\s+|[^\\s,;=/&?:\"()\\[\\]{}]+|.", Pattern.DOTALL);

    public static WordDiff of(String before, String after) {
        List<String> a = words(before);
        List<String> b = words(after);
        int start = 0;
        while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        List<String> midA = a.subList(start, a.size() - end);
        List<String> midB = b.subList(start, b.size() - end);
        int fromA = length(a.subList(0, start));
        int fromB = length(b.subList(0, start));
        if (midA.size() > MOST || midB.size() > MOST) {
            return new WordDiff(whole(fromA, length(midA)), whole(fromB, length(midB)));
        }
        List<Span> spansA = new ArrayList<>();
        List<Span> spansB = new ArrayList<>();
        int[] offsetsA = offsets(midA, fromA);
        int[] offsetsB = offsets(midB, fromB);
        for (AbstractDelta<String> delta : DiffUtils.diff(midA, midB).getDeltas()) {
            add(
                    spansA,
                    offsetsA,
                    delta.getSource().getPosition(),
                    delta.getSource().size());
            add(
                    spansB,
                    offsetsB,
                    delta.getTarget().getPosition(),
                    delta.getTarget().size());
        }
        return new WordDiff(List.copyOf(spansA), List.copyOf(spansB));
    }

    private static void add(List<Span> spans, int[] offsets, int position, int size) {
        if (size > 0) {
            spans.add(new Span(offsets[position], offsets[position + size]));
        }
    }

    private static List<Span> whole(int from, int length) {
        return length == 0 ? List.of() : List.of(new Span(from, from + length));
    }

    private static int[] offsets(List<String> words, int from) {
        int[] offsets = new int[words.size() + 1];
        offsets[0] = from;
        for (int i = 0; i < words.size(); i++) {
            offsets[i + 1] = offsets[i] + words.get(i).length();
        }
        return offsets;
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
