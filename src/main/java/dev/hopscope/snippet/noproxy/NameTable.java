package dev.hopscope.snippet.noproxy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names and their addresses as a table says: the resolver of a file of cases; immutable; asks no network.
 *
 * @param addresses by pattern, in lower case: a name, {@code *.domain}, or {@code *} for every other name
 */
public record NameTable(Map<String, String> addresses) implements Resolver {
    /** {@code localhost} and what is below it is this machine (RFC 6761 §6.3); no other name is known. */
    public static final NameTable LOCAL = new NameTable(Map.of("localhost", "127.0.0.1", "*.localhost", "127.0.0.1"));

    public NameTable {
        addresses = Map.copyOf(addresses);
    }

    /**
     * A table as a file writes it.
     *
     * @param written keys may hold several patterns with commas between; {@code every other name} stands for the rest
     */
    public static NameTable of(Map<String, String> written) {
        Map<String, String> addresses = new LinkedHashMap<>(LOCAL.addresses());
        written.forEach((patterns, address) -> {
            for (String pattern : patterns.split(",", -1)) {
                String lower = pattern.strip().toLowerCase(Locale.ROOT);
                addresses.put(lower.equals("every other name") ? "*" : lower, address);
            }
        });
        return new NameTable(addresses);
    }

    @Override
    public @Nullable String addressOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String undotted = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        for (String spelling : new String[] {lower, undotted}) {
            String exact = addresses.get(spelling);
            if (exact != null) {
                return exact;
            }
            for (int dot = spelling.indexOf('.'); dot >= 0; dot = spelling.indexOf('.', dot + 1)) {
                String below = addresses.get("*" + spelling.substring(dot));
                if (below != null) {
                    return below;
                }
            }
        }
        return addresses.get("*");
    }
}
