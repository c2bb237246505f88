package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Headers;
import org.jspecify.annotations.Nullable;

/** Which protocols of an Upgrade field may be asked for through this proxy (RFC 9110 §7.8). Pure. HTTP/2 in the clear is none of them. */
final class Upgrades {
    private Upgrades() {}

    /** The protocols to ask the origin for, as written where all may be; null for none. */
    static @Nullable String passed(Headers lines, byte[] codes) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (codes[i] == Field.UPGRADE) {
                if (clean(lines.value(i)) && all.isEmpty()) {
                    all.append(lines.value(i));
                } else {
                    append(all, lines.value(i));
                }
            }
        }
        return all.isEmpty() ? null : all.toString();
    }

    private static boolean clean(String value) {
        for (String part : value.split(",", -1)) {
            if (!passes(part.strip())) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder all, String value) {
        for (String part : value.split(",", -1)) {
            if (passes(part.strip())) {
                all.append(all.isEmpty() ? "" : ", ").append(part.strip());
            }
        }
    }

    private static boolean passes(String protocol) {
        int slash = protocol.indexOf('/');
        String name = slash < 0 ? protocol : protocol.substring(0, slash);
        boolean version = slash < 0 || Octets.token(protocol.substring(slash + 1));
        return Octets.token(name) && version && !name.equalsIgnoreCase("h2c") && !name.equalsIgnoreCase("h2");
    }
}
