package dev.hopscope.inspect.body;

import java.util.List;

/** The body as plain text in the charset found. Any thread. Colours nothing. */
final class TextView implements BodyView {
    @Override
    public String id() {
        return "text";
    }

    @Override
    public int priority(BodySample sample) {
        return sample.text().likely() ? 30 : 5;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        DetectedText found = sample.text();
        return new TextBuilder().add(found.text(), Style.PLAIN).build(List.of(note(found)));
    }

    private static Note note(DetectedText found) {
        String charset = found.charset().name();
        return switch (found.evidence()) {
            case BYTE_ORDER_MARK -> Note.of("charset-mark", charset);
            case DECLARED -> Note.of("charset-declared", charset);
            case ZEROS -> Note.of("charset-zeros", charset);
            case IN_DOCUMENT -> Note.of("charset-inside", charset);
            case VALID_UTF_8 -> Note.of("charset-valid", charset);
            case LATIN_1 -> Note.of("charset-fallback", charset);
        };
    }
}
