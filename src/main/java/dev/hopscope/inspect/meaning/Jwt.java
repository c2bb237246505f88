package dev.hopscope.inspect.meaning;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON Web Token (RFC 7519), opened without checking its signature: what it claims, not whether that is true. Pure, any thread. */
final class Jwt {
    private static final Pattern SHAPE = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final Map<String, String> CLAIMS = Map.ofEntries(
            Map.entry("iss", "who issued it"),
            Map.entry("sub", "whom it speaks of"),
            Map.entry("aud", "whom it is meant for"),
            Map.entry("jti", "its number"),
            Map.entry("scope", "what it allows"),
            Map.entry("scp", "what it allows"),
            Map.entry("azp", "the client it was issued to"),
            Map.entry("client_id", "the client it was issued to"),
            Map.entry("nonce", "ties it to one log-in"),
            Map.entry("sid", "the session"),
            Map.entry("email", "an e-mail address"),
            Map.entry("name", "a name"),
            Map.entry("roles", "roles of the user"),
            Map.entry("groups", "groups of the user"),
            Map.entry("cnf", "the key its bearer must prove to have"));
    private static final Set<String> TIMES = Set.of("exp", "iat", "nbf", "auth_time", "updated_at");

    private Jwt() {}

    static boolean looksLike(String text) {
        return text.length() <= FieldDecoders.LONGEST && SHAPE.matcher(text).matches();
    }

    /** Says what the token claims; that it cannot be read where it is none after all. */
    static void decode(String token, Setting setting, Parts out) {
        String[] pieces = token.split("\\.", -1);
        JsonObject head = json(pieces[0]);
        JsonObject claims = pieces.length > 1 ? json(pieces[1]) : null;
        if (head == null || claims == null) {
            out.add("", "Looks like a JSON Web Token, but its parts are not JSON.");
            return;
        }
        out.add("", "A JSON Web Token (RFC 7519). Its signature is not checked here.");
        String algorithm = string(head, "alg");
        if (algorithm.equalsIgnoreCase("none")) {
            out.fault("alg: none", "It is not signed: anybody can write such a token.");
        } else {
            out.add("alg: " + algorithm, algorithm(algorithm));
        }
        if (head.has("kid")) {
            out.add("kid: " + string(head, "kid"), "the key it is signed with");
        }
        for (Map.Entry<String, JsonElement> claim : claims.entrySet()) {
            String text = claim.getKey() + ": " + text(claim.getValue());
            Instant time = TIMES.contains(claim.getKey()) ? time(claim.getValue()) : null;
            if (time != null) {
                time(claim.getKey(), text, time, setting, out);
            } else {
                out.add(text, CLAIMS.getOrDefault(claim.getKey(), "a claim of the issuer's own"));
            }
        }
        if (!claims.has("exp")) {
            out.advice(
                    "", "It has no exp: it holds for ever, unless whoever reads it keeps a list of those given back.");
        }
    }

    private static void time(String key, String text, Instant time, Setting setting, Parts out) {
        String when = HttpDate.shown(time) + ", " + Spans.from(setting.at(), time) + " this exchange";
        switch (key) {
            case "exp" -> {
                if (time.isAfter(setting.at())) {
                    out.add(text, "holds until " + when);
                } else {
                    out.fault(text, "ended " + when + ": it should be refused");
                }
            }
            case "nbf" -> {
                if (time.isAfter(setting.at().plusSeconds(60))) {
                    out.fault(text, "holds from " + when + ": too early yet");
                } else {
                    out.add(text, "holds from " + when);
                }
            }
            case "iat" -> out.add(text, "issued " + when);
            case "auth_time" -> out.add(text, "logged in " + when);
            default -> out.add(text, when);
        }
    }

    private static String algorithm(String name) {
        if (name.startsWith("HS")) {
            return "signed with a secret that both sides share";
        }
        return name.isEmpty()
                ? "the algorithm is not named"
                : "signed with a private key; anybody with the public one can check it";
    }

    private static @Nullable Instant time(JsonElement value) {
        try {
            return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()
                    ? Instant.ofEpochSecond(Math.min(
                            253_402_300_799L,
                            Math.max(0, value.getAsBigDecimal().longValue())))
                    : null;
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    private static String string(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value == null ? "" : text(value);
    }

    private static String text(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsJsonPrimitive().getAsString() : value.toString();
    }

    private static @Nullable JsonObject json(String encoded) {
        try {
            JsonElement read =
                    JsonParser.parseString(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
            return read.isJsonObject() ? read.getAsJsonObject() : null;
        } catch (IllegalArgumentException | JsonParseException e) {
            return null;
        }
    }
}
