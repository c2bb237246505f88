package dev.hopscope.snippet.noproxy;

/** Where a client's connection goes; immutable; says nothing of the reason, which {@link Decision} holds. */
public enum Verdict {
    /** To the proxy. */
    PROXY,
    /** To the origin. */
    DIRECT,
    /** Nowhere: the client refuses the URL, the list or the proxy's address. */
    ERROR;

    /** {@code proxy}, {@code direct} or {@code error}: the word of the recordings. */
    public String word() {
        return switch (this) {
            case PROXY -> "proxy";
            case DIRECT -> "direct";
            case ERROR -> "error";
        };
    }
}
