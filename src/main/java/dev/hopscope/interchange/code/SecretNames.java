package dev.hopscope.interchange.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what a field, a parameter or a JSON member is called makes its value a secret: by its words, so that an author is no auth and max_tokens no token. Pure, any thread. */
final class SecretNames {
    private static final Set<String> ALWAYS = Set.of(
            "token",
            "secret",
            "secrets",
            "password",
            "passwords",
            "cookie",
            "cookies",
            "passwd",
            "pwd",
            "passphrase",
            "passcode",
            "jwt",
            "otp",
            "apikey",
            "credential",
            "credentials",
            "csrf",
            "xsrf",
            "signature",
            "assertion",
            "authorization",
            "authentication",
            "bearer",
            "sessionid",
            "phpsessid",
            "jsessionid",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "authtoken",
            "csrftoken",
            "csrfmiddlewaretoken",
            "authenticitytoken",
            "samlresponse",
            "sessiontoken",
            "accesskey",
            "secretkey",
            "privatekey");

    /** Behind a word of the others they make a name for something about a secret. */
    private static final Set<String> ABOUT = Set.of(
            "type",
            "name",
            "length",
            "len",
            "count",
            "counts",
            "size",
            "limit",
            "max",
            "min",
            "used",
            "usage",
            "expires",
            "expiry",
            "expiration",
            "expired",
            "age",
            "ttl",
            "url",
            "uri",
            "endpoint",
            "format",
            "version",
            "enabled",
            "required",
            "policy",
            "hint",
            "header",
            "headers",
            "param",
            "field",
            "algorithm",
            "alg",
            "method",
            "methods",
            "scope",
            "scopes",
            "scheme",
            "input",
            "budget",
            "strength",
            "valid",
            "status",
            "changed",
            "updated",
            "created",
            "at",
            "in");

    private static final Set<String> AMOUNT = Set.of("max", "min", "num", "total", "count", "per");

    private static final Set<String> OF_KEYS = Set.of(
            "api",
            "access",
            "private",
            "secret",
            "auth",
            "encryption",
            "signing",
            "subscription",
            "functions",
            "function",
            "license",
            "master",
            "shared",
            "account",
            "app",
            "service",
            "admin");

    private static final Set<String> OF_CODES = Set.of(
            "auth",
            "authorization",
            "device",
            "verification",
            "security",
            "sms",
            "mfa",
            "totp",
            "otp",
            "reset",
            "recovery",
            "pin",
            "login");

    /** Alone they may be a secret, or a word like others: the value decides. */
    private static final Set<String> PERHAPS =
            Set.of("key", "code", "sig", "sid", "pass", "pin", "auth", "session", "state", "nonce");

    private static final Pattern WORDS =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern RANDOM =
            Pattern.compile("(?<![\\w.~+/%=-])(?=[\\w.~+/%=-]*[0-9])(?=[\\w.~+/%=-]*[A-Za-z])[\\w.~+/%=-]{16,}");
    private static final Pattern HARMLESS = Pattern.compile("|true|false|null|yes|no|on|off|0|1");

    private SecretNames() {}

    /** @param value as written, maybe percent-encoded; {} for an array or object */
    static boolean secret(String name, String value) {
        if (HARMLESS.matcher(value).matches()) {
            return false;
        }
        List<String> words = words(name);
        for (int i = 0; i < words.size(); i++) {
            if (word(words, i) && words.subList(i + 1, words.size()).stream().noneMatch(ABOUT::contains)) {
                return true;
            }
        }
        return words.size() == 1 && PERHAPS.contains(words.getFirst()) && likely(words.getFirst(), value);
    }

    /** The same of a field of a header, where all that begins with auth holds credentials. */
    static boolean field(String name, String value) {
        if (secret(name, value)) {
            return true;
        }
        List<String> words = words(name);
        return !HARMLESS.matcher(value).matches()
                && words.stream().anyMatch(word -> word.startsWith("auth") && !word.startsWith("author"))
                && words.stream().noneMatch(ABOUT::contains);
    }

    private static List<String> words(String name) {
        return WORDS.splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean word(List<String> words, int at) {
        String word = words.get(at);
        String before = at == 0 ? "" : words.get(at - 1);
        boolean last = at == words.size() - 1;
        return switch (word) {
            case "key" -> OF_KEYS.contains(before);
            case "code" -> OF_CODES.contains(before);
            case "verifier" -> before.equals("code");
            case "session" ->
                last && at > 0 || !last && Set.of("id", "token", "key").contains(words.get(at + 1));
            case "sid", "sig", "pin", "pass", "auth" -> last && at > 0;
            default -> ALWAYS.contains(word) && !AMOUNT.contains(before);
        };
    }

    private static boolean likely(String word, String value) {
        return switch (word) {
            case "key", "code", "state", "nonce" -> RANDOM.matcher(value).find();
            default -> true;
        };
    }
}
