package dev.hopscope.proxy.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Watches for an alert that a client sends in the clear although the handshake is encrypted by then: OpenSSL does so where it rejects a certificate in TLS 1.3,
 * and the server's library takes the record for a broken one. On the connection's loop, until the handshake is over. Changes nothing.
 */
public final class PlainAlert extends ChannelInboundHandlerAdapter {
    private static final int ALERT = 21;
    private static final int LENGTH = 2;

    private final byte[] header = new byte[5];
    private int headerLength;
    private int left;
    private boolean inAlert;
    private int alert = -1;

    /** The alert, null if none came. */
    @Nullable
    Integer alert() {
        return alert < 0 ? null : alert;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes) {
            int at = bytes.readerIndex();
            while (at < bytes.writerIndex()) {
                if (left > 0) {
                    int step = Math.min(left, bytes.writerIndex() - at);
                    at += step;
                    left -= step;
                    if (inAlert && left == 0) {
                        alert = bytes.getUnsignedByte(at - 1);
                        inAlert = false;
                    }
                } else {
                    header[headerLength++] = bytes.getByte(at++);
                    if (headerLength == header.length) {
                        headerLength = 0;
                        left = (header[3] & 0xff) << 8 | header[4] & 0xff;
                        inAlert = header[0] == ALERT && left == LENGTH;
                    }
                }
            }
        }
        ctx.fireChannelRead(message);
    }
}
