package dev.hopscope.snippet.quote;

/** A word of bash, zsh and ksh93 that holds any octet but NUL: within single quotes where all of it can be seen, else as ANSI-C string, in which neither a quote nor history's exclamation mark stands as itself; pure. */
public final class BashQuoting {
    private BashQuoting() {}

    /** @param octets one char an octet */
    public static String of(String octets) {
        if (octets.indexOf(0) >= 0) {
            throw new IllegalArgumentException("A word of a shell cannot hold NUL.");
        }
        return Escapes.visible(octets) ? ShQuoting.of(Escapes.utf8(octets)) : ansi(octets);
    }

    /** The format of the built-in printf that writes these octets, NUL too, as a word. */
    public static String printf(String octets) {
        StringBuilder format = new StringBuilder("'");
        for (char c : octets.toCharArray()) {
            boolean first = format.length() == 1;
            boolean plain = !(first && c == '-') && c >= ' ' && c < 0x7f && "%\\'!".indexOf(c) < 0;
            format.append(plain ? String.valueOf(c) : "\\%03o".formatted((int) c));
        }
        return format.append("'").toString();
    }

    private static String ansi(String octets) {
        String escaped = Escapes.octets(octets, "\\", Escapes::hex, true);
        return "$'" + escaped.replace("'", "\\x27").replace("!", "\\x21") + "'";
    }
}
