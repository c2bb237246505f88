package dev.hopscope.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Resolves a reference against the URL it stood at (RFC 3986 §5.2), leaving its characters as they are. Pure. */
final class Reference {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private Reference() {}

    /** @param base {@code scheme://authority/path?query} */
    static String resolve(String base, String reference) {
        String to = withoutFragment(reference.strip());
        int authority = base.indexOf("://") + 3;
        int path = base.indexOf('/', authority);
        String scheme = base.substring(0, authority - 2);
        String root = base.substring(0, path);
        String asked = base.substring(path);
        int query = asked.indexOf('?');
        String folder = query < 0 ? asked : asked.substring(0, query);
        if (SCHEME.matcher(to).matches()) {
            return to;
        }
        if (to.startsWith("//")) {
            return scheme + to;
        }
        if (to.startsWith("/")) {
            return root + dotless(to);
        }
        if (to.isEmpty()) {
            return root + asked;
        }
        return root
                + (to.startsWith("?") ? folder + to : dotless(folder.substring(0, folder.lastIndexOf('/') + 1) + to));
    }

    private static String withoutFragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    /** RFC 3986 §5.2.4. */
    private static String dotless(String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        String path = query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
        Deque<String> kept = new ArrayDeque<>();
        String[] pieces = path.substring(1).split("/", -1);
        for (int i = 0; i < pieces.length; i++) {
            boolean last = i == pieces.length - 1;
            switch (pieces[i]) {
                case "." -> {
                    if (last) {
                        kept.add("");
                    }
                }
                case ".." -> {
                    kept.pollLast();
                    if (last) {
                        kept.add("");
                    }
                }
                default -> kept.add(pieces[i]);
            }
        }
        return "/" + String.join("/", kept) + (query < 0 ? "" : pathAndQuery.substring(query));
    }
}
