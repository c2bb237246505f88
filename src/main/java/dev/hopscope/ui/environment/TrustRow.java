package dev.hopscope.ui.environment;

import dev.hopscope.trust.TrustGroup;
import dev.hopscope.trust.TrustRecipe;
import java.util.ArrayList;
import java.util.List;

/** A row of the list of recipes: the head of a group, or a recipe. Immutable; any thread. */
sealed interface TrustRow {
    record Head(TrustGroup group) implements TrustRow {}

    record Choice(TrustRecipe recipe) implements TrustRow {}

    /** Grouped as they come. */
    static List<TrustRow> of(List<TrustRecipe> recipes) {
        List<TrustRow> rows = new ArrayList<>();
        TrustGroup group = null;
        for (TrustRecipe recipe : recipes) {
            if (recipe.group() != group) {
                group = recipe.group();
                rows.add(new Head(group));
            }
            rows.add(new Choice(recipe));
        }
        return rows;
    }
}
