package dev.hopscope.proxy.cache;

import dev.hopscope.caching.Stored;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.ResponseHead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * What is kept of a stored response beside its content, as octets with a checksum. Any thread. Touches no file.
 *
 * @param length octets of the content
 * @param checksum of the content, CRC-32C
 */
record HeadFile(String key, Stored stored, long length, int checksum) {
    private static final int MAGIC = 0x48534331; // HSC1
    private static final int TRAILER = 4;

    byte[] octets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeInt(MAGIC);
            text(out, key, StandardCharsets.UTF_8);
            out.writeLong(stored.requested().toEpochMilli());
            out.writeLong(stored.received().toEpochMilli());
            fields(out, stored.selecting());
            ResponseHead head = stored.response();
            out.writeByte(head.version() == HttpVersion.HTTP_1_0 ? 0 : 1);
            out.writeShort(head.status());
            text(out, head.reason(), StandardCharsets.ISO_8859_1);
            fields(out, head.headers());
            out.writeLong(length);
            out.writeInt(checksum);
            out.writeInt(crc(octets.toByteArray(), octets.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return octets.toByteArray();
    }

    /** @throws IOException where the octets are none that {@link #octets} gave */
    static HeadFile of(byte[] octets) throws IOException {
        int end = octets.length - TRAILER;
        if (end < TRAILER) {
            throw new IOException("too short");
        }
        DataInputStream trailer = new DataInputStream(new ByteArrayInputStream(octets, end, TRAILER));
        if (trailer.readInt() != crc(octets, end)) {
            throw new IOException("damaged");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets, 0, end));
        if (in.readInt() != MAGIC) {
            throw new IOException("of another version");
        }
        String key = text(in, StandardCharsets.UTF_8);
        Instant requested = Instant.ofEpochMilli(in.readLong());
        Instant received = Instant.ofEpochMilli(in.readLong());
        Headers selecting = fields(in);
        HttpVersion version = in.readByte() == 0 ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
        int status = in.readUnsignedShort();
        String reason = text(in, StandardCharsets.ISO_8859_1);
        ResponseHead head = new ResponseHead(version, status, reason, fields(in));
        return new HeadFile(key, new Stored(selecting, head, requested, received), in.readLong(), in.readInt());
    }

    private static int crc(byte[] octets, int length) {
        CRC32C crc = new CRC32C();
        crc.update(octets, 0, length);
        return (int) crc.getValue();
    }

    private static void fields(DataOutputStream out, Headers headers) throws IOException {
        out.writeInt(headers.size());
        for (Header line : headers) {
            text(out, line.name(), StandardCharsets.ISO_8859_1);
            text(out, line.value(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Headers fields(DataInputStream in) throws IOException {
        Headers.Builder lines = Headers.builder();
        for (int left = in.readInt(); left > 0; left--) {
            lines.add(text(in, StandardCharsets.ISO_8859_1), text(in, StandardCharsets.ISO_8859_1));
        }
        return lines.build();
    }

    private static void text(DataOutputStream out, String text, Charset charset) throws IOException {
        byte[] octets = text.getBytes(charset);
        out.writeInt(octets.length);
        out.write(octets);
    }

    private static String text(DataInputStream in, Charset charset) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("damaged");
        }
        byte[] octets = new byte[length];
        in.readFully(octets);
        return new String(octets, charset);
    }
}
