package dev.hopscope.inspect.meaning;

import java.util.Map;
import java.util.Set;

/** Alt-Svc (RFC 7838 §3): where else the origin is reached. Any thread. */
final class AltSvcDecoder implements FieldDecoder {
    private static final Map<String, String> PROTOCOLS =
            Map.of("h3", "HTTP/3", "h2", "HTTP/2 over TLS", "h2c", "HTTP/2 in the clear", "http%2F1.1", "HTTP/1.1");

    @Override
    public Set<String> names() {
        return Set.of("alt-svc");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        for (String text : Syntax.split(value, ',')) {
            if (text.equals("clear")) {
                out.add(text, "forget all other places");
                continue;
            }
            Syntax.Pair service = Syntax.pair(Syntax.head(text));
            String protocol = PROTOCOLS.getOrDefault(
                    service.name(),
                    service.name().startsWith("h3-") || service.name().contains("quic")
                            ? "a draft of HTTP/3, no longer of use"
                            : "the protocol " + service.name());
            boolean sameHost = service.value().startsWith(":");
            String where = sameHost ? "this host, port " + service.value().substring(1) : service.value();
            StringBuilder words = new StringBuilder(protocol + " at " + where);
            long age = 86_400;
            for (Syntax.Pair p : Syntax.parameters(text)) {
                if (p.key().equals("ma")) {
                    age = Spans.seconds(p.value());
                } else if (p.key().equals("persist")) {
                    words.append(", also on other networks");
                }
            }
            words.append(
                    age < 0 ? ", with a lifetime that cannot be read" : ", to be remembered for " + Spans.words(age));
            if (!service.valued()) {
                out.fault(text, "Not protocol=\"host:port\": ignored.");
            } else {
                out.add(text, words.toString());
            }
        }
    }
}
