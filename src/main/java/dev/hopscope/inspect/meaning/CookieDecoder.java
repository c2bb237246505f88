package dev.hopscope.inspect.meaning;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Cookie (RFC 6265 §5.4): each pair, and what its name promises. Any thread. Cannot know the attributes: they are not sent back. */
final class CookieDecoder implements FieldDecoder {
    /** Many servers read no line longer than this. */
    private static final int LONG_LINE = 8 << 10;

    @Override
    public Set<String> names() {
        return Set.of("cookie");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        Set<String> seen = new HashSet<>();
        for (String text : value.split(";", -1)) {
            String pair = text.strip();
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = equals < 0 ? "" : pair.substring(0, equals).strip();
            String content = equals < 0 ? pair : pair.substring(equals + 1).strip();
            out.add(pair, words(key, content));
            if (!key.isEmpty() && !seen.add(key)) {
                out.advice(key, "Comes twice: set for two paths or domains. Servers differ in which one they read.");
            }
            if (Jwt.looksLike(content)) {
                Jwt.decode(content, setting, out);
            }
        }
        if (value.length() > LONG_LINE) {
            out.advice(
                    "",
                    "The line has " + value.length() + " characters; many servers refuse one above " + LONG_LINE
                            + " with 431 or 400.");
        }
    }

    private static String words(String key, String content) {
        StringBuilder words = new StringBuilder();
        if (key.startsWith("__Host-")) {
            words.append("set by this very host over https, for all its paths; ");
        } else if (key.startsWith("__Secure-")) {
            words.append("set over https; ");
        } else if (key.isEmpty()) {
            words.append("a cookie without a name; ");
        }
        words.append(content.length()).append(content.length() == 1 ? " character" : " characters");
        String plain = Percent.decode(content, StandardCharsets.UTF_8);
        if (!plain.equals(content)) {
            words.append(", percent-encoded: ").append(plain);
        }
        return words.toString();
    }
}
