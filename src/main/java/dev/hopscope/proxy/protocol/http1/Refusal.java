package dev.hopscope.proxy.protocol.http1;

/** A message that is not passed on, and why, for the page and the row. Carries no stack: it is a fault of the peer. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    /**
     * @param status what a client gets for a bad request; a bad response always gives 502
     * @param code stable, lower case with hyphens
     * @param detail one plain sentence without full stop
     */
    Refusal(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal bad(String code, String detail) {
        return new Refusal(400, code, detail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
