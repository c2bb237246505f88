package dev.hopscope.proxy.cache;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.ResponseHead;

/**
 * A response out of the cache. Immutable.
 *
 * @param head its status and the stored lines that are sent
 * @param added the lines the cache makes: Age, and the framing
 * @param first the first octet of the stored content to send
 * @param length octets to send, 0 for none
 * @param status our member of Cache-Status
 * @param validate whether it is to be validated in the background
 */
public record StoredAnswer(
        ResponseHead head, Headers added, long first, long length, String status, boolean validate) {}
