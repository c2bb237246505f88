package dev.hopscope.inspect.meaning;

import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a value under its caps, and says what it left out. One thread. Escapes nothing: the screen does. */
public final class Parts {
    /** The most plain parts of one value, and the most of the others: what deserves a look is not crowded out. */
    public static final int MOST = 150;

    /** The most characters of one part. */
    public static final int LONGEST = 300;

    private final List<Part> parts = new ArrayList<>();
    private int plain;
    private int left;
    private String end = "";

    public Parts add(String text, String words) {
        return add(text, words, Level.PLAIN);
    }

    public Parts advice(String text, String words) {
        return add(text, words, Level.ADVICE);
    }

    public Parts fault(String text, String words) {
        return add(text, words, Level.FAULT);
    }

    public Parts add(String text, String words, Level level) {
        if ((level == Level.PLAIN ? plain : parts.size() - plain) < MOST) {
            plain += level == Level.PLAIN ? 1 : 0;
            parts.add(new Part(cut(text, LONGEST), cut(words, 4 * LONGEST), level));
        } else {
            left++;
        }
        return this;
    }

    /** Says something after all parts, whatever their number. */
    void end(String words) {
        end = words;
    }

    /** The same text, or its beginning and how long it is. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "\u2026 (" + text.length() + " characters)";
    }

    List<Part> list() {
        List<Part> all = new ArrayList<>(parts);
        if (left > 0) {
            all.add(new Part("", left + " more parts are not listed: " + MOST + " are the most.", Level.PLAIN));
        }
        if (!end.isEmpty()) {
            all.add(new Part("", end, Level.PLAIN));
        }
        return List.copyOf(all);
    }
}
