package dev.hopscope.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of octets as written on the command line: {@code 4096}, {@code 64m}, {@code 1.5GiB}; units are powers of 1024 in any case. Any thread.
 *
 * @param octets 0 or more
 */
public record ByteSize(long octets) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,9})?)\\s*([a-z]*)");
    private static final Map<String, Integer> SHIFTS = Map.ofEntries(
            Map.entry("", 0),
            Map.entry("b", 0),
            Map.entry("k", 10),
            Map.entry("kb", 10),
            Map.entry("kib", 10),
            Map.entry("m", 20),
            Map.entry("mb", 20),
            Map.entry("mib", 20),
            Map.entry("g", 30),
            Map.entry("gb", 30),
            Map.entry("gib", 30),
            Map.entry("t", 40),
            Map.entry("tb", 40),
            Map.entry("tib", 40));

    /** @throws IllegalArgumentException whose message says what is wrong and what a size looks like */
    public static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no size. Write octets, or a number with k, m or g: 4096, 64m, 1GiB.");
        }
        Integer shift = SHIFTS.get(matcher.group(2));
        if (shift == null) {
            throw new IllegalArgumentException(
                    "'" + matcher.group(2) + "' is no unit of size. Use k, m, g, kb, mb, gb, KiB, MiB or GiB.");
        }
        BigDecimal octets = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1L << shift));
        if (octets.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is more than any disk holds.");
        }
        return new ByteSize(octets.longValue());
    }

    /** For people: {@code 1.5 MiB}. */
    public static String words(long octets) {
        if (octets < 1024) {
            return octets + " B";
        }
        int power = (63 - Long.numberOfLeadingZeros(octets)) / 10;
        double value = octets / (double) (1L << (10 * power));
        return String.format(Locale.ROOT, value < 10 ? "%.1f %ciB" : "%.0f %ciB", value, "KMGTPE".charAt(power - 1));
    }
}
