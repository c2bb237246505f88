package dev.hopscope.ui.cache;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.inspect.reuse.BodyPrints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints of recorded content (SHA-256), each read once and remembered. One thread at a time. Reads no content above {@value #LARGEST} octets, nor more than {@value #MOST}
 * for one question, and counts what it left out.
 */
final class ContentPrints {
    static final long LARGEST = 8L << 20;
    static final long MOST = 64L << 20;
    private static final int REMEMBERED = 8192;

    private final Bodies bodies;
    private final Map<BodyRef, String> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BodyRef, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    ContentPrints(Bodies bodies) {
        this.bodies = bodies;
    }

    /** For one question. */
    Asked ask() {
        return new Asked();
    }

    final class Asked implements BodyPrints {
        private final Map<BodyRef, Boolean> leftOut = new HashMap<>();
        private long read;

        @Override
        public @Nullable String of(HttpExchange exchange) {
            BodyRef body = exchange.responseBody();
            if (body == null || body.length() == 0 || body.cutShort()) {
                return null;
            }
            String print = known.get(body);
            if (print != null) {
                return print;
            }
            if (body.length() > LARGEST || read + body.length() > MOST) {
                leftOut.put(body, true);
                return null;
            }
            read += body.length();
            try {
                print = print(body);
            } catch (IOException e) {
                leftOut.put(body, true); // its own pane says why it cannot be read
                return null;
            }
            known.put(body, print);
            return print;
        }

        /** Bodies that were not compared. */
        int leftOut() {
            return leftOut.size();
        }
    }

    private String print(BodyRef body) throws IOException {
        MessageDigest digest = digest();
        ByteBuffer piece = ByteBuffer.allocate(64 * 1024);
        try (SeekableByteChannel channel = bodies.open(body)) {
            while (channel.read(piece.clear()) >= 0) {
                digest.update(piece.flip());
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
