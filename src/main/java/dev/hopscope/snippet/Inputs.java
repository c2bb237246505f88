package dev.hopscope.snippet;

/** What may be typed into an {@link Environment}; pure functions; quotes nothing. */
final class Inputs {
    private Inputs() {}

    /**
     * The text itself, refused where it holds a control character: no format could hold a line end or NUL without
     * becoming another text.
     *
     * @param what the name of the input, at the start of a sentence
     * @throws IllegalArgumentException in words
     */
    static String text(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                throw new IllegalArgumentException(
                        what + " holds " + named(c) + ", which ends or changes a line. Take it out.");
            }
            if (Character.isSurrogate(c) && !pair(text, i)) {
                throw new IllegalArgumentException(what + " holds half a character (an unpaired surrogate).");
            }
        }
        return text;
    }

    private static boolean pair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String named(char c) {
        return switch (c) {
            case '\r' -> "a carriage return (CR)";
            case '\n' -> "a line feed (LF)";
            case '\0' -> "a NUL character";
            default -> "a control character (U+%04X)".formatted((int) c);
        };
    }

    /**
     * A host name: letters and digits of any script, hyphen, underscore, dots between labels.
     *
     * @throws IllegalArgumentException in words
     */
    static String hostName(String what, String name) {
        text(what, name);
        if (name.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty.");
        }
        name.codePoints().filter(c -> !inName(c)).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException(
                    what + " '" + name + "' holds '" + Character.toString(c) + "', which no host name has.");
        });
        if (name.startsWith(".") || name.contains("..") || name.equals(".")) {
            throw new IllegalArgumentException(what + " '" + name + "' has an empty label.");
        }
        return name;
    }

    private static boolean inName(int c) {
        return Character.isLetterOrDigit(c)
                || c == '-'
                || c == '_'
                || c == '.'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /**
     * A port.
     *
     * @throws IllegalArgumentException in words
     */
    static int port(String what, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(what + " " + port + " is no port: 1 to 65535.");
        }
        return port;
    }

    /**
     * A port in digits.
     *
     * @throws IllegalArgumentException in words
     */
    static int port(String what, String digits) {
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(what + " '" + digits + "' is no port: 1 to 65535.");
        }
        return port(what, Integer.parseInt(digits));
    }
}
