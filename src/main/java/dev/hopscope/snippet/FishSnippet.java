package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.FishQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** fish: global variables hide universal ones, so only global ones are kept for the undo; stateless. */
final class FishSnippet extends VariableSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("fish", "fish", SnippetGroup.SHELLS, "the shell it is for");
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
        String names = assignments.stream().map(Assignment::name).collect(Collectors.joining(" "));
        List<String> lines = new ArrayList<>();
        lines.add("# Keeps earlier values for the undo");
        lines.addAll("""
            for hopscope_v in %s
                if not set -qg HOPSCOPE_WAS_$hopscope_v
                    if not set -qg $hopscope_v
                        set -g HOPSCOPE_WAS_$hopscope_v u
                    else if set -qgx $hopscope_v
                        set -g HOPSCOPE_WAS_$hopscope_v x $$hopscope_v
                    else
                        set -g HOPSCOPE_WAS_$hopscope_v s $$hopscope_v
                    end
                end
            end
            set -e hopscope_v\
            """.formatted(names).lines().toList());
        assignments.forEach(one -> lines.add("set -gx " + one.name() + " " + FishQuoting.of(one.value())));
        return Rendered.lines(lines);
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of("""
            for hopscope_v in %s
                if set -qg HOPSCOPE_WAS_$hopscope_v
                    set hopscope_n HOPSCOPE_WAS_$hopscope_v
                    set hopscope_w $$hopscope_n
                    set -eg $hopscope_n
                    set -eg $hopscope_v
                    if test $hopscope_w[1] = x
                        set -gx $hopscope_v $hopscope_w[2..-1]
                    else if test $hopscope_w[1] = s
                        set -g $hopscope_v $hopscope_w[2..-1]
                    end
                end
            end
            set -e hopscope_v hopscope_n hopscope_w
            """.formatted(String.join(" ", Variables.KEPT)));
    }
}
