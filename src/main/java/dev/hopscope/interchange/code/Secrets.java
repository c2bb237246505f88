package dev.hopscope.interchange.code;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request with its tokens, passwords and cookies replaced by {@code ***}; pure, any thread. Does not look into bodies other than forms and JSON. */
public final class Secrets {
    private static final String MASK = SecretText.MASK;

    /** What may stay of a field with credentials (RFC 9110 §11.4): any other first word may be one. */
    private static final Set<String> SCHEMES = Set.of(
            "basic",
            "bearer",
            "digest",
            "negotiate",
            "ntlm",
            "dpop",
            "token",
            "oauth",
            "hawk",
            "hoba",
            "mutual",
            "gnap",
            "vapid",
            "apikey",
            "signature",
            "sharedkey",
            "scram-sha-256",
            "aws4-hmac-sha256",
            "aws4-ecdsa-p256-sha256");

    private Secrets() {}

    /** The same request without its secrets. */
    public static RequestDraft masked(RequestDraft draft) {
        Headers.Builder headers = Headers.builder();
        draft.headers().forEach(field -> headers.add(field.name(), value(field)));
        return draft.withTarget(SecretText.target(draft.target()))
                .withHeaders(headers.build())
                .withBody(body(draft.body(), draft.headers().first("Content-Type")));
    }

    /** Whether secrets in the body of this type are found. */
    static boolean readable(RequestDraft draft) {
        String type = draft.headers().first("Content-Type");
        return draft.body().isEmpty()
                || type != null && (form(type) || json(type)) && draft.body().text() != null;
    }

    private static String value(Header field) {
        String value = field.value();
        if (field.name().toLowerCase(Locale.ROOT).endsWith("cookie")) {
            return Stream.of(value.split(";", -1)).map(Secrets::crumb).collect(Collectors.joining(";"));
        }
        if (field.is("Authorization") || field.is("Proxy-Authorization")) {
            int space = value.indexOf(' ');
            return space > 0 && SCHEMES.contains(value.substring(0, space).toLowerCase(Locale.ROOT))
                    ? value.substring(0, space + 1) + MASK
                    : MASK;
        }
        return SecretNames.field(field.name(), value) ? MASK : SecretText.text(value);
    }

    /** One cookie: its name stays where it surely is one (a value alone may end with the = of base64). */
    private static String crumb(String crumb) {
        String cookie = crumb.strip();
        if (cookie.isEmpty()) {
            return crumb;
        }
        int equals = cookie.indexOf('=');
        boolean named = equals >= 0 && cookie.substring(equals).chars().anyMatch(c -> c != '=');
        return crumb.substring(0, crumb.indexOf(cookie)) + (named ? cookie.substring(0, equals + 1) : "") + MASK;
    }

    private static Content body(Content body, @Nullable String type) {
        String text = body.text();
        if (type == null || text == null) {
            return body;
        }
        if (form(type)) {
            return Content.of(SecretText.form(body.latin1()).getBytes(StandardCharsets.ISO_8859_1));
        }
        return json(type) ? Content.ofText(SecretJson.masked(text, SecretText.DEPTH)) : body;
    }

    private static boolean form(String type) {
        return type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
    }

    private static boolean json(String type) {
        String media = type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return media.endsWith("/json") || media.endsWith("+json") || media.endsWith("ndjson");
    }
}
