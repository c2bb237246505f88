package dev.hopscope.snippet.machine;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address by which others reach this machine; immutable. Asks the system, not the network.
 *
 * @param text IPv4, dotted
 * @param network the name of the interface
 * @param bridge whether it is the side of this machine towards its own containers or virtual machines
 */
public record MachineAddress(String text, String network, boolean bridge) {
    /**
     * Those of all interfaces that are up; the calling thread asks the system.
     *
     * @throws SocketException where the system does not say
     */
    public static List<MachineAddress> all() throws SocketException {
        List<MachineAddress> all = new ArrayList<>();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            if (network.isUp() && !network.isLoopback()) {
                network.inetAddresses()
                        .filter(MachineAddress::usable)
                        .forEach(address -> all.add(new MachineAddress(
                                address.getHostAddress(), network.getDisplayName(), bridge(network))));
            }
        }
        return all;
    }

    /**
     * The addresses by which other devices reach what listens here; empty where only this machine does.
     *
     * @param host an address or name, as it was bound
     * @param all those of this machine
     */
    public static List<String> reaching(String host, List<MachineAddress> all) {
        return switch (host) {
            case "0.0.0.0", "::", "0:0:0:0:0:0:0:0", "*" ->
                all.stream()
                        .filter(address -> !address.bridge())
                        .map(MachineAddress::text)
                        .toList();
            default -> isLoopback(host) ? List.of() : List.of(host);
        };
    }

    /** Whether it is an address or the name of this machine to itself. */
    public static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("::1")
                || host.equals("0:0:0:0:0:0:0:1");
    }

    private static boolean usable(InetAddress address) {
        return address instanceof Inet4Address && !address.isLinkLocalAddress() && !address.isAnyLocalAddress();
    }

    private static boolean bridge(NetworkInterface network) {
        String name = network.getName();
        return name.startsWith("docker")
                || name.startsWith("br-")
                || name.startsWith("podman")
                || name.startsWith("cni")
                || name.startsWith("virbr")
                || name.startsWith("vmnet")
                || network.getDisplayName().contains("WSL")
                || network.getDisplayName().contains("Hyper-V");
    }
}
