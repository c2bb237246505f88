package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Set;

/** Forwarded (RFC 7239): one member a proxy, the client's first. Any thread. Trusts nobody. */
final class ForwardedDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("forwarded");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        List<String> members = Syntax.split(value, ',');
        for (int i = 0; i < members.size(); i++) {
            if (members.size() > 1) {
                out.add(
                        "",
                        "Proxy " + (i + 1) + " of " + members.size()
                                + (i == 0 ? ", the one nearest to the client:" : ":"));
            }
            for (String text : Syntax.split(members.get(i), ';')) {
                pair(Syntax.pair(text), out);
            }
        }
    }

    private static void pair(Syntax.Pair p, Parts out) {
        switch (p.key()) {
            case "for" -> {
                out.add(p.text(), node(p.value(), "who asked"));
                if (p.value().indexOf(':') >= 0
                        && !p.value().startsWith("[")
                        && p.value().indexOf(':') != p.value().lastIndexOf(':')) {
                    out.fault(p.text(), "An IPv6 address has to stand in square brackets and quotes.");
                }
            }
            case "by" -> out.add(p.text(), node(p.value(), "the proxy's own side"));
            case "host" -> out.add(p.text(), "the Host the client sent");
            case "proto" -> out.add(p.text(), "how the client came");
            default -> out.advice(p.text(), "Not a parameter of this field.");
        }
    }

    private static String node(String node, String words) {
        return node.equals("unknown")
                ? words + ": not told"
                : node.startsWith("_") ? words + ": a made-up name, to hide it" : words;
    }
}
