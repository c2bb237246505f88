package dev.hopscope.cli;

/** Ends a command with a message of plain words and a status; no stack trace is shown. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String words;

    private CommandFailure(int status, String message) {
        super(message, null, false, false);
        this.status = status;
        this.words = message;
    }

    /** @param message what, why, and what to do; may hold text from outside, escaped where it is shown */
    public static CommandFailure failure(String message) {
        return new CommandFailure(ExitStatus.FAILURE, message);
    }

    public static CommandFailure nothingFound(String message) {
        return new CommandFailure(ExitStatus.NOTHING_FOUND, message);
    }

    public static CommandFailure wrongUse(String message) {
        return new CommandFailure(ExitStatus.WRONG_USE, message);
    }

    int status() {
        return status;
    }

    String words() {
        return words;
    }
}
