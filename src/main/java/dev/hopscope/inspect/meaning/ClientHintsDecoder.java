package dev.hopscope.inspect.meaning;

import java.util.Locale;
import java.util.Set;

/** Client hints (RFC 8942) and the low-entropy details of browsers. Any thread. */
final class ClientHintsDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of(
                "accept-ch",
                "critical-ch",
                "sec-ch-ua",
                "sec-ch-ua-full-version-list",
                "sec-ch-ua-mobile",
                "sec-ch-ua-platform",
                "sec-ch-prefers-color-scheme",
                "sec-ch-prefers-reduced-motion",
                "sec-ch-ua-bitness",
                "sec-ch-ua-arch",
                "downlink",
                "rtt",
                "ect",
                "device-memory",
                "sec-ch-device-memory");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        switch (name) {
            case "accept-ch", "critical-ch" -> {
                for (String text : Syntax.split(value, ',')) {
                    FieldMeaning known = Fields.of(text);
                    out.add(text, known == null ? "a detail Hopscope has no words for" : known.words());
                }
                if (setting.origin() != null && !setting.secure()) {
                    out.advice("", "It came over plain http: browsers send hints over https only.");
                }
            }
            case "sec-ch-ua", "sec-ch-ua-full-version-list" -> {
                for (String text : Syntax.split(value, ',')) {
                    String brand = Syntax.unquote(Syntax.head(text));
                    boolean made = brand.toLowerCase(Locale.ROOT).contains("brand");
                    String version = Syntax.parameter(Syntax.parameters(text), "v");
                    out.add(text, made ? "made up, so that nobody relies on the list" : brand + ", version " + version);
                }
            }
            case "sec-ch-ua-mobile" ->
                out.add(value, value.equals("?1") ? "yes, a small screen" : value.equals("?0") ? "no" : "not ?0 or ?1");
            case "downlink" -> out.add(value, "Mbit/s, rounded on purpose");
            case "rtt" -> out.add(value, "milliseconds, rounded on purpose");
            case "device-memory", "sec-ch-device-memory" -> out.add(value, "GiB, rounded on purpose");
            default -> out.add(value, Syntax.unquote(value));
        }
    }
}
