package dev.hopscope.snippet;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines for a file, and what they take the place of; immutable.
 *
 * @param replaced matches whole lines of the file that say the same
 * @param notes what the target cannot say
 * @param marker the line the notes stand beside
 */
record FileLines(List<String> lines, Pattern replaced, List<String> notes, String marker) {
    static FileLines of(List<String> lines, String replaced) {
        return new FileLines(lines, Pattern.compile(replaced), List.of(), "");
    }

    FileLines noting(List<String> words, String beside) {
        return new FileLines(lines, replaced, words, beside);
    }

    boolean replaces(String line) {
        return replaced.matcher(line).matches();
    }
}
