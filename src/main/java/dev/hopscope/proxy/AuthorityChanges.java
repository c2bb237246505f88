package dev.hopscope.proxy;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Puts another authority in the place of ours. Any thread; every call blocks. Gives no private key to anybody. */
public interface AuthorityChanges {
    /**
     * What is in force now.
     *
     * @param former where the key of the one before is kept; null where there was none
     */
    record Done(Authority authority, @Nullable Path former) {}

    /** A key or store that opens with another password only; the message says which. */
    final class PasswordNeeded extends IOException {
        private static final long serialVersionUID = 1;

        public PasswordNeeded(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Makes another authority: who trusted the one before does not trust it.
     *
     * @throws IOException whose message says what is wrong
     */
    Done regenerate() throws IOException;

    /**
     * Takes a user's own authority.
     *
     * @param keyFile PEM, where the key stands in a file of its own; else null
     * @param password of key or store; null for none
     * @throws PasswordNeeded where it opens with another password only
     * @throws IOException whose message says why it may not serve; nothing was changed then
     */
    Done takeOver(Path file, @Nullable Path keyFile, @Nullable String password) throws IOException;
}
