package dev.hopscope.cli;

/** How a command ends, for the shell. */
public final class ExitStatus {
    public static final int OK = 0;
    /** The command ran, and there is nothing of what was asked for. */
    public static final int NOTHING_FOUND = 1;
    /** Options or arguments that cannot be. */
    public static final int WRONG_USE = 2;
    /** It could not be done. */
    public static final int FAILURE = 3;

    private ExitStatus() {}
}
