package dev.hopscope.snippet.noproxy;

import org.jspecify.annotations.Nullable;

/** Resolves a name for the clients that look names up before they decide; called on the caller's thread. */
@FunctionalInterface
public interface Resolver {
    /**
     * The address of a name.
     *
     * @param name a host name as the client asks for it, in ASCII, any case; never a literal address
     * @return an IPv4 or IPv6 literal without brackets, or null where the name has none
     */
    @Nullable
    String addressOf(String name);

    /** Knows no name. */
    Resolver NONE = name -> null;
}
