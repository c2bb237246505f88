package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;

/**
 * What one cache on the way did, and what proves it. Immutable, any thread.
 *
 * @param vendor the {@link CacheVendor#id} of whose cache it is
 * @param title the vendor's name, or that which the cache gives itself
 * @param node which of its machines or sites; empty if it does not say
 * @param evidence the lines that prove it, the one that decides first; never empty
 */
public record CacheMark(
        CacheState state,
        String vendor,
        String title,
        Place place,
        String node,
        List<Evidence> evidence,
        List<Fact> facts,
        List<Quirk> quirks) {
    public CacheMark {
        evidence = List.copyOf(evidence);
        facts = List.copyOf(facts);
        quirks = List.copyOf(quirks);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a mark without evidence");
        }
    }

    static CacheMark of(CacheVendor vendor, CacheState state, Evidence evidence) {
        return new CacheMark(
                state, vendor.id(), vendor.title(), vendor.place(), "", List.of(evidence), List.of(), List.of());
    }

    CacheMark state(CacheState newState) {
        return new CacheMark(newState, vendor, title, place, node, evidence, facts, quirks);
    }

    CacheMark named(String newTitle) {
        return new CacheMark(state, vendor, newTitle, place, node, evidence, facts, quirks);
    }

    CacheMark at(Place newPlace) {
        return new CacheMark(state, vendor, title, newPlace, node, evidence, facts, quirks);
    }

    CacheMark node(String newNode) {
        return new CacheMark(state, vendor, title, place, newNode.strip(), evidence, facts, quirks);
    }

    CacheMark also(Evidence more) {
        return new CacheMark(state, vendor, title, place, node, added(evidence, more), facts, quirks);
    }

    /** Without effect for an empty value. */
    CacheMark fact(Fact.Kind kind, String value) {
        return value.isBlank()
                ? this
                : new CacheMark(
                        state,
                        vendor,
                        title,
                        place,
                        node,
                        evidence,
                        added(facts, new Fact(kind, value.strip())),
                        quirks);
    }

    CacheMark quirk(Quirk quirk) {
        return new CacheMark(state, vendor, title, place, node, evidence, facts, added(quirks, quirk));
    }

    CacheMark quirkIf(boolean condition, Quirk quirk) {
        return condition ? quirk(quirk) : this;
    }

    private static <T> List<T> added(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
