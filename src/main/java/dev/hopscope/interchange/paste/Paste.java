package dev.hopscope.interchange.paste;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request from text as other programs write it: a cURL command for bash, cmd or PowerShell, PowerShell's own, a raw HTTP message, a HAR, a URL. Pure, any
 * thread; long texts take a while. Runs nothing and opens no file that the text names.
 */
public final class Paste {
    /** Longer texts are refused: an editor holds what is read several times. */
    static final int MOST_CHARACTERS = 64 << 20;

    private Paste() {}

    /** Reads a text of any format known, with the scheme guessed where it names none. */
    public static PasteResult read(String text) {
        return read(text, null);
    }

    /**
     * Reads a text of any format known.
     *
     * @param scheme {@code http} or {@code https}, for a text that names a host without a scheme, such as a raw message; null where it is to be guessed
     */
    public static PasteResult read(String text, @Nullable String scheme) {
        String clean = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (clean.isBlank()) {
            return new PasteResult.Unreadable("There is no text.");
        }
        if (clean.length() > MOST_CHARACTERS) {
            return new PasteResult.Unreadable("The text has more than " + (MOST_CHARACTERS >> 20) + " Mi characters.");
        }
        for (PasteFormat format : PasteFormats.ORDERED) {
            if (format.claims(clean)) {
                try {
                    return sorted(format.read(clean, scheme));
                } catch (UnreadableText e) {
                    return new PasteResult.Unreadable(String.valueOf(e.getMessage()));
                }
            }
        }
        return new PasteResult.Unreadable("This is no request Hopscope knows. Paste a URL, a cURL command (bash, cmd or"
                + " PowerShell), an Invoke-WebRequest, a raw HTTP request or a HAR.");
    }

    private static PasteResult.Read sorted(PasteResult.Read read) {
        List<Note> notes = read.notes().stream()
                .sorted(Comparator.comparing(Note::kind))
                .distinct()
                .toList();
        return new PasteResult.Read(read.draft(), notes);
    }
}
