package dev.hopscope.caching;

import java.util.ArrayList;
import java.util.List;

/** The entity-tags of a list (RFC 9110 §8.8.3, §13.1.2). Pure; any thread. What stands unquoted is taken as it stands, for clients that forget the quotes. */
public final class EntityTags {
    private EntityTags() {}

    /** As on the wire, in order. */
    public static List<String> of(String line) {
        List<String> tags = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= line.length(); i++) {
            char c = i == line.length() ? ',' : line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && (!quoted || i == line.length())) {
                String tag = line.substring(from, i).strip();
                if (!tag.isEmpty()) {
                    tags.add(tag);
                }
                from = i + 1;
            }
        }
        return tags;
    }
}
