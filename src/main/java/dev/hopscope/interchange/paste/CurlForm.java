package dev.hopscope.interchange.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The multipart content that curl's -F makes (curl(1), --form; RFC 7578). One thread. A file that is named becomes an empty part and a note. */
final class CurlForm {
    private static final List<String> KNOWN = List.of("type", "filename");

    private record Part(String head, String content) {}

    private final Map<String, String> files;
    private final List<Note> notes;
    private final List<Part> parts = new ArrayList<>();

    CurlForm(Map<String, String> files, List<Note> notes) {
        this.files = files;
        this.notes = notes;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** {@code name=content}, nothing in it special. */
    void literal(String given) throws UnreadableText {
        int equals = equals(given);
        add(given.substring(0, equals), given.substring(equals + 1), Map.of());
    }

    /** {@code name=content;type=..}, {@code name=@file} or {@code name=<file}. */
    void take(String given) throws UnreadableText {
        int equals = equals(given);
        String name = given.substring(0, equals);
        List<String> pieces = pieces(given.substring(equals + 1));
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : pieces.subList(1, pieces.size())) {
            int sign = option.indexOf('=');
            String key = (sign < 0 ? option : option.substring(0, sign)).strip().toLowerCase(Locale.ROOT);
            if (sign > 0 && KNOWN.contains(key)) {
                options.put(key, option.substring(sign + 1));
            } else {
                notes.add(new Note(
                        Note.Kind.LEFT_OUT, "Not read in -F " + Octets.shown(name) + ": " + Octets.shown(option)));
            }
        }
        String content = pieces.getFirst();
        if (content.startsWith("@") || content.startsWith("<")) {
            String file = content.substring(1);
            if (content.startsWith("@")) {
                options.putIfAbsent("filename", file.replaceFirst(".*[/\\\\]", ""));
            }
            content = file(file, name);
        }
        add(name, content, options);
    }

    private static int equals(String given) throws UnreadableText {
        int equals = given.indexOf('=');
        if (equals < 0) {
            throw new UnreadableText("curl's -F needs name=content, and has " + Octets.shown(given) + ".");
        }
        return equals;
    }

    private String file(String file, String name) {
        String known = files.get(file);
        if (known == null) {
            notes.add(new Note(
                    Note.Kind.MISSING,
                    "The part " + Octets.shown(name) + " is the file " + Octets.shown(file)
                            + " (-F), which Hopscope does not read by itself: its content is left empty."));
        }
        return known == null ? "" : known;
    }

    /** Content and options, apart at semicolons; within double quotes none counts. */
    private static List<String> pieces(String value) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"'
                    && (quoted
                            || piece.isEmpty()
                            || piece.charAt(piece.length() - 1) == '='
                            || "@<".indexOf(piece.charAt(piece.length() - 1)) >= 0)) {
                quoted = !quoted;
            } else if (quoted && c == '\\' && i + 1 < value.length()) {
                piece.append(value.charAt(++i));
            } else if (c == ';' && !quoted) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** What curl says of a file by its ending. */
    private static String type(String file) {
        return switch (file.replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT)) {
            case "gif" -> "image/gif";
            case "jpg", "jpeg" -> "image/jpeg";
            case "png" -> "image/png";
            case "svg" -> "image/svg+xml";
            case "txt" -> "text/plain";
            case "htm", "html" -> "text/html";
            case "pdf" -> "application/pdf";
            case "xml" -> "application/xml";
            default -> "application/octet-stream";
        };
    }

    private void add(String name, String content, Map<String, String> options) {
        StringBuilder head = new StringBuilder("Content-Disposition: form-data; name=\"" + escaped(name) + "\"");
        String file = options.get("filename");
        if (file != null) {
            head.append("; filename=\"").append(escaped(file)).append('"');
        }
        String type = options.getOrDefault("type", file == null ? null : type(file));
        if (type != null) {
            head.append("\r\nContent-Type: ").append(type);
        }
        parts.add(new Part(head.toString(), content));
    }

    /** As curl does since 7.81, and browsers. */
    private static String escaped(String value) {
        return value.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** A line that no part holds. */
    String boundary() {
        String boundary = "------------------------hopscope";
        for (int i = 0; true; i++) {
            String tried = boundary + i;
            if (parts.stream().noneMatch(part -> part.content().contains(tried))) {
                return tried;
            }
        }
    }

    String octets(String boundary) {
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            all.append("--").append(boundary).append("\r\n").append(part.head()).append("\r\n\r\n");
            all.append(part.content()).append("\r\n");
        }
        return all.append("--").append(boundary).append("--\r\n").toString();
    }
}
