package dev.hopscope.trust;

/**
 * Whether our authority is trusted in one place of this machine. Immutable.
 *
 * @param place what was looked at
 * @param words what was found there, and where
 */
public record TrustAnswer(Place place, State state, String words) {
    /** Where is looked. */
    public enum Place {
        SYSTEM,
        NSS,
        JAVA;

        public String title() {
            return TrustWords.text("place." + name());
        }
    }

    /** What was found. */
    public enum State {
        TRUSTED,
        NOT_TRUSTED,
        UNKNOWN
    }
}
