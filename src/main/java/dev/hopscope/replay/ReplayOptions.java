package dev.hopscope.replay;

import dev.hopscope.exchange.Origin;
import org.jspecify.annotations.Nullable;

/**
 * How a recorded request is sent again. Immutable.
 *
 * @param edit what is changed of its conditions
 * @param elsewhere where it goes in place of its own origin, null for there
 * @param hostFollows whether Host then names that other place; else it stays as recorded
 * @param follow whether redirects are followed, each as a row of its own
 * @param freshCookies whether cookies are those that later responses of the session set
 * @param direct whether it goes past the upstream proxy
 */
public record ReplayOptions(
        ReplayEdit edit,
        @Nullable Origin elsewhere,
        boolean hostFollows,
        boolean follow,
        boolean freshCookies,
        boolean direct) {
    /** As it was received, to where it went. */
    public static final ReplayOptions EXACT = of(ReplayEdit.NONE);

    public static ReplayOptions of(ReplayEdit edit) {
        return new ReplayOptions(edit, null, true, false, false, false);
    }
}
