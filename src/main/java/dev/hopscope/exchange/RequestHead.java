package dev.hopscope.exchange;

/**
 * The head of a request.
 *
 * @param method as on the wire; case matters (RFC 9110 §9.1)
 * @param target the request target in the form it had: origin, absolute, authority or asterisk form (RFC 9112 §3.2)
 */
public record RequestHead(String method, String target, HttpVersion version, Headers headers) implements Head {
    @Override
    public String startLine() {
        return method + " " + target + " " + version.text();
    }
}
