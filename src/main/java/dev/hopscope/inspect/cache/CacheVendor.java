package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Set;

/** Reads the marks of one vendor's caches. A new one is one file and one line in {@link CacheVendors#ALL}. Without state, any thread; never throws, whatever the fields hold. */
public interface CacheVendor {
    /** A stable short name, lower case. */
    String id();

    /** The vendor's or program's own name. */
    String title();

    Place place();

    /** Names of the fields, lower case, without any of which it finds nothing. */
    Set<String> fields();

    /** The marks of its caches, that nearest to the client first; takes the words it understood, so that no later vendor reads them again. */
    List<CacheMark> marks(Reading reading);
}
