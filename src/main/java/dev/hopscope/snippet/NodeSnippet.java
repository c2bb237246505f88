package dev.hopscope.snippet;

import java.util.ArrayList;
import java.util.List;

/** Node 22.21, 24.5 and newer: the variables count for http, https and fetch once it is told so; stateless. */
final class NodeSnippet extends VariableSnippet {
    private static final String SWITCH = "NODE_USE_ENV_PROXY";

    @Override
    public SnippetCard card() {
        return SnippetCard.run("node", "Node", SnippetGroup.NODE, "the shell it is for");
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
        List<Assignment> all = new ArrayList<>(assignments);
        if (environment.trust() == null) {
            all.add(new Assignment(SWITCH, "1"));
        }
        return Rendered.lines(ShKeeping.set(all))
                .noting(
                        SWITCH,
                        List.of("Older Node ignores this: use global-agent or undici there. http and fetch read the"
                                + " list differently."));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return ShKeeping.undo(Variables.KEPT);
    }
}
