package dev.hopscope.proxy.tls;

/** A key or store that opens with another password only. Immutable. Holds no password. */
public final class PasswordNeeded extends AuthorityException {
    private static final long serialVersionUID = 1;

    PasswordNeeded(String message) {
        super(message);
    }

    PasswordNeeded(String message, Throwable cause) {
        super(message, cause);
    }
}
