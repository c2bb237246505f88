package dev.hopscope.interchange.paste;

/** The escapes of bash's {@code $'..'} and of its printf, undone octet by octet. Pure, any thread. */
final class AnsiEscapes {
    private static final String LETTERS = "abeEfnrtv\\'\"?";
    private static final String CONTROLS = "\u0007\b\u001b\u001b\f\n\r\t\u000b\\'\"?";

    private final String text;
    private final boolean octets;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private AnsiEscapes(String text, boolean octets) {
        this.text = text;
        this.octets = octets;
    }

    /** @return one char an octet; an escape that is none stays */
    static String undo(String text) {
        return undo(text, false);
    }

    /** The same where the text is octets already. */
    static String undoOctets(String octets) {
        return undo(octets, true);
    }

    private static String undo(String text, boolean octets) {
        AnsiEscapes escapes = new AnsiEscapes(text, octets);
        while (escapes.at < text.length()) {
            escapes.step();
        }
        return escapes.out.toString();
    }

    private void step() {
        int backslash = text.indexOf('\\', at);
        if (backslash < 0 || backslash == text.length() - 1) {
            out.append(plain(text.substring(at)));
            at = text.length();
            return;
        }
        out.append(plain(text.substring(at, backslash)));
        at = backslash + 1;
        char c = text.charAt(at);
        int letter = LETTERS.indexOf(c);
        if (letter >= 0) {
            at++;
            out.append(CONTROLS.charAt(letter));
        } else if (c >= '0' && c <= '7') {
            out.append((char) (number(8, 3) & 0xff));
        } else if (c == 'x') {
            hex();
        } else if (c == 'u' || c == 'U') {
            unicode(c == 'u' ? 4 : 8);
        } else if (c == 'c' && at + 1 < text.length()) {
            out.append((char) (Character.toUpperCase(text.charAt(at + 1)) ^ 0x40));
            at += 2;
        } else {
            out.append('\\');
        }
    }

    private String plain(String part) {
        return octets ? part : Octets.of(part);
    }

    private void hex() {
        at++;
        if (digits(16, 2) == 0) {
            out.append("\\x");
        } else {
            out.append((char) number(16, 2));
        }
    }

    private void unicode(int most) {
        char letter = text.charAt(at++);
        if (digits(16, most) == 0) {
            out.append('\\').append(letter);
            return;
        }
        int c = number(16, most);
        if (Character.isHighSurrogate((char) c) && c < 0x10000 && text.startsWith("\\u", at)) {
            at += 2;
            int low = number(16, 4);
            c = Character.toCodePoint((char) c, (char) low);
        }
        out.append(Character.isValidCodePoint(c) ? Octets.of(c) : "?");
    }

    private int digits(int radix, int most) {
        int n = 0;
        while (n < most && at + n < text.length() && Character.digit(text.charAt(at + n), radix) >= 0) {
            n++;
        }
        return n;
    }

    private int number(int radix, int most) {
        int n = digits(radix, most);
        int value = n == 0 ? 0 : (int) Long.parseLong(text.substring(at, at + n), radix);
        at += n;
        return value;
    }
}
