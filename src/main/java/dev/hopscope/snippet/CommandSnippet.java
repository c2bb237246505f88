package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A command that reads the variables: a function of its name sets them for it alone; stateless. */
abstract class CommandSnippet implements Snippet {
    /** The command, which is a word of the shell. */
    abstract String command();

    /** The client whose rule holds; empty where none was measured. */
    String client() {
        return "";
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        boolean measured = !client().isEmpty();
        ListFor list = measured
                ? ListFor.clients(environment.bypass(), client())
                : new ListFor(CommonList.entries(environment.bypass()), List.of());
        String values = environment.everything(list.joined(",")).stream()
                .map(one -> one.name() + "=" + ShQuoting.of(one.value()))
                .collect(Collectors.joining(" \\\n    "));
        List<String> lines = new ArrayList<>();
        lines.add(command() + "() {");
        lines.add("  env " + values + " \\");
        lines.add("    " + command() + " \"$@\"");
        lines.add("}");
        Rendered rendered = Rendered.lines(lines).noting("no_proxy", list.notes());
        return measured
                ? rendered.noting("http_proxy", ProxyNotes.of(environment, client()))
                : rendered.noting("no_proxy", List.of("How " + command() + " reads this list was not measured."));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of("unset -f " + command() + "\n");
    }
}
