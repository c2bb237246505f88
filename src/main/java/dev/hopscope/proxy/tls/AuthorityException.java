package dev.hopscope.proxy.tls;

/** The certificate authority cannot be used; the message says why and what to do. */
public class AuthorityException extends Exception {
    private static final long serialVersionUID = 1;

    AuthorityException(String message) {
        super(message);
    }

    AuthorityException(String message, Throwable cause) {
        super(message, cause);
    }
}
