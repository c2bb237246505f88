package dev.hopscope.interchange.code;

import java.util.List;

/** What came of writing a request for another program; immutable. */
public sealed interface Code {
    /**
     * The text.
     *
     * @param notes what the program sends otherwise than it was recorded, and what was left out; sentences
     */
    record Text(String text, List<String> notes) implements Code {
        public Text {
            notes = List.copyOf(notes);
        }
    }

    /** The program cannot carry this request faithfully, so there is no text; a sentence. */
    record Refused(String why) implements Code {}
}
