package dev.hopscope.inspect.compare;

import java.util.concurrent.CancellationException;

/** Is told how far a comparison is. Called on the comparing thread. */
@FunctionalInterface
public interface Progress {
    Progress NONE = share -> true;

    /**
     * Tells how far the work is.
     *
     * @param share done, 0 to 1
     * @return whether to go on
     */
    boolean report(double share);

    /** @throws CancellationException where the answer is no longer wanted */
    default void at(double share) {
        if (!report(share)) {
            throw new CancellationException();
        }
    }

    /** A part of this work, as a whole of its own. */
    default Progress part(double from, double to) {
        return share -> report(from + (to - from) * share);
    }
}
