package dev.hopscope.inspect.body;

import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.Decoded.End;
import dev.hopscope.inspect.body.Decoded.State;
import dev.hopscope.inspect.body.Decoded.Step;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undoes the content codings of a body (RFC 9110 §8.4), streaming and bounded: no more bytes than asked for, no growth of a decompression bomb, in no stage.
 * Any thread. Never throws for what the bytes are; says in its result what was done and where it stopped.
 */
public final class ContentDecoder {
    /** A body that grows more often than this, once above {@link #RATIO_FREE} bytes, is taken for a bomb. */
    public static final int MAX_RATIO = 250;

    /** Bytes up to which any ratio is allowed. */
    public static final int RATIO_FREE = 4 << 20;

    /** Codings beyond this many are not tried. */
    public static final int MAX_CODINGS = 8;

    private ContentDecoder() {}

    /**
     * Decodes the beginning of a body.
     *
     * @param codings in the order they were applied, as in Content-Encoding
     * @param limit the most decoded bytes wanted
     * @throws IOException only where the recorded bytes cannot be read
     */
    public static Decoded decode(ByteSource recorded, List<String> codings, int limit) throws IOException {
        List<String> order = codings.reversed();
        int known = known(order);
        try (InputStream raw = recorded.open()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Attempt attempt = new Attempt(raw, order.subList(0, known), out, limit);
            attempt.run();
            if (attempt.written == 0 && attempt.failed != null && attempt.end == End.CORRUPT) {
                byte[] plain = recorded.read(0, limit);
                return new Decoded(
                        steps(order, known, attempt.failed), plain.length, plain, End.CORRUPT, attempt.problem);
            }
            return new Decoded(
                    steps(order, known, attempt.failed),
                    attempt.base.passed,
                    out.toByteArray(),
                    attempt.end,
                    attempt.problem);
        }
    }

    /**
     * Undoes one coding, streaming and without bound, for a caller that has its own.
     *
     * @return null where the coding is not known
     * @throws IOException where the beginning cannot be decoded, or the decoder is missing on this system
     */
    public static @Nullable InputStream undo(String coding, InputStream in) throws IOException {
        ContentCoding known = ContentCoding.named(coding);
        if (known == ContentCoding.UNKNOWN) {
            return null;
        }
        try {
            return known.decode(in);
        } catch (RuntimeException | LinkageError e) {
            throw new IOException(coding + " cannot be decoded here: " + e.getMessage(), e);
        }
    }

    /**
     * Writes a whole body with its content codings undone; where a coding fails, what came before it.
     *
     * @param codings in the order they were applied, as in Content-Encoding; from the first unknown one on they are kept
     * @return how it went, without the bytes
     * @throws IOException where the recorded bytes cannot be read, or {@code to} cannot be written
     */
    public static Decoded copy(ByteSource recorded, List<String> codings, OutputStream to) throws IOException {
        List<String> order = codings.reversed();
        int known = known(order);
        try (InputStream raw = recorded.open()) {
            Attempt attempt = new Attempt(raw, order.subList(0, known), to, Long.MAX_VALUE);
            attempt.run();
            return new Decoded(
                    steps(order, known, attempt.failed),
                    attempt.base.passed,
                    new byte[0],
                    attempt.end,
                    attempt.problem);
        }
    }

    /** The codings of a message, in the order they were applied; identity left out. */
    public static List<String> codings(Headers headers) {
        return ContentCoding.namesIn(headers);
    }

    private static int known(List<String> order) {
        int known = 0;
        while (known < order.size()
                && known < MAX_CODINGS
                && ContentCoding.named(order.get(known)) != ContentCoding.UNKNOWN) {
            known++;
        }
        return known;
    }

    private static List<Step> steps(List<String> order, int known, @Nullable Stage failed) {
        List<Step> steps = new ArrayList<>();
        boolean reached = true;
        for (int i = 0; i < order.size(); i++) {
            State state = !reached
                    ? State.NOT_REACHED
                    : i >= known ? State.UNKNOWN : failed != null && failed.index == i ? State.FAILED : State.DONE;
            reached &= state == State.DONE;
            steps.add(new Step(order.get(i), state));
        }
        return List.copyOf(steps);
    }

    /** One run through the chain. */
    private static final class Attempt {
        final Stage base;
        private final List<String> codings;
        private final OutputStream out;
        private final long limit;
        long written;
        End end = End.COMPLETE;

        @Nullable
        Stage failed;

        String problem = "";

        Attempt(InputStream raw, List<String> codings, OutputStream out, long limit) {
            base = new Stage(raw, -1, null);
            this.codings = codings;
            this.out = out;
            this.limit = limit;
        }

        void run() throws IOException {
            Stage top = base;
            try {
                for (int i = 0; i < codings.size(); i++) {
                    Stage under = top;
                    ContentCoding coding = ContentCoding.named(codings.get(i));
                    top = new Stage(open(coding, under, i), i, under);
                }
                copy(top);
            } catch (StageFailure e) {
                if (e.stage.index < 0) {
                    throw e;
                }
                failed = e.stage;
                end = e.end;
                problem = e.problem;
            } finally {
                close(top);
            }
        }

        private static InputStream open(ContentCoding coding, Stage under, int index) throws IOException {
            try {
                return coding.decode(under);
            } catch (StageFailure e) {
                throw e;
            } catch (IOException | RuntimeException | LinkageError e) {
                throw new StageFailure(new Stage(under, index, under), under.ended ? End.ENDS_EARLY : End.CORRUPT, e);
            }
        }

        private void copy(Stage top) throws IOException {
            byte[] buffer = new byte[8192];
            while (written < limit) {
                int n = top.read(buffer, 0, (int) Math.min(buffer.length, limit - written));
                if (n < 0) {
                    return;
                }
                out.write(buffer, 0, n);
                written += n;
            }
            end = top.read() < 0 ? End.COMPLETE : End.SIZE_CAP;
        }

        private static void close(Stage top) {
            try {
                top.close();
            } catch (IOException | RuntimeException e) {
                // only memory of the decoder is freed here; what it had to say came with the bytes
            }
        }
    }

    /** The bytes that come out of one coding; counts them, caps their growth and names the coding that failed. */
    private static final class Stage extends FilterInputStream {
        final int index;
        private final @Nullable Stage under;
        long passed;
        boolean ended;

        Stage(InputStream in, int index, @Nullable Stage under) {
            super(in);
            this.index = index;
            this.under = under;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int n = read(one, 0, 1);
            return n < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n;
            try {
                n = super.read(into, offset, length);
            } catch (StageFailure e) {
                throw e;
            } catch (IOException | RuntimeException | LinkageError e) {
                throw new StageFailure(this, under != null && under.ended ? End.ENDS_EARLY : End.CORRUPT, e);
            }
            ended |= n < 0;
            passed += Math.max(0, n);
            if (under != null && passed > RATIO_FREE && passed > MAX_RATIO * Math.max(1, under.passed)) {
                throw new StageFailure(this, End.RATIO_CAP, new IOException("grows more than " + MAX_RATIO + " times"));
            }
            return n;
        }

        @Override
        public long skip(long count) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** Carries which coding failed through the codings above it. */
    private static final class StageFailure extends IOException {
        private static final long serialVersionUID = 1;

        final transient Stage stage;
        final End end;
        final String problem;

        StageFailure(Stage stage, End end, Throwable cause) {
            super(cause);
            this.stage = stage;
            this.end = end;
            this.problem = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
    }
}
