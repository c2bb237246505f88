package dev.hopscope.replay;

import dev.hopscope.proxy.ReplayRequest;

/** What came of preparing a replay. Immutable. */
public sealed interface Preparation {
    record Ready(ReplayRequest request) implements Preparation {}

    record Refused(Obstacle obstacle) implements Preparation {}
}
