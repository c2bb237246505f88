package dev.hopscope.inspect.meaning;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Set-Cookie as browsers read it (RFC 6265 §5.2 and its revision, draft-ietf-httpbis-rfc6265bis): attributes, lifetime, and why it would be refused. Any
 * thread. Does not know the list of public suffixes.
 */
final class SetCookieDecoder implements FieldDecoder {
    /** Name and value together (rfc6265bis §5.6). */
    private static final int MOST = 4096;

    /** An attribute's value; a longer one is ignored. */
    private static final int MOST_ATTRIBUTE = 1024;

    private static final long LONGEST_LIFE = Duration.ofDays(400).toSeconds();
    private static final Pattern SECRET = Pattern.compile("(?i).*(sess|^sid$|_sid|token|auth|jwt|login).*");

    /** The attributes as a browser keeps them: the last one of a name counts. */
    private record Cookie(String name, String value, Map<String, String> attributes) {
        boolean has(String key) {
            return attributes.containsKey(key);
        }

        String get(String key) {
            return attributes.getOrDefault(key, "");
        }
    }

    @Override
    public Set<String> names() {
        return Set.of("set-cookie");
    }

    @Override
    public void decode(String field, String value, Setting setting, Parts out) {
        String[] pieces = value.split(";", -1);
        int equals = pieces[0].indexOf('=');
        String name = equals < 0 ? "" : pieces[0].substring(0, equals).strip();
        String content = (equals < 0 ? pieces[0] : pieces[0].substring(equals + 1)).strip();
        out.add(
                pieces[0].strip(),
                name.isEmpty() ? "a cookie without a name" : "name and value: " + content.length() + " characters");
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; i < pieces.length; i++) {
            Syntax.Pair pair = Syntax.pair(pieces[i].strip());
            if (pair.text().isEmpty()) {
                continue;
            }
            attribute(pair, setting, out);
            if (pair.value().length() <= MOST_ATTRIBUTE) {
                attributes.put(pair.key(), pair.value());
            }
        }
        Cookie cookie = new Cookie(name, content, attributes);
        lifetime(cookie, setting, out);
        refusals(cookie, setting, out);
        weaknesses(cookie, setting, out);
        if (Jwt.looksLike(content)) {
            Jwt.decode(content, setting, out);
        }
    }

    private static void attribute(Syntax.Pair pair, Setting setting, Parts out) {
        if (pair.value().length() > MOST_ATTRIBUTE) {
            out.fault(pair.text(), "Longer than " + MOST_ATTRIBUTE + " characters: browsers ignore it.");
            return;
        }
        switch (pair.key()) {
            case "expires" -> {
                Instant until = HttpDate.parse(pair.value());
                if (until == null) {
                    out.fault(pair.text(), "Not a date a browser can read: ignored.");
                } else {
                    out.add(pair.text(), "until " + HttpDate.shown(until));
                }
            }
            case "max-age" -> {
                if (pair.value().matches("-?\\d+")) {
                    boolean ended = pair.value().startsWith("-") || Spans.seconds(pair.value()) == 0;
                    out.add(
                            pair.text(),
                            ended ? "ends at once" : "for " + Spans.words(Spans.seconds(pair.value())) + " from now");
                } else {
                    out.fault(pair.text(), "Not a number of seconds: ignored.");
                }
            }
            case "domain" ->
                out.add(
                        pair.text(),
                        pair.value().isEmpty()
                                ? "empty: for this host alone"
                                : "for this domain and all hosts below it, not only for the host that sets it");
            case "path" -> {
                if (pair.value().startsWith("/")) {
                    out.add(
                            pair.text(),
                            pair.value().equals("/") ? "for all paths" : "for this path and those below it");
                } else {
                    out.fault(
                            pair.text(), "Does not begin with a slash: browsers take the path of the request instead.");
                }
            }
            case "secure" -> out.add(pair.text(), "sent back over https only");
            case "httponly" -> out.add(pair.text(), "hidden from the scripts of the page");
            case "samesite" -> sameSite(pair, out);
            case "partitioned" -> out.add(pair.text(), "kept apart for each site whose page it is embedded in (CHIPS)");
            case "priority" -> out.add(pair.text(), "Chromium only: which cookies go first when there are too many");
            case "version", "comment", "port", "discard", "commenturl" ->
                out.advice(pair.text(), "From abandoned kinds of cookies: ignored.");
            default -> out.advice(pair.text(), "Not an attribute browsers know: ignored.");
        }
    }

    private static void sameSite(Syntax.Pair pair, Parts out) {
        switch (pair.value().toLowerCase(Locale.ROOT)) {
            case "strict" -> out.add(pair.text(), "sent only with requests from pages of this same site");
            case "lax" ->
                out.add(
                        pair.text(),
                        "sent from pages of this site, and when a link elsewhere leads here; not with posts, "
                                + "frames or scripts of other sites");
            case "none" -> out.add(pair.text(), "sent with requests from pages of any site");
            default ->
                out.fault(pair.text(), "Strict, Lax and None are the only values: browsers act as if it were absent.");
        }
    }

    private static void lifetime(Cookie cookie, Setting setting, Parts out) {
        String maxAge = cookie.get("max-age");
        Instant expires = cookie.has("expires") ? HttpDate.parse(cookie.get("expires")) : null;
        if (maxAge.matches("-?\\d+")) {
            if (expires != null) {
                out.add("", "Max-Age wins over Expires.");
            }
            life(maxAge.startsWith("-") ? 0 : Spans.seconds(maxAge), out);
        } else if (expires != null) {
            life(Math.max(0, Duration.between(setting.at(), expires).getSeconds()), out);
        } else {
            out.add(
                    "",
                    "Without Max-Age or Expires: it is kept until the browser closes, or longer where the browser "
                            + "opens its last pages again.");
        }
    }

    private static void life(long seconds, Parts out) {
        if (seconds == 0) {
            out.add("", "Its end lies in the past: it deletes the cookie of this name, domain and path.");
        } else if (seconds > LONGEST_LIFE) {
            out.advice(
                    "", "Lives " + Spans.words(seconds) + " by its own word; browsers keep a cookie 400 days at most.");
        } else {
            out.add("", "Lives " + Spans.words(seconds) + " from this response on.");
        }
    }

    private static void refusals(Cookie cookie, Setting setting, Parts out) {
        int size = cookie.name().length() + cookie.value().length();
        if (cookie.name().isEmpty() && cookie.value().isEmpty()) {
            out.fault("", "Browsers refuse it: name and value are both empty.");
        }
        if (size > MOST) {
            out.fault(
                    "",
                    "Browsers refuse it: name and value have " + size + " bytes together, " + MOST + " are the most.");
        }
        if (control(cookie.name()) || control(cookie.value())) {
            out.fault("", "Browsers refuse it: it holds a control character.");
        }
        boolean secure = cookie.has("secure");
        if (cookie.get("samesite").equalsIgnoreCase("none") && !secure) {
            out.fault("SameSite", "Browsers refuse it: SameSite=None needs Secure beside it.");
        }
        if (cookie.has("partitioned") && !secure) {
            out.fault("Partitioned", "Browsers refuse it: Partitioned needs Secure beside it.");
        }
        if (secure && setting.origin() != null && !setting.secure()) {
            out.fault(
                    "Secure",
                    "Browsers refuse it: Secure cookies cannot be set over plain http, except by localhost in some.");
        }
        prefixes(cookie, setting, out);
        String mismatch = domain(cookie, setting);
        if (mismatch != null) {
            out.fault("Domain", mismatch);
        }
    }

    private static void prefixes(Cookie cookie, Setting setting, Parts out) {
        String lower = cookie.name().toLowerCase(Locale.ROOT);
        boolean host = lower.startsWith("__host-");
        if (!host && !lower.startsWith("__secure-")) {
            return;
        }
        String prefix = host ? "__Host-" : "__Secure-";
        if (!cookie.has("secure")) {
            out.fault(prefix, "Browsers refuse it: a name with " + prefix + " needs Secure.");
        } else if (setting.origin() != null && !setting.secure()) {
            out.fault(prefix, "Browsers refuse it: a name with " + prefix + " can be set over https only.");
        }
        if (host && !cookie.get("domain").isEmpty()) {
            out.fault(prefix, "Browsers refuse it: a name with __Host- may not have a Domain.");
        }
        if (host && !cookie.get("path").equals("/")) {
            out.fault(prefix, "Browsers refuse it: a name with __Host- needs Path=/.");
        }
    }

    /** Why Domain keeps the cookie from being accepted, or null (RFC 6265 §5.3 and §5.1.3). */
    private static @Nullable String domain(Cookie cookie, Setting setting) {
        String domain = cookie.get("domain").toLowerCase(Locale.ROOT);
        domain = domain.startsWith(".") ? domain.substring(1) : domain;
        if (domain.isEmpty() || setting.origin() == null) {
            return null;
        }
        String host = setting.origin().host().toLowerCase(Locale.ROOT);
        if (host.equals(domain)) {
            return null;
        }
        if (host.indexOf(':') >= 0 || host.matches("[\\d.]+")) {
            return "Browsers refuse it: " + host + " is an address, and an address has no domain above it.";
        }
        if (!host.endsWith("." + domain)) {
            return "Browsers refuse it: " + host + " does not belong to " + domain + ".";
        }
        return domain.indexOf('.') < 0
                ? "Browsers refuse it: " + domain + " is a whole top-level domain, where anybody may have a host."
                : null;
    }

    private static void weaknesses(Cookie cookie, Setting setting, Parts out) {
        boolean secret = SECRET.matcher(Parts.cut(cookie.name(), 200)).matches();
        if (!cookie.has("secure") && setting.secure() && !cookie.get("samesite").equalsIgnoreCase("none")) {
            out.advice("", "Without Secure it also goes out over plain http, where anybody on the way can read it.");
        }
        if (secret && !cookie.has("httponly")) {
            out.advice("", "Without HttpOnly any script of the page can read it; its name looks like a secret.");
        }
        if (!cookie.has("samesite")) {
            out.add("", "Without SameSite Chromium acts as if it were Lax; other browsers send it from any site.");
        }
    }

    private static boolean control(String text) {
        return text.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f);
    }
}
