package dev.hopscope.interchange.paste;

/** A text of a known format that cannot become a request; its message is a sentence for the user. */
final class UnreadableText extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableText(String reason) {
        super(reason, null, false, false);
    }
}
