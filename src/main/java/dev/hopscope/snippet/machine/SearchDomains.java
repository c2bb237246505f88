package dev.hopscope.snippet.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The domains in which this machine looks up short names; the calling thread reads a file. Changes nothing. */
public final class SearchDomains {
    private static final Path RESOLVER = Path.of("/etc/resolv.conf");

    private SearchDomains() {}

    /** Those of the system's resolver; empty where it has none or keeps them elsewhere. */
    public static List<String> ofThisMachine() {
        try {
            return Files.isReadable(RESOLVER) ? of(Files.readString(RESOLVER)) : List.of();
        } catch (IOException unreadable) {
            // no list is the answer of a machine without search domains too: nothing is hidden by it
            return List.of();
        }
    }

    /** Those of a {@code resolv.conf} (resolv.conf(5)): the last {@code search} or {@code domain} line counts. */
    static List<String> of(String file) {
        List<String> domains = List.of();
        for (String line : file.split("\\R")) {
            String[] words = line.strip().split("\\s+");
            if (words.length > 1 && (words[0].equals("search") || words[0].equals("domain"))) {
                List<String> found = new ArrayList<>();
                for (String word : List.of(words).subList(1, words.length)) {
                    String domain = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
                    if (!domain.isEmpty() && !domain.startsWith("#")) {
                        found.add(domain);
                    }
                }
                domains = List.copyOf(new LinkedHashSet<>(found));
            }
        }
        return domains;
    }
}
