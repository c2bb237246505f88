package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Set;

/** Cache-Status and Proxy-Status (RFC 9211, RFC 9209): one member a cache or proxy, the nearest to the origin first. Any thread. */
final class CacheStatusDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("cache-status", "proxy-status");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        List<String> members = Syntax.split(value, ',');
        for (String text : members) {
            out.add(
                    Syntax.head(text),
                    name.equals("cache-status") ? "a cache, named by itself" : "a proxy, named by itself");
            for (Syntax.Pair p : Syntax.parameters(text)) {
                out.add(p.text(), words(p));
            }
        }
        if (members.size() > 1) {
            out.add("", "The first is nearest to the origin, the last nearest to the client.");
        }
    }

    private static String words(Syntax.Pair p) {
        return switch (p.key()) {
            case "hit" -> "answered from its store, without asking further";
            case "fwd" -> forwarded(p.value());
            case "fwd-status" -> "the status of what it was answered";
            case "ttl" -> {
                boolean stale = p.value().startsWith("-");
                long seconds = Spans.seconds(stale ? p.value().substring(1) : p.value());
                yield seconds < 0
                        ? ""
                        : stale ? "stale for " + Spans.words(seconds) : "fresh for " + Spans.words(seconds) + " yet";
            }
            case "stored" -> "put into its store";
            case "collapsed" -> "waited for the same request of another client";
            case "key" -> "what it is stored under";
            case "detail", "details" -> "more, in its own words";
            case "error" -> "what went wrong";
            case "received-status" -> "the status it received";
            case "next-hop" -> "where it passed the request on to";
            case "next-protocol" -> "by which protocol";
            default -> "";
        };
    }

    private static String forwarded(String why) {
        return "passed on: "
                + switch (why) {
                    case "bypass" -> "it is set not to handle such a request";
                    case "method" -> "for its method";
                    case "uri-miss" -> "nothing was stored for this address";
                    case "vary-miss" -> "what was stored is for other request fields";
                    case "miss" -> "nothing was stored that fits";
                    case "request" -> "the request asked for that";
                    case "stale" -> "what was stored is stale";
                    case "partial" -> "only a part was stored";
                    default -> why;
                };
    }
}
