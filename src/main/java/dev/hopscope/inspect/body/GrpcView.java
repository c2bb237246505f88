package dev.hopscope.inspect.body;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The length-prefixed messages of gRPC (PROTOCOL-HTTP2) and gRPC-Web (PROTOCOL-WEB, its text form too) as a list; compressed ones are undone by grpc-encoding.
 * Any thread. Knows no schema: a message is shown as Protocol Buffers or JSON, as the type says.
 */
final class GrpcView implements BodyView {
    private static final int MAX_PARTS = 10_000;
    private static final int HEAD = 5;
    private static final int COMPRESSED = 1;
    private static final int TRAILERS = 0x80;

    @Override
    public String id() {
        return "grpc";
    }

    @Override
    public int priority(BodySample sample) {
        return sample.bytes().length > 0 && grpc(sample.type().subtype()) ? 92 : 0;
    }

    private static boolean grpc(String subtype) {
        return subtype.equals("grpc")
                || subtype.startsWith("grpc+")
                || subtype.equals("grpc-web")
                || subtype.startsWith("grpc-web+")
                || subtype.startsWith("grpc-web-text");
    }

    @Override
    public BodyRendering render(BodySample sample) {
        List<Note> notes = new ArrayList<>();
        byte[] in = sample.type().subtype().startsWith("grpc-web-text") ? plain(sample.bytes(), notes) : sample.bytes();
        MediaType inner = MediaType.parse(sample.type().format("json") ? "application/json" : "application/x-protobuf");
        String coding = sample.headers().first("grpc-encoding");
        List<BodyRendering.Part> parts = new ArrayList<>();
        int at = 0;
        while (at + HEAD <= in.length && parts.size() < MAX_PARTS) {
            int flags = in[at] & 0xff;
            long length = (in[at + 1] & 0xffL) << 24
                    | (in[at + 2] & 0xff) << 16
                    | (in[at + 3] & 0xff) << 8
                    | (in[at + 4] & 0xff);
            if ((flags & ~(COMPRESSED | TRAILERS)) != 0) {
                notes.add(Note.of("grpc-invalid", at));
                break;
            }
            int from = at + HEAD;
            int to = (int) Math.min(in.length, from + length);
            parts.add(message(parts.size() + 1, flags, length, Arrays.copyOfRange(in, from, to), coding, inner, notes));
            at = to;
            if (to - from < length) {
                notes.add(Note.of(sample.whole() ? "binary-ends-early" : "binary-torn", at));
            }
        }
        if (at + HEAD <= in.length && parts.size() == MAX_PARTS) {
            notes.add(Note.of("parts-cut", MAX_PARTS));
        } else if (at < in.length && at + HEAD > in.length) {
            notes.add(Note.of(sample.whole() ? "binary-ends-early" : "binary-torn", at));
        }
        notes.addFirst(Note.of("parts", parts.size()));
        return new BodyRendering.Parts(
                List.of("number", "kind", "coding", "size"), List.copyOf(parts), List.copyOf(notes));
    }

    private static BodyRendering.Part message(
            int number,
            int flags,
            long length,
            byte[] bytes,
            @Nullable String coding,
            MediaType inner,
            List<Note> notes) {
        boolean compressed = (flags & COMPRESSED) != 0;
        boolean trailers = (flags & TRAILERS) != 0;
        byte[] plain = compressed ? undone(bytes, coding == null ? "" : coding, notes) : bytes;
        return new BodyRendering.Part(
                List.of(
                        Integer.toString(number),
                        trailers ? "trailers" : "message",
                        compressed ? (coding == null ? "?" : coding) : "",
                        Long.toString(length)),
                BodyRendering.Part.NO_HEAD,
                BodySample.part(trailers ? MediaType.parse("text/plain") : inner, plain));
    }

    private static byte[] undone(byte[] bytes, String coding, List<Note> notes) {
        try {
            Decoded decoded = ContentDecoder.decode(
                    ByteSource.of(bytes), List.of(coding.strip().toLowerCase(Locale.ROOT)), BodySample.FIRST_PART);
            if (decoded.end() != Decoded.End.COMPLETE || !decoded.changed()) {
                note(notes, Note.of("grpc-coding", coding.isEmpty() ? "?" : coding));
            }
            return decoded.bytes();
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
    }

    private static void note(List<Note> notes, Note note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** Pieces of base64, each maybe padded, one after the other. */
    private static byte[] plain(byte[] text, List<Note> notes) {
        StringBuilder all = new StringBuilder();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        String in = new String(text, StandardCharsets.ISO_8859_1);
        try {
            for (int i = 0; i < in.length(); i++) {
                char c = in.charAt(i);
                if (c > ' ') {
                    all.append(c);
                }
                boolean last = c == '=' && (i + 1 == in.length() || in.charAt(i + 1) != '=');
                if (last || i + 1 == in.length()) {
                    out.writeBytes(Base64.getDecoder().decode(all.toString()));
                    all.setLength(0);
                }
            }
        } catch (IllegalArgumentException e) {
            notes.add(Note.of("grpc-no-base64"));
        }
        return out.toByteArray();
    }
}
