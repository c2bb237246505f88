package dev.hopscope.snippet;

import java.util.ArrayList;
import java.util.List;

/** Every JVM started from a shell; options that are set already stay and go before; stateless. */
final class JavaToolOptionsSnippet implements Snippet {
    private static final String NAME = "JAVA_TOOL_OPTIONS";

    @Override
    public SnippetCard card() {
        return SnippetCard.run("java-tool-options", NAME, SnippetGroup.JVM, "the shell it is for");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        JvmProperties jvm = JvmProperties.of(environment);
        List<String> lines = new ArrayList<>(ShKeeping.keep(List.of(NAME)));
        lines.addAll(ShKeeping.added(new Assignment(NAME, jvm.options())));
        return Rendered.lines(lines).noting("hopscope_o=", jvm.notes());
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return ShKeeping.undo(List.of(NAME));
    }
}
