package dev.hopscope.proxy.protocol.http1;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The field names a proxy must know, as small numbers, so that a head is walked through once without comparing names. Constants; any thread. */
final class Field {
    static final byte OTHER = 0;
    static final byte HOST = 1;
    static final byte CONNECTION = 2;
    static final byte CONTENT_LENGTH = 3;
    static final byte TRANSFER_ENCODING = 4;
    static final byte PROXY_CONNECTION = 5;
    static final byte KEEP_ALIVE = 6;
    static final byte PROXY_AUTHORIZATION = 7;
    static final byte PROXY_AUTHENTICATE = 8;
    static final byte TE = 9;
    static final byte TRAILER = 10;
    static final byte UPGRADE = 11;
    static final byte HTTP2_SETTINGS = 12;
    static final byte MAX_FORWARDS = 13;
    static final byte EXPECT = 14;
    static final byte VIA = 15;
    /** Meant for the far end by its definition: an option of Connection does not take it out (RFC 9110 §7.6.1). */
    static final byte END_TO_END = 16;

    private static final Map<String, Byte> CODES = new HashMap<>();

    static {
        CODES.put("host", HOST);
        CODES.put("connection", CONNECTION);
        CODES.put("content-length", CONTENT_LENGTH);
        CODES.put("transfer-encoding", TRANSFER_ENCODING);
        CODES.put("proxy-connection", PROXY_CONNECTION);
        CODES.put("keep-alive", KEEP_ALIVE);
        CODES.put("proxy-authorization", PROXY_AUTHORIZATION);
        CODES.put("proxy-authenticate", PROXY_AUTHENTICATE);
        CODES.put("proxy-authentication-info", PROXY_AUTHENTICATE);
        CODES.put("te", TE);
        CODES.put("trailer", TRAILER);
        CODES.put("upgrade", UPGRADE);
        CODES.put("http2-settings", HTTP2_SETTINGS);
        CODES.put("max-forwards", MAX_FORWARDS);
        CODES.put("expect", EXPECT);
        CODES.put("via", VIA);
        for (String name :
                ("accept accept-charset accept-encoding accept-language accept-ranges age allow authentication-info"
                    + " authorization cache-control content-disposition content-encoding content-language"
                    + " content-location content-range content-security-policy content-type cookie date etag expires"
                    + " forwarded from if-match if-modified-since if-none-match if-range if-unmodified-since"
                    + " last-modified location origin pragma range referer retry-after sec-websocket-accept"
                    + " sec-websocket-extensions sec-websocket-key sec-websocket-protocol sec-websocket-version server"
                    + " set-cookie strict-transport-security user-agent vary www-authenticate x-forwarded-for"
                    + " x-forwarded-host x-forwarded-proto x-real-ip")
                        .split(" ")) {
            CODES.put(name, END_TO_END);
        }
    }

    private Field() {}

    static byte of(String name) {
        return CODES.getOrDefault(name.toLowerCase(Locale.ROOT), OTHER);
    }
}
