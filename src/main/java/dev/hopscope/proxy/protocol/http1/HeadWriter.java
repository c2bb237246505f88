package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Heads as octets (RFC 9112 §2.1). On one event loop. Checks nothing: what it gets was read strictly or made here. */
final class HeadWriter {
    private HeadWriter() {}

    /** @param room octets to leave free behind the head */
    static ByteBuf request(ByteBufAllocator allocator, RequestHead head, int room) {
        Scratch out = Scratch.get().begin();
        out.add(head.method()).add(' ').add(head.target()).add(" HTTP/1.1").line();
        return finish(allocator, fields(out, head.headers()), room);
    }

    /** @param room octets to leave free behind the head */
    static ByteBuf response(ByteBufAllocator allocator, ResponseHead head, int room) {
        Scratch out = Scratch.get().begin();
        int status = head.status();
        out.add("HTTP/1.1 ")
                .add((char) ('0' + status / 100))
                .add((char) ('0' + status / 10 % 10))
                .add((char) ('0' + status % 10))
                .add(' ');
        out.add(head.reason()).line();
        return finish(allocator, fields(out, head.headers()), room);
    }

    static ByteBuf chunkHead(ByteBufAllocator allocator, int size) {
        Scratch out = Scratch.get().begin().add(Integer.toHexString(size)).line();
        return octets(allocator, out, 0);
    }

    /** The last chunk and the trailer section. */
    static ByteBuf lastChunk(ByteBufAllocator allocator, Headers trailers) {
        return finish(allocator, fields(Scratch.get().begin().add('0').line(), trailers), 0);
    }

    private static Scratch fields(Scratch out, Headers headers) {
        for (int i = 0; i < headers.size(); i++) {
            out.field(headers.name(i), headers.value(i));
        }
        return out;
    }

    private static ByteBuf finish(ByteBufAllocator allocator, Scratch out, int room) {
        return octets(allocator, out.line(), room);
    }

    private static ByteBuf octets(ByteBufAllocator allocator, Scratch out, int room) {
        return allocator.ioBuffer(out.length() + room).writeBytes(out.octets(), 0, out.length());
    }
}
