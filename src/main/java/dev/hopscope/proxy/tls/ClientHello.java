package dev.hopscope.proxy.tls;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A client's TLS greeting (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2) as far as it decides anything. Immutable, any thread. Reads, never consumes, and does not check
 * what the handshake itself will.
 *
 * @param sni the host name asked for (RFC 6066 §3), lower case; null if none or none that a host could have
 * @param alpn the protocols offered (RFC 7301), in order
 * @param versions the versions offered, {@code 0x0303} for TLS 1.2
 */
public record ClientHello(@Nullable String sni, List<String> alpn, List<Integer> versions) {
    /** Octets beyond which a greeting is no longer waited for: a post-quantum key share and a long session ticket fit several times. */
    public static final int BOUND = 32 * 1024;

    private static final int HANDSHAKE = 22;
    private static final int RECORD_HEADER = 5;
    private static final int RECORD_BOUND = 16 * 1024;
    private static final int SERVER_NAME = 0;
    private static final int ALPN = 16;
    private static final int SUPPORTED_VERSIONS = 43;

    public ClientHello {
        alpn = List.copyOf(alpn);
        versions = List.copyOf(versions);
    }

    /** What the octets read so far are. */
    public sealed interface Reading {
        /** The beginning of a greeting. */
        record More() implements Reading {}

        /** No greeting, or a broken one: {@code why} in words. */
        record None(String why) implements Reading {}

        record Whole(ClientHello hello) implements Reading {}
    }

    private static final Reading MORE = new Reading.More();

    /** Whether the octets begin as a greeting does: sniffing needs no more. True also where the first octets are all there is yet. */
    public static boolean begins(ByteBuf bytes) {
        int at = bytes.readerIndex();
        int there = bytes.readableBytes();
        return (there < 1 || bytes.getByte(at) == HANDSHAKE)
                && (there < 2 || bytes.getByte(at + 1) == 3)
                && (there < 3 || bytes.getByte(at + 2) >= 0 && bytes.getByte(at + 2) <= 4)
                && (there < 6 || bytes.getByte(at + 5) == 1);
    }

    /** Octets that suffice for {@link #begins} to say no to everything else. */
    public static final int SNIFF = 6;

    /** Reads without moving an index. The greeting may be spread over records (RFC 8446 §5.1) and these over reads. */
    public static Reading read(ByteBuf bytes) {
        if (!begins(bytes)) {
            return new Reading.None("it does not begin as a TLS greeting does");
        }
        byte[] message = new byte[Math.min(bytes.readableBytes(), BOUND)];
        int length = 0;
        int at = bytes.readerIndex();
        while (bytes.writerIndex() - at >= RECORD_HEADER) {
            int size = bytes.getUnsignedShort(at + 3);
            if (bytes.getByte(at) != HANDSHAKE || size == 0 || size > RECORD_BOUND) {
                return new Reading.None("a record of its TLS greeting is broken");
            }
            int there = Math.min(size, bytes.writerIndex() - at - RECORD_HEADER);
            if (length + there > message.length) {
                return tooLong();
            }
            bytes.getBytes(at + RECORD_HEADER, message, length, there);
            length += there;
            if (length >= 4) {
                int whole = 4 + ((message[1] & 0xff) << 16 | (message[2] & 0xff) << 8 | message[3] & 0xff);
                if (whole > BOUND) {
                    return tooLong();
                }
                if (length >= whole) {
                    return parse(new Octets(message, 4, whole));
                }
            }
            at += RECORD_HEADER + size;
        }
        return bytes.readableBytes() >= BOUND ? tooLong() : MORE;
    }

    private static Reading tooLong() {
        return new Reading.None("its TLS greeting is longer than " + BOUND + " octets");
    }

    private static Reading parse(Octets body) {
        try {
            List<Integer> versions = new ArrayList<>(List.of(body.number(2)));
            body.skip(32);
            body.vector(1); // session id
            body.vector(2); // cipher suites
            body.vector(1); // compression methods
            String sni = null;
            List<String> alpn = List.of();
            if (body.left() > 0) {
                for (Octets extensions = body.vector(2); extensions.left() > 0; ) {
                    int type = extensions.number(2);
                    Octets content = extensions.vector(2);
                    switch (type) {
                        case SERVER_NAME -> sni = serverName(content);
                        case ALPN -> alpn = protocols(content);
                        case SUPPORTED_VERSIONS -> versions = versions(content);
                        default -> {} // of no interest here
                    }
                }
            }
            return new Reading.Whole(new ClientHello(sni, alpn, versions));
        } catch (Short e) {
            return new Reading.None("its TLS greeting is broken: a length in it goes beyond its end");
        }
    }

    private static @Nullable String serverName(Octets content) throws Short {
        if (content.left() == 0) {
            return null;
        }
        for (Octets list = content.vector(2); list.left() > 0; ) {
            int type = list.number(1);
            String name = list.vector(2).text().toLowerCase(Locale.ROOT);
            if (type == 0) {
                // RFC 6066 §3 forbids addresses, and some clients send them
                return ServerName.of(name) == null ? null : name;
            }
        }
        return null;
    }

    private static List<String> protocols(Octets content) throws Short {
        List<String> names = new ArrayList<>();
        for (Octets list = content.vector(2); list.left() > 0; ) {
            names.add(list.vector(1).text());
        }
        return names;
    }

    private static List<Integer> versions(Octets content) throws Short {
        List<Integer> versions = new ArrayList<>();
        for (Octets list = content.vector(1); list.left() > 1; ) {
            versions.add(list.number(2));
        }
        return versions;
    }

    /** A length went beyond the end. */
    private static final class Short extends Exception {
        private static final long serialVersionUID = 1;

        Short() {
            super(null, null, false, false);
        }
    }

    /** A stretch of octets, read from its front. */
    private static final class Octets {
        private final byte[] from;
        private int at;
        private final int end;

        Octets(byte[] from, int at, int end) {
            this.from = from;
            this.at = at;
            this.end = end;
        }

        int left() {
            return end - at;
        }

        void skip(int count) throws Short {
            if (count > left()) {
                throw new Short();
            }
            at += count;
        }

        int number(int octets) throws Short {
            int start = at;
            skip(octets);
            int value = 0;
            for (int i = start; i < at; i++) {
                value = value << 8 | from[i] & 0xff;
            }
            return value;
        }

        /** What a length of so many octets announces. */
        Octets vector(int lengthOctets) throws Short {
            int size = number(lengthOctets);
            int start = at;
            skip(size);
            return new Octets(from, start, at);
        }

        String text() {
            return new String(from, at, left(), StandardCharsets.ISO_8859_1);
        }
    }
}
