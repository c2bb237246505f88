package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.ResponseHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head that goes to the client, made from the origin's, with a reason for every difference (RFC 9110 §7.6). Immutable. Sends nothing. */
record ReturnedResponse(ResponseHead head, List<HeaderChange> changes) {
    /**
     * What is decided outside of the head.
     *
     * @param close whether the client's connection ends after this response
     * @param dechunk whether the chunked coding is taken off
     * @param via our entry
     * @param cache our member of Cache-Status, null without a cache
     */
    record Plan(
            boolean close,
            boolean dechunk,
            String via,
            @Nullable String cache) {
        Plan(boolean close, boolean dechunk, String via) {
            this(close, dechunk, via, null);
        }
    }

    static ReturnedResponse of(ResponseHead received, byte[] codes, Plan plan) {
        return new Making(received, codes, plan).make();
    }

    /** One walk through the lines. */
    private static final class Making {
        private final ResponseHead received;
        private final Headers lines;
        private final byte[] codes;
        private final ConnectionOptions options;
        private final Plan plan;
        private final Rewrite rewrite;
        private final boolean switching;
        private final boolean bare;
        private boolean connectionDone;

        Making(ResponseHead received, byte[] codes, Plan plan) {
            this.received = received;
            this.lines = received.headers();
            this.codes = codes;
            this.options = ConnectionOptions.of(lines, codes);
            this.plan = plan;
            this.rewrite = new Rewrite(Direction.RESPONSE, HeaderChange.Part.HEADERS, lines);
            this.switching = (received.status() == 101 || received.status() == 426) && options.upgrade();
            this.bare = received.status() < 200 || received.status() == 204;
        }

        ReturnedResponse make() {
            if (received.version() != HttpVersion.HTTP_1_1) {
                rewrite.startLine(":version", received.version().text(), HttpVersion.HTTP_1_1.text(), Reasons.VERSION);
            }
            for (int i = 0; i < lines.size(); i++) {
                line(i);
            }
            String own = own();
            if (!connectionDone && !own.isEmpty()) {
                rewrite.add("Connection", own, Reasons.OWN_CONNECTION);
            }
            rewrite.add("Via", plan.via(), Reasons.VIA);
            if (plan.cache() != null) {
                rewrite.add("Cache-Status", plan.cache(), Reasons.CACHE_STATUS);
                rewrite.add("X-Cache", "MISS from hopscope", Reasons.X_CACHE);
            }
            ResponseHead head =
                    new ResponseHead(HttpVersion.HTTP_1_1, received.status(), received.reason(), rewrite.headers());
            return new ReturnedResponse(head, rewrite.changes());
        }

        private String own() {
            if (switching) {
                return plan.close() ? "Upgrade, close" : "Upgrade";
            }
            return plan.close() ? "close" : "";
        }

        private void line(int i) {
            switch (codes[i]) {
                case Field.CONNECTION -> connection();
                case Field.PROXY_CONNECTION -> rewrite.drop(Reasons.PROXY_CONNECTION);
                case Field.KEEP_ALIVE, Field.TE, Field.HTTP2_SETTINGS, Field.PROXY_AUTHORIZATION ->
                    rewrite.drop(Reasons.HOP_BY_HOP);
                case Field.PROXY_AUTHENTICATE -> rewrite.drop(Reasons.PROXY_AUTHENTICATE);
                case Field.UPGRADE -> keepIf(switching, Reasons.HOP_BY_HOP);
                case Field.TRANSFER_ENCODING -> framing();
                case Field.CONTENT_LENGTH -> keepIf(!bare, Reasons.NO_CONTENT);
                case Field.TRAILER -> keepIf(!plan.dechunk(), Reasons.NO_TRAILERS);
                case Field.OTHER -> other(i);
                default -> rewrite.keep();
            }
        }

        private void framing() {
            if (bare) {
                rewrite.drop(Reasons.NO_CONTENT);
            } else {
                keepIf(!plan.dechunk(), Reasons.DECHUNKED);
            }
        }

        private void connection() {
            String own = own();
            if (connectionDone || own.isEmpty()) {
                rewrite.drop(Reasons.HOP_BY_HOP);
            } else {
                rewrite.change(own, Reasons.OWN_CONNECTION);
                connectionDone = true;
            }
        }

        private void keepIf(boolean kept, ChangeReason otherwise) {
            if (kept) {
                rewrite.keep();
            } else {
                rewrite.drop(otherwise);
            }
        }

        private void other(int i) {
            String option = options.naming(lines.name(i));
            if (option != null) {
                rewrite.drop(new ChangeReason.HopByHop(option));
            } else {
                rewrite.keep();
            }
        }
    }
}
