package dev.hopscope.proxy.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Watches what an origin sends in the clear at the beginning of a handshake: the libraries tell less, and each otherwise. On the connection's loop. Changes
 * nothing, and takes itself out at the first encrypted record.
 */
final class ServerFlight extends ChannelInboundHandlerAdapter {
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int APPLICATION_DATA = 23;
    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE_REQUEST = 13;
    private static final int SHOWN = 60;

    private final StringBuilder beginning = new StringBuilder();
    private final byte[] header = new byte[5];
    private int headerLength;
    private int recordType;
    private int recordLeft;
    private int alertOctets;
    private final byte[] messageHeader = new byte[4];
    private int messageHeaderLength;
    private int messageType;
    private int messageLeft;
    private int messageAt;
    private int version;
    private int alert = -1;
    private boolean certificateRequested;
    private boolean tls = true;
    private boolean done;
    private boolean reset;

    /** The version in the ServerHello ({@code 0x0302} is TLS 1.1), 0 if none came. */
    int version() {
        return version;
    }

    /** The alert sent in the clear, null if none was. */
    @Nullable
    Integer alert() {
        return alert < 0 ? null : alert;
    }

    /** Whether the origin asked for a client certificate; in TLS 1.3 that cannot be seen. */
    boolean certificateRequested() {
        return certificateRequested;
    }

    /** What came instead of TLS, printable; null if it was TLS, or nothing. */
    @Nullable
    String insteadOfTls() {
        return tls
                ? null
                : Words.printable(beginning.toString().lines().findFirst().orElse(""))
                        .replace("\\x20", " ");
    }

    /** Whether the connection was reset: the libraries report it as a mere end. */
    boolean reset() {
        return reset;
    }

    boolean silent() {
        return beginning.isEmpty();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!done && message instanceof ByteBuf bytes) {
            if (beginning.length() < SHOWN) {
                int length = Math.min(SHOWN - beginning.length(), bytes.readableBytes());
                beginning.append(bytes.toString(bytes.readerIndex(), length, StandardCharsets.ISO_8859_1));
            }
            for (int i = bytes.readerIndex(); i < bytes.writerIndex() && !done; i++) {
                take(bytes.getByte(i));
            }
        }
        boolean leave = done;
        ctx.fireChannelRead(message);
        if (leave && !ctx.isRemoved()) {
            ctx.pipeline().remove(this);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        reset |= cause instanceof IOException
                && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("reset");
        ctx.fireExceptionCaught(cause);
    }

    private void take(byte octet) {
        if (recordLeft == 0) {
            header[headerLength++] = octet;
            if (headerLength == header.length) {
                begin();
            }
            return;
        }
        recordLeft--;
        if (recordType == ALERT) {
            if (alertOctets++ == 1) {
                alert = octet & 0xff;
                done = true;
            }
        } else {
            takeHandshake(octet);
        }
    }

    private void begin() {
        headerLength = 0;
        recordType = header[0];
        recordLeft = (header[3] & 0xff) << 8 | header[4] & 0xff;
        if (header[1] != 3 || recordType < CHANGE_CIPHER_SPEC || recordType > APPLICATION_DATA) {
            tls = version != 0;
            done = true;
        } else if (recordType == CHANGE_CIPHER_SPEC || recordType == APPLICATION_DATA) {
            done = true;
        }
    }

    private void takeHandshake(byte octet) {
        if (messageLeft == 0) {
            messageHeader[messageHeaderLength++] = octet;
            if (messageHeaderLength == messageHeader.length) {
                messageHeaderLength = 0;
                messageType = messageHeader[0];
                messageLeft =
                        (messageHeader[1] & 0xff) << 16 | (messageHeader[2] & 0xff) << 8 | messageHeader[3] & 0xff;
                messageAt = 0;
                certificateRequested |= messageType == CERTIFICATE_REQUEST;
            }
            return;
        }
        if (messageType == SERVER_HELLO && messageAt < 2) {
            version = version << 8 | octet & 0xff;
        }
        messageAt++;
        messageLeft--;
    }
}
