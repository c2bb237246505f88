package dev.hopscope.app;

import dev.hopscope.proxy.tls.HostPatterns;
import dev.hopscope.settings.Settings;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at host patterns of a settings file that was written by hand. Any thread. Mends nothing. */
final class CheckedPatterns {
    private CheckedPatterns() {}

    /** What is wrong with the first bad one, null if all are well. */
    static @Nullable String problem(Settings settings) {
        Settings.Interception interception = settings.interception();
        return Stream.concat(interception.ignoreHosts().stream(), interception.allowHosts().stream())
                .map(HostPatterns::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
