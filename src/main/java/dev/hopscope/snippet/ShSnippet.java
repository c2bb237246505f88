package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** sh, bash, zsh, dash and ksh: earlier values are kept in variables of the same shell, with whether they were exported; stateless. */
final class ShSnippet extends VariableSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("sh", "bash, zsh, sh", SnippetGroup.SHELLS, "the shell it is for");
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
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
            """.formatted(names(assignments)).lines().toList());
        assignments.forEach(one -> lines.add("export " + one.name() + "=" + value(one)));
        return Rendered.lines(lines);
    }

    private static String value(Assignment one) {
        return one.value().isEmpty() ? "" : ShQuoting.of(one.value());
    }

    private static String names(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::name).collect(Collectors.joining(" "));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
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
            """.formatted(String.join(" ", Variables.EVERY)));
    }
}
