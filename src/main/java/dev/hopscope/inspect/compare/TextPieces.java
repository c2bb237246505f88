package dev.hopscope.inspect.compare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

/**
 * A text cut into lines; very long ones into pieces behind signs at which a change before them does not shift the cut. Immutable. The text stays one string: a piece
 * is made when asked for.
 */
final class TextPieces {
    /** Characters above which a line is cut into pieces. */
    static final int LONG = 1000;

    private static final int LEAST_PIECE = 60;
    private static final String BREAKS = ";,{}[]> ";

    private final String text;
    /** Where each piece begins, and the end of the text. */
    private final int[] starts;

    private final BitSet continued;
    private final int[] numbers;

    private TextPieces(String text, int[] starts, BitSet continued) {
        this.text = text;
        this.starts = starts;
        this.continued = continued;
        numbers = new int[starts.length - 1];
        int number = 0;
        for (int i = 0; i < numbers.length; i++) {
            number += continued.get(i) ? 0 : 1;
            numbers[i] = number;
        }
    }

    static TextPieces of(String text) {
        Cut cut = new Cut();
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            cut.add(at, false);
            if (stop - at > LONG) {
                fold(text, at, stop, cut);
            }
            at = stop + 1;
        }
        return new TextPieces(text, cut.ended(text.length() + 1), cut.continued);
    }

    private static void fold(String text, int from, int to, Cut cut) {
        int piece = from;
        for (int i = from; i < to; i++) {
            int length = i + 1 - piece;
            boolean here = length >= LEAST_PIECE && BREAKS.indexOf(text.charAt(i)) >= 0 || length >= LONG;
            if (here && i + 1 < to) {
                piece = i + 1;
                cut.add(piece, true);
            }
        }
    }

    /** Collects where pieces begin. */
    private static final class Cut {
        private final BitSet continued = new BitSet();
        private int[] starts = new int[1024];
        private int used;

        void add(int start, boolean goesOn) {
            if (used == starts.length) {
                starts = Arrays.copyOf(starts, 2 * used);
            }
            continued.set(used, goesOn);
            starts[used++] = start;
        }

        int[] ended(int end) {
            int[] all = Arrays.copyOf(starts, used + 1);
            all[used] = end;
            return all;
        }
    }

    int size() {
        return starts.length - 1;
    }

    /** Without its line end; a carriage return before it stays, since it may be all that differs. */
    String piece(int index) {
        int end = starts[index + 1];
        boolean followed = index + 1 < size() && continued.get(index + 1);
        return text.substring(starts[index], followed ? end : end - 1);
    }

    /** The number of the line a piece belongs to, from 1. */
    int line(int index) {
        return numbers[index];
    }

    boolean folded() {
        return !continued.isEmpty();
    }

    int lines() {
        return numbers.length == 0 ? 0 : numbers[numbers.length - 1];
    }

    /** A number for each piece, the same for equal ones, from 0 up. */
    int[] identities(Map<String, Integer> known) {
        int[] identities = new int[size()];
        for (int i = 0; i < identities.length; i++) {
            Integer fresh = known.size();
            Integer found = known.putIfAbsent(piece(i), fresh);
            identities[i] = found == null ? fresh : found;
        }
        return identities;
    }
}
