package dev.hopscope.inspect.meaning;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** Credentials (RFC 9110 §11.4): Basic and tokens opened, never checked. Any thread. */
final class AuthorizationDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("authorization", "proxy-authorization", "dpop", "x-amz-security-token", "x-api-key");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        if (name.equals("x-api-key") || name.equals("x-amz-security-token")) {
            out.add("", "A secret of " + value.length() + " characters.");
            plainText(setting, out);
            return;
        }
        if (name.equals("dpop")) {
            token(value.strip(), setting, out);
            return;
        }
        int blank = value.strip().indexOf(' ');
        String scheme = blank < 0 ? value.strip() : value.strip().substring(0, blank);
        String rest = blank < 0 ? "" : value.strip().substring(blank + 1).strip();
        switch (scheme.toLowerCase(Locale.ROOT)) {
            case "basic" -> basic(scheme, rest, out);
            case "bearer" -> {
                out.add(scheme, "whoever has this token may act with it (RFC 6750)");
                token(rest, setting, out);
            }
            case "dpop" -> {
                out.add(scheme, "an access token that is of use only with the key in the DPoP field (RFC 9449)");
                token(rest, setting, out);
            }
            case "digest" -> {
                out.add(
                        scheme,
                        "a checksum over password, nonce and address; the password itself is not sent (RFC 7616)");
                parameters(rest, out);
            }
            case "negotiate", "ntlm" -> negotiate(scheme, rest, out);
            case "aws4-hmac-sha256" -> {
                out.add(scheme, "a signature of Amazon's services; the secret itself is not sent");
                parameters(rest, out);
            }
            case "hoba", "mutual", "vapid", "scram-sha-1", "scram-sha-256", "gnap", "privatetoken", "concealed" -> {
                out.add(scheme, "a registered scheme");
                parameters(rest, out);
            }
            case "" -> out.fault("", "It is empty.");
            default -> {
                if (rest.isEmpty()) {
                    out.fault(
                            "",
                            "There is no scheme before the secret, such as Bearer: servers that are strict refuse it.");
                } else {
                    out.add(scheme, "not a scheme Hopscope knows, " + rest.length() + " characters follow");
                }
            }
        }
        plainText(setting, out);
    }

    private static void plainText(Setting setting, Parts out) {
        if (setting.origin() != null && !setting.secure()) {
            out.advice("", "It goes over plain http: anybody on the way can read it.");
        }
    }

    private static void basic(String scheme, String rest, Parts out) {
        out.add(scheme, "name and password, only encoded and not encrypted (RFC 7617)");
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(rest);
        } catch (IllegalArgumentException e) {
            out.fault(rest, "Not base64: it cannot be read.");
            return;
        }
        String text = text(bytes);
        int colon = text.indexOf(':');
        if (colon < 0) {
            out.fault(text, "There is no colon between name and password.");
        } else {
            out.add("user: " + text.substring(0, colon), "the name");
            out.add("password: " + text.substring(colon + 1), "the password");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static void token(String token, Setting setting, Parts out) {
        if (Jwt.looksLike(token)) {
            Jwt.decode(token, setting, out);
        } else if (token.isEmpty()) {
            out.fault("", "The token is missing.");
        } else {
            out.add("", "A token of " + token.length() + " characters that only its issuer can read.");
        }
    }

    private static void negotiate(String scheme, String rest, Parts out) {
        out.add(scheme, "a log-in of Windows or Kerberos, bound to this connection (RFC 4559)");
        if (rest.startsWith("TlRMTVNTUA")) {
            try {
                byte[] bytes = Base64.getDecoder().decode(rest);
                out.add("", "NTLM, message " + (bytes.length > 8 ? bytes[8] : 0) + " of 3.");
            } catch (IllegalArgumentException e) {
                out.fault("", "Begins like NTLM, but is not base64.");
            }
        } else if (rest.startsWith("YII")) {
            out.add("", "Most likely a ticket of Kerberos, " + rest.length() + " characters.");
        }
    }

    private static void parameters(String rest, Parts out) {
        for (String text : Syntax.split(rest, ',')) {
            Syntax.Pair pair = Syntax.pair(text);
            out.add(
                    text,
                    switch (pair.key()) {
                        case "username" -> "the name";
                        case "realm" -> "the area the name and password are for";
                        case "nonce" -> "the server's random value";
                        case "uri" -> "the address the checksum covers";
                        case "response", "signature" -> "the proof";
                        case "algorithm" -> "how the proof is made";
                        case "cnonce" -> "the client's random value";
                        case "nc" -> "how often this nonce was used";
                        case "qop" -> "what the proof covers";
                        case "credential" -> "key, day, region and service";
                        case "signedheaders" -> "the fields the signature covers";
                        default -> "";
                    });
        }
    }
}
