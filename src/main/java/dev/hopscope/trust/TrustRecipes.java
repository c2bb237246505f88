package dev.hopscope.trust;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All recipes, in the order they are shown. Any thread. */
public final class TrustRecipes {
    public static final List<TrustRecipe> ALL = Stream.of(
                    SystemRecipes.ALL, RuntimeRecipes.ALL, ToolRecipes.ALL, ContainerRecipes.ALL, DeviceRecipes.ALL)
            .flatMap(List::stream)
            .toList();

    private TrustRecipes() {}

    public static Optional<TrustRecipe> byId(String id) {
        return ALL.stream().filter(recipe -> recipe.id().equals(id)).findFirst();
    }
}
