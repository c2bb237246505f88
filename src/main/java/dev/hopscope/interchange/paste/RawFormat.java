package dev.hopscope.interchange.paste;

import java.util.regex.Pattern;

/** How a raw HTTP request begins (RFC 9112 §3). Pure, any thread. */
final class RawFormat {
    private static final Pattern START = Pattern.compile(
            "\\s*[A-Za-z0-9!#$%&'*+.^_`|~-]+[ \\t]+\\S+[ \\t]+HTTP/[0-9](?:\\.[0-9])?[ \\t]*(?:\\r?\\n|$)");

    private RawFormat() {}

    static boolean startsLikeMessage(String text) {
        return START.matcher(text).lookingAt();
    }
}
