package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines for any POSIX shell that set variables and keep what they held, with whether they were exported; pure functions. */
final class ShKeeping {
    private ShKeeping() {}

    /** Sets these, keeping what was there unless it is kept already. */
    static List<String> set(List<Assignment> assignments) {
        List<String> lines = keep(assignments.stream().map(Assignment::name).toList());
        for (Assignment one : assignments) {
            if (one.name().equals(Trust.JAVA)) {
                lines.addAll(added(one));
            } else {
                lines.add("export " + one.name() + "=" + value(one.value()));
            }
        }
        return lines;
    }

    /** Goes after what the variable held; that is taken from what is kept, so that a second time adds nothing. */
    static List<String> added(Assignment one) {
        String kept = "HOPSCOPE_WAS_" + one.name();
        return List.of(
                "hopscope_o=" + ShQuoting.of(one.value()),
                "case $" + kept + " in ?) ;; *) hopscope_o=\"${" + kept + "#?} $hopscope_o\" ;; esac",
                "export " + one.name() + "=\"$hopscope_o\"",
                "unset hopscope_o");
    }

    private static String value(String text) {
        return text.isEmpty() ? "" : ShQuoting.of(text);
    }

    /** Keeps what these hold, unless it is kept already. */
    static List<String> keep(List<String> names) {
        List<String> lines = new ArrayList<>();
        lines.add("# Keeps earlier values for the undo");
        lines.addAll("""
            for hopscope_v in %s; do
              if eval "[ -z \\"\\${HOPSCOPE_WAS_$hopscope_v+x}\\" ]"; then
                if eval "[ -z \\"\\${$hopscope_v+x}\\" ]"; then hopscope_k=u
                elif sh -c "[ -n \\"\\${$hopscope_v+x}\\" ]"; then hopscope_k=x
                else hopscope_k=s; fi
                eval "HOPSCOPE_WAS_$hopscope_v=\\$hopscope_k\\${$hopscope_v-}"
              fi
            done
            unset hopscope_v hopscope_k\
            """.formatted(words(names)).lines().toList());
        return lines;
    }

    /** Brings back what is kept of these. */
    static Rendered undo(List<String> names) {
        return Rendered.of("""
            for hopscope_v in %s; do
              if eval "[ -n \\"\\${HOPSCOPE_WAS_$hopscope_v+x}\\" ]"; then
                eval "hopscope_w=\\$HOPSCOPE_WAS_$hopscope_v"
                unset "$hopscope_v" "HOPSCOPE_WAS_$hopscope_v"
                case $hopscope_w in
                  x*) export "$hopscope_v=${hopscope_w#?}" ;;
                  s*) eval "$hopscope_v=\\${hopscope_w#?}" ;;
                esac
              fi
            done
            unset hopscope_v hopscope_w
            """.formatted(words(names)));
    }

    private static String words(List<String> names) {
        return names.stream().collect(Collectors.joining(" "));
    }
}
