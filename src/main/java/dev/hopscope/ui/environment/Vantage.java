package dev.hopscope.ui.environment;

import dev.hopscope.snippet.machine.MachineAddress;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * From where a client looks for the proxy, and the host it then needs. Immutable; any thread. Does not know whether the proxy listens there.
 *
 * @param words in the user's words
 * @param host name or address
 */
record Vantage(String words, String host) {
    static final Vantage HERE = new Vantage(Messages.text("environment.from.here"), "127.0.0.1");

    /** All there are on this machine: itself, containers, emulator, each network. */
    static List<Vantage> of(List<MachineAddress> addresses) {
        List<Vantage> all = new ArrayList<>(List.of(HERE));
        for (MachineAddress address : addresses) {
            if (!address.bridge()) {
                all.add(new Vantage(Messages.text("environment.from.network", address.network()), address.text()));
            }
        }
        for (MachineAddress address : addresses) {
            if (address.bridge()) {
                all.add(new Vantage(Messages.text("environment.from.bridge", address.network()), address.text()));
            }
        }
        all.add(new Vantage(Messages.text("environment.from.desktop"), "host.docker.internal"));
        all.add(new Vantage(Messages.text("environment.from.podman"), "host.containers.internal"));
        all.add(new Vantage(Messages.text("environment.from.android"), "10.0.2.2"));
        return all;
    }

    @Override
    public String toString() {
        return words;
    }
}
