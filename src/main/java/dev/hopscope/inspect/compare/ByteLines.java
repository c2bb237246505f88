package dev.hopscope.inspect.compare;

import dev.hopscope.inspect.diff.DiffKind;
import dev.hopscope.inspect.diff.Span;
import dev.hopscope.inspect.diff.WordDiff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Two streams compared byte by byte at the same offsets: every byte of both is read. One thread. Lists rows of 16 bytes that differ, at most {@value #MOST} of them,
 * with two rows around; looks for nothing that was moved.
 */
final class ByteLines {
    /** Rows that differ and are listed. */
    static final int MOST = 2000;

    private static final int ROW = 16;
    private static final int AROUND = 2;
    private static final int LEAD = AROUND * ROW;
    private static final int BLOCK = 64 << 10;

    private final List<Line> lines = new ArrayList<>();
    private final byte[] a = new byte[LEAD + BLOCK];
    private final byte[] b = new byte[LEAD + BLOCK];
    /** Where the row after the last listed begins. */
    private long listedTo;

    private int rowsListed;
    private long rowsUnlisted;
    private int following;
    private long lengthA;
    private long lengthB;
    private long first = -1;
    private long differing;
    private long linesBefore;

    private ByteLines() {}

    /**
     * What came out.
     *
     * @param first offset of the first difference, -1 for none
     * @param differing bytes that differ at the same offset, and those only one side has
     * @param linesBefore line feeds before the first difference
     */
    record Result(
            List<Line> lines,
            long lengthA,
            long lengthB,
            long first,
            long differing,
            long rowsUnlisted,
            long linesBefore) {
        boolean same() {
            return first < 0;
        }
    }

    /** @param expected bytes of the longer, as far as known: for the progress */
    static Result compare(DecodedStream a, DecodedStream b, long expected, Progress progress) throws IOException {
        ByteLines bytes = new ByteLines();
        long at = 0;
        while (true) {
            int readA = a.fill(bytes.a, LEAD, BLOCK);
            int readB = b.fill(bytes.b, LEAD, BLOCK);
            if (readA == 0 && readB == 0) {
                break;
            }
            bytes.block(at, readA, readB);
            at += BLOCK;
            System.arraycopy(bytes.a, BLOCK, bytes.a, 0, LEAD);
            System.arraycopy(bytes.b, BLOCK, bytes.b, 0, LEAD);
            progress.at(Math.min(1, (double) at / Math.max(1, expected)));
        }
        return new Result(
                List.copyOf(bytes.lines),
                bytes.lengthA,
                bytes.lengthB,
                bytes.first,
                bytes.differing,
                bytes.rowsUnlisted,
                bytes.linesBefore);
    }

    private void block(long at, int readA, int readB) {
        lengthA += readA;
        lengthB += readB;
        int mismatch = Arrays.mismatch(a, LEAD, LEAD + readA, b, LEAD, LEAD + readB);
        if (first < 0) {
            int before = mismatch < 0 ? readA : mismatch;
            for (int i = LEAD; i < LEAD + before; i++) {
                linesBefore += a[i] == '\n' ? 1 : 0;
            }
            first = mismatch < 0 ? -1 : at + mismatch;
        }
        if (mismatch < 0 && following == 0) {
            return;
        }
        for (int row = 0; row < Math.max(readA, readB); row += ROW) {
            row(at + row, LEAD + row, end(row, readA), end(row, readB));
        }
    }

    private static int end(int row, int read) {
        return LEAD + Math.clamp(read, row, row + ROW);
    }

    private void row(long offset, int from, int endA, int endB) {
        boolean same = Arrays.equals(a, from, endA, b, from, endB);
        if (same) {
            if (following > 0) {
                following--;
                list(offset, from, endA, endB);
            }
            return;
        }
        for (int i = from; i < Math.max(endA, endB); i++) {
            differing += i >= endA || i >= endB || a[i] != b[i] ? 1 : 0;
        }
        if (rowsListed >= MOST) {
            rowsUnlisted++;
            return;
        }
        rowsListed++;
        for (int back = AROUND; back > 0; back--) {
            long earlier = offset - back * ROW;
            if (earlier >= listedTo && earlier >= 0) {
                list(earlier, from - back * ROW, from - (back - 1) * ROW, from - (back - 1) * ROW);
            }
        }
        list(offset, from, endA, endB);
        following = AROUND;
    }

    private void list(long offset, int from, int endA, int endB) {
        listedTo = offset + ROW;
        Line.Label label = Line.Label.of(String.format("%08X", offset));
        boolean hasA = endA > from;
        boolean hasB = endB > from;
        boolean same = Arrays.equals(a, from, endA, b, from, endB);
        DiffKind kind = same ? DiffKind.KEPT : !hasA ? DiffKind.ADDED : !hasB ? DiffKind.REMOVED : DiffKind.CHANGED;
        lines.add(new Line(
                kind,
                0,
                false,
                label,
                hasA ? new Line.Cell(text(a, from, endA), Line.Look.PLAIN, -1) : null,
                hasB ? new Line.Cell(text(b, from, endB), Line.Look.PLAIN, -1) : null,
                null,
                kind == DiffKind.CHANGED ? words(from, endA, endB) : null));
    }

    /** {@code 48 65 6C 6C 6F …  Hello}. */
    private static String text(byte[] bytes, int from, int end) {
        StringBuilder text =
                new StringBuilder(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, from, end));
        text.repeat("   ", ROW - (end - from)).append("  ");
        for (int i = from; i < end; i++) {
            text.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
        return text.toString();
    }

    private WordDiff words(int from, int endA, int endB) {
        List<Span> first = new ArrayList<>();
        List<Span> second = new ArrayList<>();
        for (int i = 0; from + i < Math.max(endA, endB); i++) {
            boolean differs = from + i >= endA || from + i >= endB || a[from + i] != b[from + i];
            if (differs && from + i < endA) {
                first.add(new Span(3 * i, 3 * i + 2));
            }
            if (differs && from + i < endB) {
                second.add(new Span(3 * i, 3 * i + 2));
            }
        }
        return new WordDiff(List.copyOf(first), List.copyOf(second));
    }
}
