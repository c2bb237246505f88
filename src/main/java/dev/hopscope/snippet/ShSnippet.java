package dev.hopscope.snippet;

import java.util.List;

/** sh, bash, zsh, dash and ksh: earlier values are kept in variables of the same shell; stateless. */
final class ShSnippet extends VariableSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("sh", "bash, zsh, sh", SnippetGroup.SHELLS, "the shell it is for");
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
        return Rendered.lines(ShKeeping.set(assignments));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return ShKeeping.undo(Variables.KEPT);
    }
}
