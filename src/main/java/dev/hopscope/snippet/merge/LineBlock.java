package dev.hopscope.snippet.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lines of ours in a file of lines that knows comments: they stand between two marks, and a line they take the place of
 * stays as a comment. What is taken out again leaves the file as it was, to the byte. Immutable; reads and writes no file.
 *
 * @param comment what begins a comment, as {@code #}
 */
public record LineBlock(String comment) {
    private static final String UNENDED = ", after a line without end";

    /** For files whose comments begin with a hash. */
    public static final LineBlock HASH = new LineBlock("#");

    private String begin() {
        return comment + " >>> Hopscope";
    }

    private String end() {
        return comment + " <<< Hopscope";
    }

    private String keeps() {
        return comment + " Hopscope keeps: ";
    }

    /**
     * Puts lines at the end.
     *
     * @param replaced lines these take the place of
     */
    public String add(String present, List<String> lines, Predicate<String> replaced) {
        List<String> all = split(remove(present));
        keep(all, 0, all.size(), replaced);
        return insert(all, all.size(), lines);
    }

    /** Puts lines before all others. */
    public String addFirst(String present, List<String> lines, Predicate<String> replaced) {
        List<String> all = split(remove(present));
        keep(all, 0, all.size(), replaced);
        return insert(all, 0, lines);
    }

    /**
     * Puts lines at the start of a section {@code [name]}, which is made where there is none.
     *
     * @param replaced lines of that section these take the place of
     */
    public String addInSection(String present, String name, List<String> lines, Predicate<String> replaced) {
        String header = "[" + name + "]";
        List<String> all = split(remove(present));
        int at = find(all, line -> line.strip().replaceFirst("\\s*[#;].*", "").equals(header));
        if (at < 0) {
            List<String> withHeader = new ArrayList<>(List.of(header));
            withHeader.addAll(lines);
            return insert(all, all.size(), withHeader);
        }
        int next = at + 1;
        while (next < all.size() && !all.get(next).stripLeading().startsWith("[")) {
            next++;
        }
        keep(all, at + 1, next, replaced);
        return insert(all, at + 1, lines);
    }

    /**
     * Puts lines after a line that begins a part, as {@code env:} does in YAML; where there is none, that line and these
     * at the end.
     *
     * @param begins that line, without what follows
     * @param replaced lines directly below it, up to the first that is not indented
     */
    public String addBelow(String present, String begins, List<String> lines, Predicate<String> replaced) {
        List<String> all = split(remove(present));
        int at = find(
                all,
                line -> line.startsWith(begins)
                        && (line.length() == begins.length() || line.charAt(begins.length()) <= ' '));
        if (at < 0) {
            List<String> withStart = new ArrayList<>(List.of(begins));
            withStart.addAll(lines);
            return insert(all, all.size(), withStart);
        }
        String rest = bare(all.get(at)).substring(begins.length()).strip();
        if (!rest.isEmpty() && !rest.startsWith("#")) {
            throw new IllegalArgumentException("'" + bare(all.get(at)).strip()
                    + "' is on one line: write what it holds on lines of its own, then merge.");
        }
        int next = at + 1;
        while (next < all.size()
                && (bare(all.get(next)).isBlank()
                        || all.get(next).charAt(0) <= ' '
                        || all.get(next).startsWith("#"))) {
            next++;
        }
        keep(all, at + 1, next, replaced);
        return insert(all, at + 1, lines);
    }

    /** Puts lines after every line of a kind. */
    public String addAfterEach(
            String present, List<String> lines, Predicate<String> anchor, Predicate<String> replaced) {
        List<String> all = split(remove(present));
        if (all.stream().noneMatch(line -> anchor.test(bare(line)))) {
            throw new IllegalArgumentException("The file holds no line to put this after. Nothing was changed.");
        }
        keep(all, 0, all.size(), replaced);
        String text = String.join("", all);
        for (int at = all.size(); at > 0; at--) {
            if (anchor.test(bare(all.get(at - 1)))) {
                text = insert(all, at, lines);
                all = split(text);
            }
        }
        return text;
    }

    /**
     * Takes all lines of ours out again and brings back those they took the place of.
     *
     * @throws IllegalArgumentException in words, where a mark is missing
     */
    public String remove(String text) {
        List<String> kept = new ArrayList<>();
        boolean ours = false;
        for (String line : split(text)) {
            String bare = bare(line);
            if (!ours && (bare.equals(begin()) || bare.equals(begin() + UNENDED))) {
                ours = true;
                if (bare.endsWith(UNENDED) && !kept.isEmpty()) {
                    kept.set(kept.size() - 1, bare(kept.getLast()));
                }
            } else if (ours) {
                ours = !bare.equals(end());
            } else {
                kept.add(bare.startsWith(keeps()) ? line.substring(keeps().length()) : line);
            }
        }
        if (ours) {
            throw new IllegalArgumentException("The file holds '" + begin() + "' without '" + end()
                    + "' after it. Put it right by hand; nothing was changed.");
        }
        return String.join("", kept);
    }

    private void keep(List<String> all, int from, int to, Predicate<String> replaced) {
        for (int i = from; i < to; i++) {
            if (replaced.test(bare(all.get(i)))) {
                all.set(i, keeps() + all.get(i));
            }
        }
    }

    private String insert(List<String> all, int at, List<String> lines) {
        String eol = !all.isEmpty() && all.getFirst().endsWith("\r\n") ? "\r\n" : "\n";
        List<String> result = new ArrayList<>(all.subList(0, at));
        boolean unended =
                at > 0 && bare(all.get(at - 1)).length() == all.get(at - 1).length();
        if (unended) {
            result.set(at - 1, result.get(at - 1) + eol);
        }
        result.add(begin() + (unended ? UNENDED : "") + eol);
        lines.forEach(line -> result.add(line + eol));
        result.add(end() + eol);
        result.addAll(all.subList(at, all.size()));
        return String.join("", result);
    }

    private static int find(List<String> all, Predicate<String> wanted) {
        for (int i = 0; i < all.size(); i++) {
            if (wanted.test(bare(all.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String bare(String line) {
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\n') {
            end--;
            if (end > 0 && line.charAt(end - 1) == '\r') {
                end--;
            }
        }
        return line.substring(0, end);
    }

    /** Lines with their ends; the last may have none. */
    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }
}
