package dev.hopscope.ui.environment;

import dev.hopscope.snippet.Snippet;
import dev.hopscope.snippet.SnippetGroup;
import java.util.ArrayList;
import java.util.List;

/** A row of the list of targets: the head of a group, or a target. Immutable; any thread. */
sealed interface TargetRow {
    record Head(SnippetGroup group) implements TargetRow {}

    record Choice(Snippet snippet) implements TargetRow {}

    static List<TargetRow> of(List<Snippet> snippets) {
        List<TargetRow> rows = new ArrayList<>();
        SnippetGroup group = null;
        for (Snippet snippet : snippets) {
            if (snippet.card().group() != group) {
                group = snippet.card().group();
                rows.add(new Head(group));
            }
            rows.add(new Choice(snippet));
        }
        return rows;
    }
}
