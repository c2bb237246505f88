package dev.hopscope.inspect.body;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import dev.hopscope.exchange.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The content codings Hopscope can undo (RFC 9110 §8.4.1). Any thread. Caps nothing: {@link ContentDecoder} does. */
enum ContentCoding {
    IDENTITY {
        @Override
        InputStream decode(InputStream in) {
            return in;
        }
    },
    GZIP {
        @Override
        InputStream decode(InputStream in) throws IOException {
            return new GZIPInputStream(in, 4096);
        }
    },
    /** The zlib format (RFC 1950) and, as many servers send it, raw deflate (RFC 1951). */
    DEFLATE {
        @Override
        InputStream decode(InputStream in) throws IOException {
            PushbackInputStream peek = new PushbackInputStream(in, 2);
            byte[] start = peek.readNBytes(2);
            peek.unread(start);
            boolean zlib = start.length == 2
                    && (start[0] & 0x0f) == 8
                    && ((start[0] & 0xff) * 256 + (start[1] & 0xff)) % 31 == 0;
            return new Inflating(peek, new Inflater(!zlib));
        }
    },
    BROTLI {
        @Override
        InputStream decode(InputStream in) throws IOException {
            Brotli4jLoader.ensureAvailability();
            BrotliInputStream stream = new BrotliInputStream(in, 4096);
            stream.enableEagerOutput();
            return stream;
        }
    },
    ZSTD {
        @Override
        InputStream decode(InputStream in) throws IOException {
            // RFC 9659: a window above 8 MB is not allowed in a content coding
            return new ZstdInputStream(in).setLongMax(23);
        }
    },
    UNKNOWN {
        @Override
        InputStream decode(InputStream in) throws IOException {
            throw new IOException("unknown coding");
        }
    };

    /** The decoded bytes of a coded stream. May read from it at once. */
    abstract InputStream decode(InputStream in) throws IOException;

    static ContentCoding named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            case "br" -> BROTLI;
            case "zstd" -> ZSTD;
            default -> UNKNOWN;
        };
    }

    /** The names in Content-Encoding, in the order they were applied; identity left out. */
    static List<String> namesIn(Headers headers) {
        List<String> names = new ArrayList<>();
        for (String value : headers.all("Content-Encoding")) {
            for (String name : value.split(",", -1)) {
                String stripped = name.strip();
                if (!stripped.isEmpty() && !stripped.equalsIgnoreCase("identity")) {
                    names.add(stripped.toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    /** Frees the native memory of its own inflater at once. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream in, Inflater inflater) {
            super(in, inflater, 4096);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
