package dev.hopscope.ui.environment;

/** What the tester gives the clients to read. Any thread. */
enum TesterSource {
    /** All proxy variables set, and the list of the pane. */
    PANE,
    /** All proxy variables set, and a list that is typed. */
    LIST,
    /** The variables that are typed, and no others. */
    VARIABLES
}
