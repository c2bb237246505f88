package dev.hopscope.inspect.meaning;

import java.util.Locale;
import java.util.Set;

/** WWW-Authenticate and Proxy-Authenticate (RFC 9110 §11.6.1): each challenge with its parameters. Any thread. */
final class ChallengeDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("www-authenticate", "proxy-authenticate", "optional-www-authenticate");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        boolean any = false;
        for (String text : Syntax.split(value, ',')) {
            String member = text;
            int blank = member.indexOf(' ');
            int equals = member.indexOf('=');
            boolean challenge = equals < 0 || (blank > 0 && blank < equals && member.charAt(equals - 1) != ' ');
            if (challenge) {
                String scheme = blank < 0 ? member : member.substring(0, blank);
                out.add(scheme, scheme(scheme));
                any = true;
                member = blank < 0 ? "" : member.substring(blank + 1).strip();
            }
            if (!member.isEmpty()) {
                parameter(Syntax.pair(member), out);
            }
        }
        if (!any) {
            out.fault("", "No scheme is named: a client cannot know how to log in.");
        }
    }

    private static String scheme(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "basic" -> "name and password; the browser asks for them (RFC 7617)";
            case "bearer" -> "a token (RFC 6750)";
            case "digest" -> "a checksum over the password (RFC 7616)";
            case "negotiate" -> "Kerberos or NTLM, whichever both know (RFC 4559)";
            case "ntlm" -> "NTLM of Windows";
            case "dpop" -> "a token that is bound to a key (RFC 9449)";
            default -> "a scheme Hopscope has no words for";
        };
    }

    private static void parameter(Syntax.Pair pair, Parts out) {
        if (!pair.valued()) {
            out.add(pair.text(), "a message of the scheme, " + pair.text().length() + " characters");
            return;
        }
        out.add(
                pair.text(),
                switch (pair.key()) {
                    case "realm" -> "the area a log-in is good for";
                    case "charset" -> "the encoding name and password are to be sent in";
                    case "scope" -> "what the token has to allow";
                    case "error" -> error(pair.value());
                    case "error_description" -> "why, in the server's words";
                    case "nonce" -> "a random value to make the proof with";
                    case "opaque" -> "to be sent back as it is";
                    case "stale" ->
                        pair.value().equalsIgnoreCase("true")
                                ? "only the nonce is too old: try again with the new one"
                                : "name or password do not hold";
                    case "algorithm" -> "how the proof is to be made";
                    case "qop" -> "what the proof has to cover";
                    case "domain" -> "the addresses the log-in is good for";
                    case "resource_metadata" -> "where it is described how to get a token (RFC 9728)";
                    default -> "";
                });
    }

    private static String error(String code) {
        return switch (code) {
            case "invalid_token" -> "the token is too old, was taken back, or is wrong";
            case "insufficient_scope" -> "the token holds, but does not allow this";
            case "invalid_request" -> "the request is not in the form the scheme needs";
            default -> "what went wrong";
        };
    }
}
