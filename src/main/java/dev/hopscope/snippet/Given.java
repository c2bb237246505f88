package dev.hopscope.snippet;

import org.jspecify.annotations.Nullable;

/**
 * What is there already; immutable. Read by the caller: snippets read no file.
 *
 * @param present what the file holds now, empty where there is none
 * @param before what it held before Hopscope changed it, empty where there was none; null where that is not known. Asked
 *     for by the undo of formats that cannot hold it themselves
 * @param name of a unit, image, service or workload; empty for the usual one
 */
public record Given(String present, @Nullable String before, String name) {
    /** No file, no name. */
    public static final Given NOTHING = new Given("", null, "");

    /** @throws IllegalArgumentException in words */
    public Given {
        Inputs.text("The name", name);
    }

    public static Given file(String present) {
        return new Given(present, null, "");
    }

    public Given withBefore(String content) {
        return new Given(present, content, name);
    }

    public Given withName(String newName) {
        return new Given(present, before, newName);
    }

    /** The name, or the usual one. */
    String nameFor(SnippetCard card) {
        return name.isBlank() && card.named() != null ? card.named().usual() : name;
    }
}
