package dev.hopscope.inspect.meaning;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Undoes percent-encoding (RFC 3986 §2.1). Pure, any thread. Leaves what is no code as it stands. */
final class Percent {
    private Percent() {}

    static String decode(String text, Charset charset) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                out.write(16 * high + low);
                i += 2;
            } else {
                out.writeBytes(Character.toString(c).getBytes(charset));
            }
        }
        return out.toString(charset);
    }
}
