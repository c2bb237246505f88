package dev.hopscope.playground;

import java.util.List;
import java.util.stream.Stream;

/** All that the playground answers, in the order of its index page. Immutable. */
final class Resources {
    /** A part of the index page. */
    record Group(String id, List<Resource> resources) {}

    static final List<Group> GROUPS = List.of(
            new Group("formats", Formats.ALL),
            new Group("caching", CacheFields.ALL),
            new Group("ways", Ways.ALL),
            new Group("time", Timed.ALL),
            new Group("broken", Broken.ALL));

    private Resources() {}

    static Stream<Resource> all() {
        return GROUPS.stream().flatMap(group -> group.resources().stream());
    }
}
