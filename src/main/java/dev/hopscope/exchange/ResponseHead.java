package dev.hopscope.exchange;

/**
 * The head of a response.
 *
 * @param status 100 to 999 (RFC 9110 §15)
 * @param reason the reason phrase as on the wire, maybe empty (RFC 9112 §4)
 */
public record ResponseHead(HttpVersion version, int status, String reason, Headers headers) implements Head {
    @Override
    public String startLine() {
        return version.text() + " " + status + " " + reason;
    }

    /** 1xx: another response follows (RFC 9110 §15.2), except 101. */
    public boolean interim() {
        return status < 200 && status != 101;
    }
}
