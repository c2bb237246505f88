package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client is to do: which proxy, named by which variables, and what goes past it; immutable. Holds intents, no
 * spelling of any client.
 *
 * @param bypass what goes direct, each thing once; what another takes in is left out
 * @param trust files that make clients trust what the proxy opens; null where that is not wanted
 */
public record Environment(
        ProxyAddress proxy,
        Variables variables,
        List<Wanted> bypass,
        @Nullable Trust trust) {
    /** @throws IllegalArgumentException in words */
    public Environment {
        bypass = withoutCovered(bypass);
    }

    /** Without trust. */
    public Environment(ProxyAddress proxy, Variables variables, List<Wanted> bypass) {
        this(proxy, variables, bypass, null);
    }

    public Environment with(@Nullable Trust files) {
        return new Environment(proxy, variables, bypass, files);
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

    /** The chosen variables, and those of trust if that is wanted. */
    List<Assignment> everything() {
        return everything(CommonList.of(bypass), trust);
    }

    /** The same for a container, which has the files in a place of its own. */
    List<Assignment> mounted() {
        return everything(CommonList.of(bypass), trust == null ? null : trust.mounted());
    }

    /** The same, with this list of exceptions. */
    List<Assignment> everything(String list) {
        return everything(list, trust);
    }

    private List<Assignment> everything(String list, @Nullable Trust files) {
        List<Assignment> all = assignments(list);
        if (files != null) {
            all.addAll(files.assignments(this));
        }
        return all;
    }

    /** Their names. */
    List<String> names() {
        return everything().stream().map(Assignment::name).toList();
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
