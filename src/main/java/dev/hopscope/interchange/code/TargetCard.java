package dev.hopscope.interchange.code;

import java.util.List;
import java.util.Set;

/**
 * A target in words; immutable.
 *
 * @param id stable: {@code python-requests}
 * @param title as listed
 * @param program the program as a sentence names it
 * @param adds fields the program sends of its own where the request has none of that name
 * @param can what it carries unchanged
 */
public record TargetCard(
        String id, String title, TargetGroup group, String program, List<String> adds, Set<Trait> can) {
    public TargetCard {
        adds = List.copyOf(adds);
        can = Set.copyOf(can);
    }

    static TargetCard of(String id, String title, TargetGroup group, String program, List<String> adds, Trait... can) {
        return new TargetCard(id, title, group, program, adds, Set.of(can));
    }

    boolean can(Trait trait) {
        return can.contains(trait);
    }
}
