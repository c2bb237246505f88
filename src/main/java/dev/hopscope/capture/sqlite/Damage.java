package dev.hopscope.capture.sqlite;

import java.util.ArrayList;
import java.util.List;

/** What of a file could not be read, in sentences. Any thread. Bounded: beyond {@value #NAMED} findings it only counts. */
final class Damage {
    private static final int NAMED = 100;

    private final List<String> findings = new ArrayList<>();
    private long more;

    synchronized void add(String finding) {
        if (findings.contains(finding)) {
            return;
        }
        if (findings.size() < NAMED) {
            findings.add(finding);
        } else {
            more++;
        }
    }

    synchronized List<String> findings() {
        List<String> all = new ArrayList<>(findings);
        if (more > 0) {
            all.add("and " + more + " more findings");
        }
        return List.copyOf(all);
    }
}
