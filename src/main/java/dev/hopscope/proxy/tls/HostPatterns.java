package dev.hopscope.proxy.tls;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns over hosts (RE2 syntax), searched without regard to case: in time proportional to the text, whatever the pattern. Immutable, any thread. Does not
 * know what a match means.
 */
public final class HostPatterns {
    private final List<Pattern> patterns;

    /** @throws IllegalArgumentException where one cannot be parsed; the message names it and says what is wrong */
    public HostPatterns(List<String> patterns) {
        this.patterns = patterns.stream().map(HostPatterns::compiled).toList();
    }

    /** What is wrong with a pattern, in words; null if nothing: for checking options before anything starts. */
    public static @Nullable String problem(String pattern) {
        try {
            compiled(pattern);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            String hint = pattern.startsWith("*") ? "; to match any text write .* instead of *" : "";
            throw new IllegalArgumentException(
                    "the host pattern '" + pattern + "' cannot be read as a regular expression (RE2): "
                            + e.getDescription() + (e.getPattern().isEmpty() ? "" : ": " + e.getPattern()) + hint,
                    e);
        }
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** The first pattern found in either text, null if none is. */
    @Nullable
    String found(String hostAndPort, @Nullable String sni) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(hostAndPort).find()
                    || sni != null && pattern.matcher(sni).find()) {
                return pattern.pattern();
            }
        }
        return null;
    }
}
