package dev.hopscope.snippet;

import java.util.List;
import java.util.Optional;

/** All targets, in the order they are shown; immutable; a target is one file and one line here. */
public final class Snippets {
    private Snippets() {}

    /** All of them. */
    public static final List<Snippet> ALL =
            List.of(new ShSnippet(), new FishSnippet(), new CshSnippet(), new PowerShellSnippet(), new CmdSnippet());

    /** The target of this id. */
    public static Optional<Snippet> byId(String id) {
        return ALL.stream().filter(snippet -> snippet.card().id().equals(id)).findFirst();
    }
}
