package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One member of Cache-Status (RFC 9211 §2): a cache and its parameters. Immutable, any thread.
 *
 * @param wellFormed whether the line follows RFC 9651
 */
record CacheStatusMember(String name, Map<String, String> parameters, Evidence words, boolean wellFormed) {
    private static final String OURS = "hopscope";
    /** A parameter that stands where a cache should: a comma was written for a semicolon. */
    private static final Pattern PARAMETER = Pattern.compile("(fwd|ttl|fwd-status|key|detail|stored|collapsed)=.*");

    /** The members of all lines, in order. @param ours whether those of Hopscope, or all others */
    static List<CacheStatusMember> of(Reading reading, boolean ours) {
        List<CacheStatusMember> members = new ArrayList<>();
        for (Evidence line : reading.lines("Cache-Status")) {
            read(line, members);
        }
        members.removeIf(m -> m.name.equalsIgnoreCase(OURS) != ours);
        return members;
    }

    private static void read(Evidence line, List<CacheStatusMember> into) {
        StructuredList.parse(line.value())
                .ifPresentOrElse(
                        list -> list.forEach(m -> into.add(
                                new CacheStatusMember(m.name(), m.parameters(), line.part(m.from(), m.to()), true))),
                        () -> readAsMeant(line, into));
    }

    /** At commas and semicolons: what is wrong is most often a value that should have been quoted. */
    private static void readAsMeant(Evidence line, List<CacheStatusMember> into) {
        int start = 0;
        for (String member : line.value().split(",", -1)) {
            Map<String, String> parameters = new LinkedHashMap<>();
            String[] parts = member.split(";", -1);
            for (int i = 1; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                String key = (equals < 0 ? parts[i] : parts[i].substring(0, equals)).strip();
                parameters.put(
                        key.toLowerCase(Locale.ROOT), equals < 0 ? "?1" : unquoted(parts[i].substring(equals + 1)));
            }
            @Nullable CacheStatusMember before = into.isEmpty() ? null : into.getLast();
            if (before != null && PARAMETER.matcher(parts[0].strip()).matches()) {
                Map<String, String> more = new LinkedHashMap<>(before.parameters);
                int equals = parts[0].indexOf('=');
                more.put(parts[0].substring(0, equals).strip(), unquoted(parts[0].substring(equals + 1)));
                more.putAll(parameters);
                int to = start + member.length();
                into.set(
                        into.size() - 1,
                        new CacheStatusMember(
                                before.name, more, line.part(before.words.from() - line.from(), to), false));
            } else if (!member.isBlank()) {
                into.add(new CacheStatusMember(
                        unquoted(parts[0]), parameters, line.part(start, start + member.length()), false));
            }
            start += member.length() + 1;
        }
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }

    CacheMark mark(CacheVendor vendor) {
        return CacheMark.of(vendor, state(), words)
                .fact(Fact.Kind.FORWARDED, value("fwd"))
                .fact(Fact.Kind.FORWARD_STATUS, value("fwd-status"))
                .fact(Fact.Kind.TTL, value("ttl"))
                .fact(Fact.Kind.STORED, has("stored") ? "yes" : parameters.containsKey("stored") ? "no" : "")
                .fact(Fact.Kind.KEY, value("key"))
                .fact(Fact.Kind.DETAIL, value("detail"))
                .quirkIf(has("hit") && !value("fwd").isEmpty(), Quirk.HIT_AND_FORWARDED)
                .quirkIf(!wellFormed, Quirk.MALFORMED);
    }

    private CacheState state() {
        String forwarded = value("fwd");
        if (has("hit")) {
            boolean stale = value("ttl").startsWith("-") || forwarded.equals("stale");
            return stale ? CacheState.STALE : CacheState.HIT;
        }
        if (has("collapsed")) {
            return CacheState.COLLAPSED;
        }
        return switch (forwarded) {
            case "miss", "uri-miss", "vary-miss", "partial" -> CacheState.MISS;
            case "stale" -> value("fwd-status").equals("304") ? CacheState.REVALIDATED : CacheState.EXPIRED;
            // asked by the client's wish, the origin said that the copy holds
            case "request" -> value("fwd-status").equals("304") ? CacheState.REVALIDATED : CacheState.BYPASS;
            case "bypass", "method" -> CacheState.BYPASS;
            default -> CacheState.UNKNOWN;
        };
    }

    private boolean has(String key) {
        return value(key).equals("?1");
    }

    private String value(String key) {
        return parameters.getOrDefault(key, "");
    }
}
