package dev.hopscope.proxy.protocol;

import dev.hopscope.proxy.protocol.http1.ClientConnection;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelPipeline;
import java.nio.charset.StandardCharsets;

/**
 * HTTP/1.1 (RFC 9112): recognised by its request line inside a tunnel, taken for granted outside, where whatever is wrong is then answered and shown. Stateless.
 * Leaves a CONNECT inside a tunnel alone: it is meant for a proxy at the tunnel's end.
 */
final class Http1 implements Protocol {
    private static final int LONGEST_METHOD = 32;
    private static final byte[] CONNECT = "CONNECT ".getBytes(StandardCharsets.US_ASCII);
    /** How HTTP/2 begins where it was not agreed on in TLS (RFC 9113 §3.4): of no request of HTTP/1. */
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "http/1";
    }

    @Override
    public Verdict sniff(ByteBuf bytes, ConnectionContext context) {
        if (context.target() == null) {
            return Verdict.YES;
        }
        int start = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (start < end && (bytes.getByte(start) == '\r' || bytes.getByte(start) == '\n')) {
            start++;
        }
        int i = start;
        while (i < end && upper(bytes.getByte(i))) {
            i++;
        }
        if (i - start > LONGEST_METHOD || i < end && (bytes.getByte(i) != ' ' || i == start)) {
            return Verdict.NO;
        }
        if (i == end || i + 1 == end) {
            return Verdict.MORE;
        }
        return target(bytes, start, i + 1) && !begins(bytes, start, CONNECT) && !begins(bytes, start, PREFACE)
                ? Verdict.YES
                : Verdict.NO;
    }

    private static boolean upper(byte octet) {
        return octet >= 'A' && octet <= 'Z' || octet == '-' || octet == '_';
    }

    private static boolean target(ByteBuf bytes, int start, int index) {
        byte first = bytes.getByte(index);
        boolean scheme = (first | 0x20) == 'h';
        return index > start + 1
                && (first == '/' || first == '*' || scheme || first == '[' || Character.isLetterOrDigit(first));
    }

    private static boolean begins(ByteBuf bytes, int start, byte[] with) {
        if (bytes.writerIndex() - start < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (bytes.getByte(start + i) != with[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void install(ChannelPipeline pipeline, ConnectionContext context) {
        pipeline.addLast(new ClientConnection(context, new ConnectTunnel()));
    }
}
