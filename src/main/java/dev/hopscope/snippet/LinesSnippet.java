package dev.hopscope.snippet;

import dev.hopscope.snippet.merge.LineBlock;

/** A target that is a file of lines with comments: our lines stand at its end, what they replace stays as a comment; stateless. */
abstract class LinesSnippet implements Snippet {
    abstract FileLines lines(Environment environment, Given given);

    LineBlock block() {
        return LineBlock.HASH;
    }

    /** Puts the lines where they belong. */
    String merged(String present, FileLines lines) {
        return block().add(present, lines.lines(), lines::replaces);
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        FileLines lines = lines(environment, given);
        Rendered rendered = Rendered.of(merged(given.present(), lines)).noting(lines.marker(), lines.notes());
        return noted(rendered, environment);
    }

    /** With what else there is to know. */
    Rendered noted(Rendered rendered, Environment environment) {
        return rendered;
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of(block().remove(given.present()));
    }
}
