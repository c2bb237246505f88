package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;

/**
 * How long a message's content is (RFC 9112 §6). Immutable. Whatever two readers could count differently is refused, even where the RFC would let us choose.
 *
 * @param length octets, only for {@link Kind#LENGTH}
 */
record Framing(Kind kind, long length) {
    /** What ends the content. */
    enum Kind {
        NONE,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }

    static final Framing NONE = new Framing(Kind.NONE, 0);
    static final Framing CHUNKED = new Framing(Kind.CHUNKED, 0);
    static final Framing UNTIL_CLOSE = new Framing(Kind.UNTIL_CLOSE, 0);
    private static final int LONGEST_LENGTH = 18;

    /** RFC 9112 §6.3 items 3 to 7. */
    static Framing ofRequest(RequestHead head, byte[] codes) throws Refusal {
        Framing declared = declared(head.headers(), codes, head.version());
        return declared.kind == Kind.UNTIL_CLOSE ? NONE : declared;
    }

    /** RFC 9112 §6.3; what a response without content declares is checked all the same. */
    static Framing ofResponse(ResponseHead head, byte[] codes, boolean toHead) throws Refusal {
        Framing declared = declared(head.headers(), codes, head.version());
        boolean none = toHead || head.status() < 200 || head.status() == 204 || head.status() == 304;
        return none ? NONE : declared;
    }

    private static Framing declared(Headers headers, byte[] codes, HttpVersion version) throws Refusal {
        int length = -1;
        int coding = -1;
        for (int i = 0; i < headers.size(); i++) {
            if (codes[i] == Field.CONTENT_LENGTH) {
                if (length >= 0) {
                    throw Refusal.bad("two-lengths", "there are two Content-Length fields");
                }
                length = i;
            } else if (codes[i] == Field.TRANSFER_ENCODING) {
                if (coding >= 0) {
                    throw Refusal.bad("two-codings", "there are two Transfer-Encoding fields");
                }
                coding = i;
            }
        }
        if (coding >= 0) {
            return coded(headers.value(coding), length >= 0, version);
        }
        if (length < 0) {
            return UNTIL_CLOSE;
        }
        long octets = length(headers.value(length));
        return octets == 0 ? NONE : new Framing(Kind.LENGTH, octets);
    }

    private static Framing coded(String coding, boolean lengthToo, HttpVersion version) throws Refusal {
        if (lengthToo) {
            throw Refusal.bad("length-and-coding", "there is a Content-Length beside a Transfer-Encoding");
        }
        if (version == HttpVersion.HTTP_1_0) {
            throw Refusal.bad("coding-in-http10", "there is a Transfer-Encoding in an HTTP/1.0 message");
        }
        if (coding.equalsIgnoreCase("chunked")) {
            return CHUNKED;
        }
        for (String one : coding.split(",", -1)) {
            if (!Octets.token(one.strip())) {
                throw Refusal.bad("bad-coding", "the Transfer-Encoding is not well formed");
            }
        }
        throw new Refusal(501, "unknown-coding", "the Transfer-Encoding is another than chunked alone");
    }

    private static long length(String value) throws Refusal {
        boolean digits = !value.isEmpty() && value.length() <= LONGEST_LENGTH;
        long octets = 0;
        for (int i = 0; i < value.length() && digits; i++) {
            int digit = value.charAt(i) - '0';
            digits = digit >= 0 && digit <= 9;
            octets = octets * 10 + digit;
        }
        if (!digits) {
            throw Refusal.bad(
                    "bad-length", "the Content-Length is not a number of at most " + LONGEST_LENGTH + " digits");
        }
        return octets;
    }
}
