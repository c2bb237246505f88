package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * What a client is to do: which proxy, named by which variables, and what goes past it; immutable. Holds intents, no
 * spelling of any client.
 *
 * @param bypass what goes direct, each thing once; what another takes in is left out
 */
public record Environment(ProxyAddress proxy, Variables variables, List<Wanted> bypass) {
    /** @throws IllegalArgumentException in words */
    public Environment {
        bypass = withoutCovered(bypass);
    }

    private static List<Wanted> withoutCovered(List<Wanted> all) {
        List<Wanted> kept = new ArrayList<>(new LinkedHashSet<>(all));
        for (Wanted one : List.copyOf(kept)) {
            if (kept.stream().anyMatch(other -> other != one && BypassText.takesIn(other, one))) {
                kept.remove(one);
            }
        }
        return List.copyOf(kept);
    }

    /** The chosen variables with their values; an empty list is set too, so that one set earlier does not count. */
    public List<Assignment> assignments() {
        return assignments(CommonList.of(bypass));
    }

    /** The chosen variables, with this list of exceptions. */
    public List<Assignment> assignments(String list) {
        List<Assignment> assignments = new ArrayList<>();
        for (String name : variables.names()) {
            boolean exceptions = name.toLowerCase(Locale.ROOT).equals("no_proxy");
            assignments.add(new Assignment(name, exceptions ? list : proxy.url()));
        }
        return assignments;
    }
}
