package dev.hopscope.snippet.quote;

/** Text that no format takes for anything but itself; pure. Non-ASCII letters are not among it. */
final class Plain {
    private Plain() {}

    /** Letters, digits and {@code % + , - . / : @ _}, at least one, none of them at the start but letters, digits and / . _ */
    static boolean word(String text) {
        if (text.isEmpty() || "%+,-:@".indexOf(text.charAt(0)) >= 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || "%+,-./:@_".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }
}
