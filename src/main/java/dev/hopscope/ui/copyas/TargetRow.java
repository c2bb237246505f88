package dev.hopscope.ui.copyas;

import dev.hopscope.interchange.code.CodeTarget;
import dev.hopscope.interchange.code.CodeTargets;
import dev.hopscope.interchange.code.TargetGroup;
import java.util.ArrayList;
import java.util.List;

/** A row of the list of targets: the head of a group, or a target. Immutable; any thread. */
sealed interface TargetRow {
    record Head(TargetGroup group) implements TargetRow {}

    record Choice(CodeTarget target) implements TargetRow {}

    /** All targets in their groups. */
    static List<TargetRow> all() {
        List<TargetRow> rows = new ArrayList<>();
        TargetGroup group = null;
        for (CodeTarget target : CodeTargets.ALL) {
            if (target.card().group() != group) {
                group = target.card().group();
                rows.add(new Head(group));
            }
            rows.add(new Choice(target));
        }
        return rows;
    }
}
