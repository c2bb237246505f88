package dev.hopscope.snippet;

import java.util.List;

/** A target that takes the variables themselves, in its own spelling; stateless. */
abstract class VariableSnippet implements Snippet {
    /** The text that sets these. */
    abstract Rendered set(List<Assignment> assignments, Environment environment, Given given);

    /** What is set; a target that cannot have the files as they are says otherwise. */
    List<Assignment> variables(Environment environment) {
        return environment.everything();
    }

    @Override
    public final Rendered apply(Environment environment, Given given) {
        return ListNotes.on(set(variables(environment), environment, given), environment);
    }
}
