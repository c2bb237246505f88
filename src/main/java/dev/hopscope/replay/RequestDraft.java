package dev.hopscope.replay;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;

/**
 * A request that could be sent: to whom, and every octet of it that is not framing; immutable.
 *
 * @param method as on the wire; case matters (RFC 9110 §9.1)
 * @param target in origin form ({@code /path?query}) or asterisk form (RFC 9112 §3.2), one char an octet
 * @param headers as on the wire, framing and Host among them where they were; one char an octet
 * @param body transfer coding removed, content coding kept; empty also where there is none
 */
public record RequestDraft(
        Origin origin, String method, String target, HttpVersion version, Headers headers, Content body) {
    /** {@code scheme://authority/path?query}; of an asterisk form without path. */
    public String url() {
        return origin + (target.equals("*") ? "" : target);
    }

    public RequestDraft withTarget(String changed) {
        return new RequestDraft(origin, method, changed, version, headers, body);
    }

    public RequestDraft withHeaders(Headers changed) {
        return new RequestDraft(origin, method, target, version, changed, body);
    }

    public RequestDraft withBody(Content changed) {
        return new RequestDraft(origin, method, target, version, headers, changed);
    }
}
