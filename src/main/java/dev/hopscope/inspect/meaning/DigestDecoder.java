package dev.hopscope.inspect.meaning;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Digest fields (RFC 9530, and the older RFC 3230): algorithm and length. Any thread. Does not compute a checksum. */
final class DigestDecoder implements FieldDecoder {
    private static final Map<String, Integer> LENGTHS =
            Map.of("sha-256", 32, "sha-512", 64, "md5", 16, "sha", 20, "adler", 4, "crc32c", 4, "unixsum", 2);
    private static final Set<String> BROKEN = Set.of("md5", "sha", "adler", "crc32c", "unixsum", "unixcksum");

    @Override
    public Set<String> names() {
        return Set.of("content-digest", "repr-digest", "digest");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        for (String text : Syntax.split(value, ',')) {
            int equals = text.indexOf('=');
            String algorithm =
                    (equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            String content = equals < 0 ? "" : text.substring(equals + 1).strip();
            boolean wrapped = content.length() > 1 && content.startsWith(":") && content.endsWith(":");
            if (!name.equals("digest") && !wrapped) {
                out.fault(text, "The checksum has to stand between colons.");
                continue;
            }
            int length = length(wrapped ? content.substring(1, content.length() - 1) : content);
            Integer expected = LENGTHS.get(algorithm);
            if (expected != null && length >= 0 && length != expected) {
                out.fault(text, "It has " + length + " bytes, and " + algorithm + " makes " + expected + ".");
            } else if (BROKEN.contains(algorithm)) {
                out.advice(text, algorithm + " finds damage, but not forgery.");
            } else {
                out.add(text, algorithm + (length < 0 ? "" : ", " + length + " bytes"));
            }
        }
    }

    private static int length(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
