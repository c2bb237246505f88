package dev.hopscope.ui.environment;

import dev.hopscope.snippet.noproxy.NameTable;
import dev.hopscope.snippet.noproxy.Resolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks this machine's resolver, each name once. For one run on one thread, which it blocks. Loopback names are not asked (RFC 6761 §6.3). */
final class SystemNames implements Resolver {
    private final Map<String, String> asked = new HashMap<>();

    @Override
    public @Nullable String addressOf(String name) {
        String local = NameTable.LOCAL.addressOf(name);
        if (local != null) {
            return local;
        }
        String address = asked.computeIfAbsent(name, SystemNames::ask);
        return address.isEmpty() ? null : address;
    }

    private static String ask(String name) {
        try {
            return InetAddress.getByName(name).getHostAddress();
        } catch (UnknownHostException none) {
            // a name without an address is an answer: the client goes on without it
            return "";
        }
    }
}
