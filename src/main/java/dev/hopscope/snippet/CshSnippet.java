package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.CshQuoting;
import java.util.ArrayList;
import java.util.List;

/** csh and tcsh: earlier values are kept in variables of the environment; stateless. */
final class CshSnippet extends VariableSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("csh", "csh, tcsh", SnippetGroup.SHELLS, "the shell it is for, by source");
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
        List<String> lines = new ArrayList<>();
        lines.add("# Keeps earlier values for the undo");
        for (Assignment one : assignments) {
            lines.addAll("""
                if ( ! $?HOPSCOPE_WAS_%1$s ) then
                  if ( $?%1$s ) then
                    setenv HOPSCOPE_WAS_%1$s set
                    setenv HOPSCOPE_OLD_%1$s ${%1$s:q}
                  else
                    setenv HOPSCOPE_WAS_%1$s unset
                  endif
                endif\
                """.formatted(one.name()).lines().toList());
        }
        assignments.forEach(one -> lines.add("setenv " + one.name() + " " + CshQuoting.of(one.value())));
        return Rendered.lines(lines);
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        List<String> lines = new ArrayList<>();
        for (String name : Variables.KEPT) {
            lines.addAll("""
                if ( $?HOPSCOPE_WAS_%1$s ) then
                  unsetenv %1$s
                  if ( $HOPSCOPE_WAS_%1$s == set ) then
                    setenv %1$s ${HOPSCOPE_OLD_%1$s:q}
                    unsetenv HOPSCOPE_OLD_%1$s
                  endif
                  unsetenv HOPSCOPE_WAS_%1$s
                endif\
                """.formatted(name).lines().toList());
        }
        return Rendered.lines(lines);
    }
}
