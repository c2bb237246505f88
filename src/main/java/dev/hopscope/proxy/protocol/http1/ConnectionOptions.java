package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The options of the Connection fields of one head (RFC 9110 §7.6.1). Immutable. Does not judge which fields may be named.
 *
 * @param named the options that are none of the four, lower case
 */
record ConnectionOptions(boolean close, boolean keepAlive, boolean upgrade, boolean te, List<String> named) {
    static final ConnectionOptions NONE = new ConnectionOptions(false, false, false, false, List.of());
    private static final ConnectionOptions KEEP_ALIVE = new ConnectionOptions(false, true, false, false, List.of());
    private static final ConnectionOptions CLOSE = new ConnectionOptions(true, false, false, false, List.of());

    static ConnectionOptions of(Headers headers, byte[] codes) {
        ConnectionOptions found = NONE;
        for (int i = 0; i < headers.size(); i++) {
            if (codes[i] == Field.CONNECTION) {
                found = found.with(headers.value(i));
            }
        }
        return found;
    }

    private ConnectionOptions with(String value) {
        if (this == NONE) {
            if (value.equalsIgnoreCase("keep-alive")) {
                return KEEP_ALIVE;
            }
            if (value.equalsIgnoreCase("close")) {
                return CLOSE;
            }
        }
        boolean newClose = close;
        boolean newKeepAlive = keepAlive;
        boolean newUpgrade = upgrade;
        boolean newTe = te;
        List<String> names = new ArrayList<>(named);
        for (String part : value.split(",", -1)) {
            String option = part.strip().toLowerCase(Locale.ROOT);
            switch (option) {
                case "close" -> newClose = true;
                case "keep-alive" -> newKeepAlive = true;
                case "upgrade" -> newUpgrade = true;
                case "te" -> newTe = true;
                case "" -> {}
                default -> names.add(option);
            }
        }
        return new ConnectionOptions(newClose, newKeepAlive, newUpgrade, newTe, List.copyOf(names));
    }

    /** The option that names this field, or null. */
    @Nullable
    String naming(String fieldName) {
        if (named.isEmpty()) {
            return null;
        }
        for (String option : named) {
            if (option.equalsIgnoreCase(fieldName)) {
                return option;
            }
        }
        return null;
    }
}
