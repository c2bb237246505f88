package dev.hopscope.snippet;

import java.util.List;

/** A target that takes the variables themselves, in its own spelling; stateless. */
abstract class VariableSnippet implements Snippet {
    /** The text that sets these. */
    abstract Rendered set(List<Assignment> assignments, Environment environment, Given given);

    @Override
    public final Rendered apply(Environment environment, Given given) {
        return ListNotes.on(set(environment.assignments(), environment, given), environment);
    }
}
