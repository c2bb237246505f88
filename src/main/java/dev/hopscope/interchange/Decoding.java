package dev.hopscope.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes one content coding (RFC 9110 §8.4.1). Any thread; each stream one thread. Bounds nothing. */
public interface Decoding {
    /** gzip and deflate, by the JDK alone. */
    Decoding JDK = (name, in) -> switch (name.toLowerCase(Locale.ROOT)) {
        case "identity" -> in;
        case "gzip", "x-gzip" -> new GZIPInputStream(in, 1 << 14);
        case "deflate" -> new InflaterInputStream(in);
        default -> null;
    };

    /**
     * @param name as in Content-Encoding, any case
     * @return null where this coding is not known
     */
    @Nullable
    InputStream decode(String name, InputStream in) throws IOException;

    /** This one, and where it does not know a coding, another. */
    default Decoding or(Decoding other) {
        return (name, in) -> {
            InputStream decoded = decode(name, in);
            return decoded != null ? decoded : other.decode(name, in);
        };
    }
}
