package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.proxy.LocalPages;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** A page of Hopscope as a response: adds the framing. On one event loop. Sends nothing. */
public final class OwnAnswer {
    private OwnAnswer() {}

    /** The status a client is told of a failure between Hopscope and the origin (RFC 9110 §15.6). */
    public static int status(Failure failure) {
        if (failure.code().equals("target-not-allowed")) {
            return 403;
        }
        return failure.code().contains("timeout") || failure.code().contains("timed-out") ? 504 : 502;
    }

    /** @param persist whether the client's connection goes on afterwards */
    public static ResponseHead head(LocalPages.Page page, boolean persist) {
        Headers.Builder fields = Headers.builder();
        page.headers().forEach(h -> fields.add(h.name(), h.value()));
        fields.add("Content-Length", Integer.toString(page.body().length));
        if (!persist) {
            fields.add("Connection", "close");
        }
        return new ResponseHead(HttpVersion.HTTP_1_1, page.status(), page.reason(), fields.build());
    }

    /** @param toHead whether HEAD was asked, so that the content stays out */
    public static ByteBuf octets(ByteBufAllocator allocator, ResponseHead head, LocalPages.Page page, boolean toHead) {
        ByteBuf out = HeadWriter.response(allocator, head, toHead ? 0 : page.body().length);
        return toHead ? out : out.writeBytes(page.body());
    }
}
