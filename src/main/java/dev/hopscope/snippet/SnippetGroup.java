package dev.hopscope.snippet;

/** Where a target is listed; in the order shown; immutable. */
public enum SnippetGroup {
    SHELLS("Shells"),
    SYSTEM("System"),
    CONTAINERS("Containers"),
    KUBERNETES("Kubernetes"),
    CI("Continuous integration"),
    JVM("Java"),
    NODE("Node"),
    LANGUAGES("Other languages"),
    TOOLS("Tools"),
    DESKTOP("Browsers and desktops");

    private final String title;

    SnippetGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
