package dev.hopscope.ui.editor;

import dev.hopscope.exchange.Headers;
import dev.hopscope.replay.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a draft: what it is now, and what it was as another kind, so that going back loses nothing. Immutable.
 *
 * @param text of the kinds JSON and text, lines ended by LF alone
 * @param crlf whether they go out ended by CR LF
 * @param form of the kind form
 * @param file path of the kind file; empty for none yet
 * @param recorded of the kind recorded: octets that are no text to edit
 */
public record DraftBody(
        Kind kind,
        String text,
        boolean crlf,
        List<Parameter> form,
        String file,
        @Nullable Content recorded) {
    /** What the body is written as. */
    public enum Kind {
        NONE,
        JSON,
        TEXT,
        FORM,
        FILE,
        RECORDED
    }

    /** A longer text is kept as recorded: no text field is quick with it. */
    static final int MOST_TEXT = 1 << 20;

    static final DraftBody EMPTY = new DraftBody(Kind.NONE, "", false, List.of(), "", null);

    public DraftBody {
        form = List.copyOf(form);
    }

    /** The kind that gives the same octets back. */
    static DraftBody of(Content content, Headers headers) {
        if (content.isEmpty()) {
            return EMPTY;
        }
        String type = headers.first("Content-Type");
        String low = type == null ? "" : type.toLowerCase(Locale.ROOT);
        String text = content.length() > MOST_TEXT || headers.has("Content-Encoding") ? null : content.text();
        String plain = text == null ? "" : text.replace("\r\n", "\n");
        boolean crlf = text != null && plain.length() < text.length();
        if (text == null
                || !editable(plain)
                || crlf && !plain.replace("\n", "\r\n").equals(text)) {
            return EMPTY.withRecorded(content).as(Kind.RECORDED);
        }
        if (low.startsWith("application/x-www-form-urlencoded") && !crlf && plain.indexOf('\n') < 0) {
            return EMPTY.withForm(Parameter.parse(plain)).withText(plain).as(Kind.FORM);
        }
        boolean json = low.contains("json") || low.isEmpty() && JsonFault.of(plain) == null;
        return new DraftBody(json ? Kind.JSON : Kind.TEXT, plain, crlf, List.of(), "", null);
    }

    /** Whether a text field shows every character and gives it back. */
    private static boolean editable(String text) {
        return text.chars().noneMatch(c -> c < 0x20 && c != '\n' && c != '\t' || c == 0x7F || c == 0xFEFF);
    }

    /** The octets, but of a file, which is read when it is sent. */
    Content content() {
        return switch (kind) {
            case NONE, FILE -> Content.EMPTY;
            case JSON, TEXT -> Content.ofText(crlf ? text.replace("\n", "\r\n") : text);
            case FORM -> {
                String written = Parameter.write(form);
                yield written == null ? Content.EMPTY : Content.of(written.getBytes(StandardCharsets.UTF_8));
            }
            case RECORDED -> recorded == null ? Content.EMPTY : recorded;
        };
    }

    /** The media type of a body of this kind where the user named none; null for none. */
    static @Nullable String usualType(Kind kind) {
        return switch (kind) {
            case JSON -> "application/json";
            case FORM -> "application/x-www-form-urlencoded";
            case TEXT -> "text/plain; charset=utf-8";
            case FILE -> "application/octet-stream";
            case NONE, RECORDED -> null;
        };
    }

    DraftBody as(Kind next) {
        return new DraftBody(next, text, crlf, form, file, recorded);
    }

    DraftBody withText(String next) {
        return new DraftBody(kind, next, crlf, form, file, recorded);
    }

    DraftBody withForm(List<Parameter> next) {
        return new DraftBody(kind, text, crlf, next, file, recorded);
    }

    DraftBody withFile(String next) {
        return new DraftBody(kind, text, crlf, form, next, recorded);
    }

    DraftBody withRecorded(@Nullable Content next) {
        return new DraftBody(kind, text, crlf, form, file, next);
    }
}
