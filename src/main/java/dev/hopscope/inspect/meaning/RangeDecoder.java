package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Range, Content-Range and what goes with them (RFC 9110 §14): in bytes. Any thread. */
final class RangeDecoder implements FieldDecoder {
    private static final Pattern CONTENT = Pattern.compile("(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern ONE = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

    @Override
    public Set<String> names() {
        return Set.of("range", "content-range", "if-range", "accept-ranges");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        switch (name) {
            case "range" -> range(value, out);
            case "content-range" -> contentRange(value, setting, out);
            case "if-range" -> ifRange(value, out);
            default -> {
                switch (value.toLowerCase(Locale.ROOT)) {
                    case "bytes" -> out.add(value, "parts can be asked for by bytes");
                    case "none" -> out.add(value, "parts cannot be asked for");
                    default -> out.add(value, "another unit than bytes");
                }
            }
        }
    }

    private static void range(String value, Parts out) {
        Syntax.Pair pair = Syntax.pair(value);
        if (!pair.key().equals("bytes")) {
            out.advice(value, "Not a range of bytes: servers ignore units they do not know.");
            return;
        }
        List<String> ranges = Syntax.split(pair.value(), ',');
        for (String text : ranges) {
            Matcher m = ONE.matcher(text);
            if (!m.matches() || (m.group(1).isEmpty() && m.group(2).isEmpty())) {
                out.fault(text, "Not first-last: the whole line is ignored.");
            } else if (m.group(1).isEmpty()) {
                out.add(text, "the last " + m.group(2) + " bytes");
            } else if (m.group(2).isEmpty()) {
                out.add(
                        text,
                        m.group(1).equals("0")
                                ? "all of it, from the first byte"
                                : "from byte " + m.group(1) + " to the end");
            } else {
                long length = Long.parseLong(m.group(2)) - Long.parseLong(m.group(1)) + 1;
                if (length <= 0) {
                    out.fault(text, "Ends before it begins: the whole line is ignored.");
                } else {
                    out.add(text, length + (length == 1 ? " byte" : " bytes"));
                }
            }
        }
        if (ranges.size() > 1) {
            out.add("", "Several parts: the answer, if it follows, is multipart/byteranges.");
        }
    }

    private static void contentRange(String value, Setting setting, Parts out) {
        int blank = value.indexOf(' ');
        String rest = blank < 0 ? value : value.substring(blank + 1).strip();
        Matcher m = CONTENT.matcher(rest);
        if (rest.startsWith("*/")) {
            out.add(value, "the part asked for does not exist; the whole has " + rest.substring(2) + " bytes");
        } else if (!m.matches()) {
            out.fault(value, "Not bytes first-last/whole: the part cannot be put in its place.");
        } else {
            long first = Long.parseLong(m.group(1));
            long last = Long.parseLong(m.group(2));
            String whole = m.group(3);
            out.add(
                    value,
                    (last - first + 1) + " bytes from byte " + first + " on, of "
                            + (whole.equals("*") ? "a whole whose length is not known" : whole));
            if (last < first || (!whole.equals("*") && last >= Long.parseLong(whole))) {
                out.fault(value, "It ends before it begins, or after the whole.");
            }
            String length = setting.responseHeaders().first("Content-Length");
            if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) != last - first + 1) {
                out.fault(value, "Content-Length says " + length + " bytes.");
            }
        }
        if (setting.response() != null
                && setting.response().status() != 206
                && setting.response().status() != 416) {
            out.fault(
                    "",
                    "Only 206 and 416 may have it: with " + setting.response().status() + " it says nothing.");
        }
    }

    private static void ifRange(String value, Parts out) {
        if (value.startsWith("W/")) {
            out.fault(value, "A weak label is of no use here: the whole will come (RFC 9110 §13.1.5).");
        } else {
            out.add(value, value.startsWith("\"") ? "if the label is still this one" : "if it did not change since");
        }
    }
}
