package dev.hopscope.snippet;

import java.util.List;

/** A target that is a file of Hopscope's own beside the user's, as tools of layered files take it; stateless. */
abstract class WholeFileSnippet implements Snippet {
    private static final String MARK = " Hopscope made this file";

    /** What begins a comment. */
    String comment() {
        return "#";
    }

    abstract List<String> content(Environment environment, Given given);

    /** With what there is to know. */
    abstract Rendered noted(Rendered rendered, Environment environment, Given given);

    /** How it is done without the file. */
    abstract String without(Given given);

    private String mark() {
        return comment() + MARK;
    }

    @Override
    public final Rendered apply(Environment environment, Given given) {
        if (!given.present().isBlank() && !given.present().startsWith(mark())) {
            throw new IllegalArgumentException(
                    "The file is there already and is not Hopscope's. This target is a file of its own: choose another"
                            + " name.");
        }
        List<String> lines = new java.util.ArrayList<>(List.of(mark()));
        lines.addAll(content(environment, given));
        return noted(Rendered.lines(lines), environment, given);
    }

    @Override
    public final Rendered undo(Environment environment, Given given) {
        boolean ours = given.present().isBlank() || given.present().startsWith(mark());
        return Rendered.of(ours ? "" : given.present())
                .noting(ours ? without(given) : "The file is not Hopscope's and stays.");
    }
}
