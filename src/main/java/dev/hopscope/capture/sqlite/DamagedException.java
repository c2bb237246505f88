package dev.hopscope.capture.sqlite;

import java.io.IOException;

/** What stands in a session file cannot be understood. The message says what was found, in a few words. */
final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedException(String found) {
        super(found);
    }
}
