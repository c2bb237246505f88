package dev.hopscope.interchange.paste;

import dev.hopscope.replay.RequestDraft;
import java.util.List;
import java.util.stream.Collectors;

/** A text read, in a form to compare. */
final class Pasted {
    private Pasted() {}

    static PasteResult.Read read(String text) {
        return switch (Paste.read(text)) {
            case PasteResult.Read read -> read;
            case PasteResult.Unreadable no -> throw new AssertionError(no.reason() + "\n" + text);
        };
    }

    static String reason(String text) {
        return switch (Paste.read(text)) {
            case PasteResult.Read read -> throw new AssertionError("read as " + shown(read.draft()));
            case PasteResult.Unreadable no -> no.reason();
        };
    }

    static String shown(String text) {
        return shown(read(text).draft());
    }

    /** Without what curl adds of its own. */
    static String shown(RequestDraft draft) {
        String fields = draft.headers().stream()
                .filter(f -> !f.is("User-Agent") || !f.value().startsWith("curl/"))
                .filter(f -> !f.is("Accept") || !f.value().equals("*/*"))
                .map(f -> f + "\n")
                .collect(Collectors.joining());
        return draft.method() + " " + draft.url() + "\n" + fields
                + (draft.body().isEmpty() ? "" : "\n" + draft.body().latin1());
    }

    static List<String> notes(String text, Note.Kind kind) {
        return read(text).notes().stream()
                .filter(note -> note.kind() == kind)
                .map(Note::words)
                .toList();
    }

    static String body(String text) {
        return read(text).draft().body().latin1();
    }
}
