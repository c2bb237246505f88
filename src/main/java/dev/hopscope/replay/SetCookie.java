package dev.hopscope.replay;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Origin;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as a user agent stores it (RFC 6265 §5.3). Immutable. Without a list of public suffixes: only domains of a single label are refused.
 *
 * @param domain lower case, without a leading dot
 * @param hostOnly whether only this host gets it
 * @param expires null for the end of the session
 * @param from the exchange whose response set it
 */
record SetCookie(
        String name,
        String value,
        String domain,
        boolean hostOnly,
        String path,
        boolean secure,
        @Nullable Instant expires,
        ExchangeId from) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\D.*)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:\\D.*)?");
    private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(?:\\D.*)?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** What a mutable reading of the attributes gathers. */
    private static final class Attributes {
        private String domain = "";
        private String path = "";
        private boolean secure;
        private @Nullable Instant expires;
        private @Nullable Instant maxAge;
    }

    /**
     * Reads a field value (RFC 6265 §5.2).
     *
     * @param origin who set it
     * @param target what it was asked for, in origin form
     * @return null where it is to be ignored
     */
    static @Nullable SetCookie read(String field, Origin origin, String target, Instant now, ExchangeId from) {
        String[] parts = field.split(";", -1);
        int equals = parts[0].indexOf('=');
        String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
        if (name.isEmpty()) {
            return null;
        }
        Attributes a = new Attributes();
        for (int i = 1; i < parts.length; i++) {
            attribute(parts[i], a, now);
        }
        String host = origin.host().toLowerCase(Locale.ROOT);
        boolean hostOnly = a.domain.isEmpty() || a.domain.equals(host) && a.domain.indexOf('.') < 0;
        if (!hostOnly && (!matches(host, a.domain) || a.domain.indexOf('.') < 0)) {
            return null;
        }
        String path = a.path.startsWith("/") ? a.path : defaultPath(target);
        boolean kept = !(name.startsWith("__Secure-") && !a.secure)
                && !(name.startsWith("__Host-") && !(a.secure && a.domain.isEmpty() && path.equals("/")));
        return kept
                ? new SetCookie(
                        name,
                        parts[0].substring(equals + 1).strip(),
                        hostOnly ? host : a.domain,
                        hostOnly,
                        path,
                        a.secure,
                        a.maxAge != null ? a.maxAge : a.expires,
                        from)
                : null;
    }

    private static void attribute(String part, Attributes a, Instant now) {
        int equals = part.indexOf('=');
        String name = (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : part.substring(equals + 1).strip();
        switch (name) {
            case "domain" -> a.domain = value.replaceFirst("^\\.", "").toLowerCase(Locale.ROOT);
            case "path" -> a.path = value;
            case "secure" -> a.secure = true;
            case "max-age" -> {
                if (value.matches("-?[0-9]{1,18}")) {
                    long seconds = Long.parseLong(value);
                    a.maxAge = seconds <= 0 ? Instant.MIN : now.plusSeconds(Math.min(seconds, 10_000_000_000L));
                }
            }
            case "expires" -> {
                Instant date = date(value);
                a.expires = date == null ? a.expires : date;
            }
            default -> {} // HttpOnly and SameSite keep no request of Hopscope from having it
        }
    }

    /** RFC 6265 §5.1.1; null for no date. */
    static @Nullable Instant date(String text) {
        int hour = -1;
        int minute = 0;
        int second = 0;
        int day = -1;
        int month = -1;
        int year = -1;
        for (String token : text.split("[\\t\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+")) {
            Matcher time = TIME.matcher(token);
            Matcher dayOf = DAY.matcher(token);
            Matcher yearOf = YEAR.matcher(token);
            int named = token.length() < 3
                    ? -1
                    : MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT));
            if (hour < 0 && time.matches()) {
                hour = Integer.parseInt(time.group(1));
                minute = Integer.parseInt(time.group(2));
                second = Integer.parseInt(time.group(3));
            } else if (day < 0 && dayOf.matches()) {
                day = Integer.parseInt(dayOf.group(1));
            } else if (month < 0 && named >= 0) {
                month = named + 1;
            } else if (year < 0 && yearOf.matches()) {
                year = Integer.parseInt(yearOf.group(1));
            }
        }
        int full = year >= 70 && year <= 99 ? year + 1900 : year >= 0 && year <= 69 ? year + 2000 : year;
        try {
            return hour < 0 || day < 0 || month < 0 || full < 1601
                    ? null
                    : ZonedDateTime.of(full, month, day, hour, minute, second, 0, ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** RFC 6265 §5.1.4. */
    private static String defaultPath(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        int last = path.lastIndexOf('/');
        return !path.startsWith("/") || last == 0 ? "/" : path.substring(0, last);
    }

    /** RFC 6265 §5.1.3. */
    private static boolean matches(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain) && !host.matches("[0-9.]+") && host.indexOf(':') < 0;
    }

    /** Whether it replaces another when it is stored (RFC 6265 §5.3, step 11). */
    boolean same(SetCookie other) {
        return name.equals(other.name) && domain.equals(other.domain) && path.equals(other.path);
    }

    /** Whether it goes to a target (RFC 6265 §5.4). */
    boolean goesTo(Origin origin, String target) {
        String host = origin.host().toLowerCase(Locale.ROOT);
        int query = target.indexOf('?');
        String asked = query < 0 ? target : target.substring(0, query);
        boolean below = asked.equals(path)
                || asked.startsWith(path) && (path.endsWith("/") || asked.charAt(path.length()) == '/');
        return (hostOnly ? host.equals(domain) : matches(host, domain)) && below && (!secure || origin.secure());
    }

    boolean expired(Instant now) {
        return expires != null && !expires.isAfter(now);
    }
}
