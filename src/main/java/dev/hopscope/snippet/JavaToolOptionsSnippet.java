package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.JavaToolOptionsQuoting;
import dev.hopscope.snippet.quote.ShQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        String options = jvm.properties().stream()
                .map(one -> JavaToolOptionsQuoting.of("-D" + one.name() + "=" + one.value()))
                .collect(Collectors.joining(" "));
        List<String> lines = new ArrayList<>(ShKeeping.keep(List.of(NAME)));
        // what was there is taken from what is kept, so that a second time adds nothing
        lines.add("hopscope_o=" + ShQuoting.of(options));
        lines.add("case $HOPSCOPE_WAS_" + NAME + " in ?) ;; *) hopscope_o=\"${HOPSCOPE_WAS_" + NAME
                + "#?} $hopscope_o\" ;; esac");
        lines.add("export " + NAME + "=\"$hopscope_o\"");
        lines.add("unset hopscope_o");
        return Rendered.lines(lines).noting("hopscope_o=", jvm.notes());
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return ShKeeping.undo(List.of(NAME));
    }
}
