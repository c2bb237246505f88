package dev.hopscope.interchange.paste;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content that curl's data options make, in their order (curl(1), --data and its kin). One thread. Reads no file but what the text itself holds. */
final class CurlBody {
    /** How {@link #octets} is typed where the user names no type. */
    enum Kind {
        FORM("application/x-www-form-urlencoded"),
        JSON("application/json"),
        MULTIPART("multipart/form-data");

        final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    private final Map<String, String> files;
    private final List<Note> notes;
    private @Nullable StringBuilder octets;
    private Kind kind = Kind.FORM;

    CurlBody(Map<String, String> files, List<Note> notes) {
        this.files = files;
        this.notes = notes;
    }

    /** Null where no data were given; one char an octet. */
    @Nullable
    String octets() {
        return octets == null ? null : octets.toString();
    }

    Kind kind() {
        return kind;
    }

    /** Takes an option, if it is one of data. */
    void take(CurlLine.Given one) {
        String value = one.value();
        switch (one.option().name()) {
            case "data", "data-ascii" -> join("&", text(value));
            case "data-raw" -> join("&", value);
            case "data-binary" -> join("&", value.startsWith("@") ? file(value.substring(1), one) : value);
            case "data-urlencode" -> join("&", encoded(value, one));
            case "json" -> {
                kind = Kind.JSON;
                join("", value.startsWith("@") ? file(value.substring(1), one) : value);
            }
            default -> {
                // no option of data
            }
        }
    }

    private void join(String between, String piece) {
        if (octets == null) {
            octets = new StringBuilder(piece);
        } else {
            octets.append(between).append(piece);
        }
    }

    /** Of a file curl takes the lines without their ends. */
    private String text(String value) {
        return value.startsWith("@") ? file(value.substring(1), null).replaceAll("[\r\n\0]", "") : value;
    }

    private String encoded(String value, CurlLine.Given one) {
        int equals = value.indexOf('=');
        int sign = value.indexOf('@');
        if (equals >= 0 && (sign < 0 || equals < sign)) {
            String name = value.substring(0, equals);
            return (name.isEmpty() ? "" : name + "=") + form(value.substring(equals + 1));
        }
        if (sign >= 0) {
            String name = value.substring(0, sign);
            return (name.isEmpty() ? "" : name + "=") + form(file(value.substring(sign + 1), one));
        }
        return form(value);
    }

    private static String form(String octets) {
        return Octets.percent(octets, "").replace("%20", "+");
    }

    private String file(String name, CurlLine.@Nullable Given one) {
        String known = files.get(name);
        if (known == null) {
            String option = one == null ? "-d" : one.option().shown();
            notes.add(new Note(
                    Note.Kind.MISSING,
                    name.equals("-")
                            ? "The body comes from standard input (" + option + " @-), which the text does not hold."
                            : "The body is the file " + Octets.shown(name) + " (" + option
                                    + "), which Hopscope does not read by itself: load it into the body."));
            return "";
        }
        return known;
    }
}
