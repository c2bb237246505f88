package dev.hopscope.snippet.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entries of {@code env} in the containers of a Kubernetes manifest in block style; pure functions. Reads no flow style. */
public final class PodEnvironment {
    private static final Pattern CONTAINERS = Pattern.compile("(\\s*)(?:- )?(containers|initContainers):\\s*(#.*)?");
    private static final Pattern KEY = Pattern.compile("(\\s*)(- )?([A-Za-z][A-Za-z0-9]*):(.*)");
    private static final Pattern ENTRY = Pattern.compile("(\\s*)- name:\\s*[\"']?([A-Za-z_]+)[\"']?\\s*(#.*)?");
    private static final LineBlock BLOCK = LineBlock.HASH;

    private PodEnvironment() {}

    /** The entries alone, for a file that is not at hand. */
    public static String fragment(List<String> entries) {
        List<String> lines = new ArrayList<>(List.of("env:"));
        entries.forEach(entry -> lines.add("  " + entry));
        return BLOCK.add("", lines, line -> false);
    }

    /**
     * Puts the entries into every container.
     *
     * @param names variables whose entries these take the place of
     * @throws IllegalArgumentException in words, where no container is found or its env is on one line
     */
    public static String add(String present, List<String> entries, List<String> names) {
        if (remove(present).isBlank()) {
            return fragment(entries);
        }
        List<String> lines = new ArrayList<>(List.of(BLOCK.remove(present).split("(?<=\n)", -1)));
        lines.removeIf(String::isEmpty);
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (CONTAINERS.matcher(lines.get(i).stripTrailing()).matches()) {
                found += container(lines, i, entries, names);
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException(
                    "The file holds no containers: it is no Pod and no workload in block style. Nothing was changed.");
        }
        return String.join("", lines);
    }

    /** Takes them out again. */
    public static String remove(String text) {
        return BLOCK.remove(text);
    }

    /** All items of the list below this line; gives how many there were. */
    private static int container(List<String> lines, int list, List<String> entries, List<String> names) {
        int depth = depth(lines.get(list).replaceFirst("- ", "  "));
        int found = 0;
        int item = -1;
        for (int i = list + 1; i <= lines.size(); i++) {
            boolean end = i == lines.size() || outside(lines.get(i), depth);
            boolean dash = !end && item(lines.get(i), item < 0 ? depth(lines.get(i)) : depth(lines.get(item)));
            if ((end || dash) && item >= 0) {
                int before = lines.size();
                into(lines, item, i, entries, names);
                i += lines.size() - before;
                found++;
            }
            if (end) {
                return found;
            }
            if (dash) {
                item = i;
            }
        }
        return found;
    }

    private static boolean outside(String line, int depth) {
        return !line.isBlank()
                && !line.stripLeading().startsWith("#")
                && (depth(line) < depth
                        || depth(line) == depth && !line.stripLeading().startsWith("- "));
    }

    private static boolean item(String line, int depth) {
        return line.stripLeading().startsWith("- ") && depth(line) == depth;
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static void into(List<String> lines, int item, int end, List<String> entries, List<String> names) {
        int keys = depth(lines.get(item)) + 2;
        String eol = lines.get(item).endsWith("\r\n") ? "\r\n" : "\n";
        for (int i = item; i < end; i++) {
            Matcher key = KEY.matcher(lines.get(i).stripTrailing());
            boolean here = key.matches()
                    && key.group(3).equals("env")
                    && depth(lines.get(i)) + (key.group(2) == null ? 0 : 2) == keys;
            if (here) {
                if (!key.group(4).isBlank() && !key.group(4).strip().startsWith("#")) {
                    throw new IllegalArgumentException("'" + lines.get(i).strip()
                            + "' is on one line: write its entries on lines of their own, then merge.");
                }
                int inner = i + 1 < end ? depth(lines.get(i + 1)) : keys;
                keep(lines, i + 1, end, inner, names);
                insert(lines, i + 1, entries, inner, eol);
                return;
            }
        }
        // before the first key of the item nothing fits, so env follows its last line
        int last = end;
        while (last - 1 > item
                && (lines.get(last - 1).isBlank() || lines.get(last - 1).startsWith("---"))) {
            last--;
        }
        List<String> withKey = new ArrayList<>(List.of("env:"));
        withKey.addAll(entries);
        insert(lines, last, withKey, keys, eol);
    }

    private static void keep(List<String> lines, int from, int end, int depth, List<String> names) {
        boolean ours = false;
        for (int i = from; i < end; i++) {
            String line = lines.get(i);
            Matcher entry = ENTRY.matcher(line.stripTrailing());
            if (!line.isBlank()
                    && (depth(line) < depth
                            || depth(line) == depth && !line.stripLeading().startsWith("- "))) {
                return;
            }
            if (depth(line) == depth) {
                ours = entry.matches() && names.contains(entry.group(2));
            }
            if (ours && !line.isBlank()) {
                lines.set(i, "# Hopscope keeps: " + line);
            }
        }
    }

    private static void insert(List<String> lines, int at, List<String> entries, int depth, String eol) {
        boolean unended = at > 0 && !lines.get(at - 1).endsWith("\n");
        if (unended) {
            lines.set(at - 1, lines.get(at - 1) + eol);
        }
        List<String> block =
                new ArrayList<>(List.of("# >>> Hopscope" + (unended ? ", after a line without end" : "") + eol));
        entries.forEach(entry -> block.add(" ".repeat(depth) + entry + eol));
        block.add("# <<< Hopscope" + eol);
        lines.addAll(at, block);
    }
}
