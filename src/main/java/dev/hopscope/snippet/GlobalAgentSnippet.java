package dev.hopscope.snippet;

import java.util.List;

/** global-agent: a module loaded before the program, with variables of its own; stateless. */
final class GlobalAgentSnippet implements Snippet {
    private static final List<String> NAMES =
            List.of("GLOBAL_AGENT_HTTP_PROXY", "GLOBAL_AGENT_HTTPS_PROXY", "GLOBAL_AGENT_NO_PROXY", "NODE_OPTIONS");

    @Override
    public SnippetCard card() {
        return SnippetCard.run("global-agent", "global-agent", SnippetGroup.NODE, "the shell it is for");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        ListFor list = ListFor.clients(environment.bypass(), "global-agent");
        String url = environment.proxy().url();
        List<String> lines = ShKeeping.set(List.of(
                new Assignment(NAMES.get(0), url),
                new Assignment(NAMES.get(1), url),
                new Assignment(NAMES.get(2), environment.variables().list() ? list.joined(",") : "")));
        lines.addAll(ShKeeping.keep(List.of("NODE_OPTIONS"))
                .subList(1, ShKeeping.keep(List.of("NODE_OPTIONS")).size()));
        lines.add("case $HOPSCOPE_WAS_NODE_OPTIONS in");
        lines.add("  ?) export NODE_OPTIONS='--require=global-agent/bootstrap' ;;");
        lines.add("  *) export NODE_OPTIONS=\"${HOPSCOPE_WAS_NODE_OPTIONS#?} --require=global-agent/bootstrap\" ;;");
        lines.add("esac");
        return Rendered.lines(lines)
                .noting("_NO_PROXY=", list.notes())
                .noting(
                        "NODE_OPTIONS=",
                        List.of("Node must find the package: npm install global-agent in the project."));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return ShKeeping.undo(NAMES);
    }
}
