package dev.hopscope.capture;

/**
 * Gives equal short texts one instance, so that a host costs its characters once and not once a row. Any thread; bounded: a text pushed out is merely kept
 * twice. Does not keep long texts.
 */
final class SharedText {
    private static final int WAYS = 4;
    /** Twelve bits of the hash choose one. */
    private static final int SETS = 1 << 12;

    private static final int LONGEST = 256;
    /** Races here are harmless: strings are immutable, and a lost entry is put again. */
    private static final String[] SLOTS = new String[SETS * WAYS];

    private SharedText() {}

    static String of(String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode() * 0x9E3779B9;
        int set = (hash >>> 20) * WAYS;
        for (int i = 0; i < WAYS; i++) {
            String known = SLOTS[set + i];
            if (known == null) {
                SLOTS[set + i] = text;
                return text;
            }
            if (known.equals(text)) {
                return known;
            }
        }
        SLOTS[set + (hash & (WAYS - 1))] = text;
        return text;
    }
}
