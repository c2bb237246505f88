package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that is Hopscope's alone, as lines for a shell that write it and take it away, and leave another's file of that
 * name alone; immutable.
 *
 * @param root whether it takes root's rights
 * @param after lines to run when it is there or gone
 */
record OwnFile(String folder, String name, boolean root, List<String> after) {
    private static final String END = "HOPSCOPE_END";

    private String sudo() {
        return root ? "sudo " : "";
    }

    private String path() {
        return quoted(folder + "/" + name);
    }

    /** A path in which {@code ~} means home. */
    private static String quoted(String path) {
        return path.startsWith("~/") ? "~/" + ShQuoting.of(path.substring(2)) : ShQuoting.of(path);
    }

    /** @param content lines, of which one says Hopscope */
    Rendered write(List<String> content) {
        List<String> lines = new ArrayList<>();
        lines.add("if [ -e " + path() + " ] && ! grep -q Hopscope " + path() + "; then");
        lines.add("  echo "
                + ShQuoting.of(folder + "/" + name + " is there already and is not Hopscope's: nothing was changed.")
                + " >&2");
        lines.add("else");
        lines.add(sudo() + "mkdir -p " + quoted(folder));
        lines.add(sudo() + "tee " + path() + " >/dev/null <<'" + END + "'");
        lines.addAll(content);
        lines.add(END);
        lines.addAll(after);
        lines.add("fi");
        return Rendered.lines(lines);
    }

    Rendered remove() {
        List<String> lines = new ArrayList<>();
        lines.add("if grep -q Hopscope " + path() + " 2>/dev/null; then");
        lines.add(sudo() + "rm -f " + path());
        lines.add(sudo() + "rmdir " + quoted(folder) + " 2>/dev/null || true");
        lines.addAll(after);
        lines.add("fi");
        return Rendered.lines(lines);
    }
}
