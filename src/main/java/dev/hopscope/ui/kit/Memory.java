package dev.hopscope.ui.kit;

import org.jspecify.annotations.Nullable;

/** What the screen remembers from one run to the next: small texts by key. FX thread; must not block. */
public interface Memory {
    @Nullable
    String get(String key);

    void put(String key, String value);
}
