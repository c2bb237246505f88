package dev.hopscope.snippet.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proxies in Maven's settings.xml, put in and taken out as text, so that comments and layout stay; pure functions. */
public final class MavenSettings {
    private static final String BEGIN = "<!-- >>> Hopscope -->";
    private static final String END = "<!-- <<< Hopscope -->";
    private static final String WHOLE =
            "<!-- >>> Hopscope made this file -->\n<settings xmlns=\"http://maven.apache.org/SETTINGS/1.2.0\">\n";
    private static final Pattern BLOCK = Pattern.compile(BEGIN + ".*?" + END + "\n?[ \t]*", Pattern.DOTALL);
    private static final Pattern KEPT = Pattern.compile("<active>false</active><!-- Hopscope keeps:(?: (.*?))? -->");
    private static final Pattern PROXY = Pattern.compile("<proxy>(.*?)</proxy>", Pattern.DOTALL);
    private static final Pattern ACTIVE = Pattern.compile("<active>([^<]*)</active>");

    private MavenSettings() {}

    /**
     * Puts proxies before all others, and sets the others aside.
     *
     * @throws IllegalArgumentException in words, where the file is no settings.xml
     */
    public static String add(String present, List<String> lines) {
        String text = remove(present);
        if (text.isBlank()) {
            return WHOLE + "  <proxies>\n" + block(lines, "    ") + "  </proxies>\n</settings>\n";
        }
        String blind = blind(text);
        int proxies = blind.indexOf("<proxies>");
        if (proxies >= 0) {
            int open = proxies + "<proxies>".length();
            int close = blind.indexOf("</proxies>", open);
            if (close < 0) {
                throw noSettings("</proxies> is missing");
            }
            return text.substring(0, open)
                    + tight(lines)
                    + waiting(text.substring(open, close), blind.substring(open, close))
                    + text.substring(close);
        }
        int end = blind.lastIndexOf("</settings>");
        if (end < 0 || blind.contains("<proxies/>")) {
            throw noSettings(end < 0 ? "</settings> is missing" : "<proxies/> is empty: take it out");
        }
        List<String> wrapped = new ArrayList<>(List.of("<proxies>"));
        lines.forEach(line -> wrapped.add("  " + line));
        wrapped.add("</proxies>");
        return text.substring(0, end) + tight(wrapped) + text.substring(end);
    }

    /** Takes ours out and sets the others in again. */
    public static String remove(String text) {
        if (text.startsWith(WHOLE)
                && BLOCK.matcher(text).replaceAll("").equals(WHOLE + "  <proxies>\n    </proxies>\n</settings>\n")) {
            return "";
        }
        String without = text.replaceAll("(?s)" + BEGIN + ".*?" + END, "");
        return KEPT.matcher(without)
                .replaceAll(found -> found.group(1) == null
                        ? ""
                        : Matcher.quoteReplacement("<active>" + found.group(1) + "</active>"));
    }

    private static String block(List<String> lines, String indent) {
        StringBuilder block = new StringBuilder(indent + BEGIN + "\n");
        lines.forEach(line -> block.append(indent).append(line).append('\n'));
        return block.append(indent).append(END).append("\n").toString();
    }

    /** Within text that is there already nothing but the block itself is added, so that taking it out leaves no trace. */
    private static String tight(List<String> lines) {
        return BEGIN + "\n" + String.join("\n", lines) + "\n" + END;
    }

    private static String waiting(String proxies, String blind) {
        StringBuilder text = new StringBuilder(proxies);
        List<int[]> found = new ArrayList<>();
        Matcher proxy = PROXY.matcher(blind);
        while (proxy.find()) {
            found.add(new int[] {proxy.start(1), proxy.end(1)});
        }
        for (int i = found.size() - 1; i >= 0; i--) {
            int start = found.get(i)[0];
            Matcher active = ACTIVE.matcher(blind).region(start, found.get(i)[1]);
            if (active.find()) {
                text.replace(
                        active.start(),
                        active.end(),
                        "<active>false</active><!-- Hopscope keeps: " + active.group(1) + " -->");
            } else {
                text.insert(start, "<active>false</active><!-- Hopscope keeps: -->");
            }
        }
        return text.toString();
    }

    /** The text with comments and CDATA blanked out, so that tags in them are not found. */
    private static String blind(String text) {
        Matcher hidden = Pattern.compile("<!--.*?-->|<!\\[CDATA\\[.*?\\]\\]>", Pattern.DOTALL)
                .matcher(text);
        return hidden.replaceAll(found -> " ".repeat(found.end() - found.start()));
    }

    private static IllegalArgumentException noSettings(String why) {
        return new IllegalArgumentException(
                "The file is no settings.xml that can be merged into: " + why + ". Nothing was changed.");
    }
}
