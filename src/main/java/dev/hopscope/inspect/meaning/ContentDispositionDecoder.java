package dev.hopscope.inspect.meaning;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Content-Disposition (RFC 6266), with filename* decoded (RFC 8187). Any thread. Writes no file. */
final class ContentDispositionDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("content-disposition");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        String kind = Syntax.head(value);
        switch (kind.toLowerCase(Locale.ROOT)) {
            case "inline" -> out.add(kind, "show it in the page");
            case "attachment" -> out.add(kind, "save it as a file");
            case "form-data" -> out.add(kind, "a field of a form; belongs into a part of a multipart body");
            default -> out.advice(kind, "Not a kind browsers know: they save it as a file.");
        }
        List<Syntax.Pair> parameters = Syntax.parameters(value);
        boolean extended = parameters.stream().anyMatch(p -> p.key().equals("filename*"));
        for (Syntax.Pair p : parameters) {
            switch (p.key()) {
                case "filename" -> fileName(p, p.value(), extended, out);
                case "filename*" -> extended(p, out);
                case "name" -> out.add(p.text(), "the field's name");
                case "size", "creation-date", "modification-date", "read-date" ->
                    out.add(p.text(), "said of the file; browsers ignore it");
                default -> out.advice(p.text(), "Not a parameter browsers know: ignored.");
            }
        }
    }

    private static void extended(Syntax.Pair p, Parts out) {
        String[] pieces = p.value().split("'", 3);
        if (pieces.length < 3) {
            out.fault(p.text(), "Not charset'language'text: ignored.");
            return;
        }
        Charset charset;
        try {
            charset = pieces[0].isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(pieces[0]);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            out.fault(p.text(), "The charset is not known: ignored.");
            return;
        }
        fileName(p, Percent.decode(pieces[2], charset), false, out);
    }

    private static void fileName(Syntax.Pair p, String file, boolean overruled, Parts out) {
        out.add(p.text(), "called \u201c" + file + "\u201d" + (overruled ? "; filename* beside it wins" : ""));
        if (file.indexOf('/') >= 0 || file.indexOf('\\') >= 0) {
            out.advice(p.text(), "It holds a path: browsers keep only what follows the last slash.");
        }
        if (file.chars().anyMatch(c -> c < 0x20 || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))) {
            out.fault(p.text(), "It holds characters that hide or turn text: the name may look like another.");
        }
        if (p.key().equals("filename") && file.chars().anyMatch(c -> c > 0x7e)) {
            out.advice(p.text(), "Outside ASCII browsers differ in how they read filename; filename* is certain.");
        }
    }
}
