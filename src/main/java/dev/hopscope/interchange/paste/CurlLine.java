package dev.hopscope.interchange.paste;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of curl told apart: options with their values, URLs, and what is not known. One thread. Gives none of them a meaning. */
final class CurlLine {
    /** @param value one char an octet; empty for an option without */
    record Given(CurlOption option, boolean on, String value) {
        boolean is(String name) {
            return option.name().equals(name);
        }
    }

    final List<Given> given = new ArrayList<>();
    final List<String> urls = new ArrayList<>();
    final Set<String> unknown = new LinkedHashSet<>();
    final Set<String> missing = new LinkedHashSet<>();
    /** Whether more requests follow, behind {@code --next}. */
    boolean more;

    private final Map<String, String> files;

    private CurlLine(Map<String, String> files) {
        this.files = files;
    }

    /** @param files what the text itself says of files, by name; {@code -} is standard input */
    static CurlLine of(List<String> arguments, Map<String, String> files) throws UnreadableText {
        CurlLine line = new CurlLine(files);
        line.read(arguments);
        return line;
    }

    private void read(List<String> arguments) throws UnreadableText {
        boolean options = true;
        int at = 0;
        while (at < arguments.size() && !more) {
            String word = arguments.get(at++);
            if (!options || !word.startsWith("-") || word.equals("-")) {
                urls.add(word);
            } else if (word.equals("--")) {
                options = false;
            } else if (word.startsWith("--")) {
                at = named(word, arguments, at);
            } else {
                at = lettered(word, arguments, at);
            }
        }
    }

    private int named(String word, List<String> arguments, int at) throws UnreadableText {
        String name = word.substring(2);
        CurlOption option = CurlOption.named(name);
        boolean on = true;
        if (option == null && name.startsWith("no-")) {
            option = CurlOption.named(name.substring(3));
            on = false;
        }
        if (option == null && name.startsWith("expand-")) {
            option = CurlOption.named(name.substring(7));
        }
        return option == null ? unknown(word, arguments, at) : take(option, on, arguments, at);
    }

    /** Several letters in one word; what follows one that has a value is the value. */
    private int lettered(String word, List<String> arguments, int from) throws UnreadableText {
        int at = from;
        for (int i = 1; i < word.length(); i++) {
            CurlOption option = CurlOption.lettered(word.substring(i, i + 1));
            if (option == null) {
                return unknown(i == 1 ? word : "-" + word.charAt(i), arguments, at);
            }
            if (option.valued() && i + 1 < word.length()) {
                add(new Given(option, true, word.substring(i + 1)));
                return at;
            }
            at = take(option, true, arguments, at);
        }
        return at;
    }

    private int take(CurlOption option, boolean on, List<String> arguments, int at) throws UnreadableText {
        if (!option.valued()) {
            add(new Given(option, on, ""));
            return at;
        }
        if (at == arguments.size()) {
            throw new UnreadableText("curl's " + option.shown() + " stands without its value at the end.");
        }
        add(new Given(option, on, arguments.get(at)));
        return at + 1;
    }

    private void add(Given one) throws UnreadableText {
        if (one.is("next")) {
            more = true;
        } else if (one.is("url")) {
            urls.add(one.value());
        } else if (one.is("config")) {
            String config = files.get(one.value());
            if (config == null) {
                missing.add("the config file " + Octets.shown(one.value()) + " (-K)");
            } else {
                read(CurlConfig.words(config));
            }
        } else {
            given.add(one);
        }
    }

    /** What follows an unknown option may be its value, unless it looks like more. */
    private int unknown(String word, List<String> arguments, int at) {
        String next = at < arguments.size() ? arguments.get(at) : "-";
        boolean value = !next.startsWith("-") && !next.contains("://");
        unknown.add(Octets.shown(word) + (value ? " " + Octets.shown(next) : ""));
        return value ? at + 1 : at;
    }

    boolean has(String name) {
        return last(name) != null;
    }

    /** The last of this name, as curl takes it; null where there is none or it is switched off. */
    @Nullable
    Given last(String name) {
        Given found = null;
        for (Given one : given) {
            if (one.is(name)) {
                found = one.on() ? one : null;
            }
        }
        return found;
    }

    @Nullable
    String value(String name) {
        Given found = last(name);
        return found == null ? null : found.value();
    }

    List<String> values(String name) {
        return given.stream().filter(one -> one.is(name)).map(Given::value).toList();
    }
}
