package dev.hopscope.trust;

/** What kind of thing is made to trust our authority. */
public enum TrustGroup {
    SYSTEM,
    BROWSER,
    RUNTIME,
    TOOL,
    CONTAINER,
    DEVICE;

    public String title() {
        return TrustWords.text("group." + name());
    }
}
