package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.List;

/** What is often meant to go past the proxy, as lists of exceptions; immutable. */
public final class BypassPresets {
    private BypassPresets() {}

    /**
     * This machine by its usual names, wherever a client can be told so or does so anyway. Not meant exactly: other names
     * below localhost and other addresses of 127.0.0.0/8 are loopback too and may go direct with them.
     */
    public static final List<Wanted> LOOPBACK = read("localhost", "127.0.0.1", "::1");

    /** RFC 1918 §3. */
    public static final List<Wanted> PRIVATE = read("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    /** Where machines in a cloud ask for their own credentials: AWS, Azure and others, Google, AWS over IPv6. */
    public static final List<Wanted> METADATA = read("169.254.169.254", "metadata.google.internal", "fd00:ec2::254");

    /** What kubeadm uses for services. */
    public static final String SERVICES = "10.96.0.0/12";

    /** What the usual networks of kubeadm clusters use for pods. */
    public static final String PODS = "10.244.0.0/16";

    /**
     * A Kubernetes cluster.
     *
     * @param server host or address of the API server, empty for none beyond the cluster's own names
     * @param services range of service addresses, empty for none
     * @param pods range of pod addresses, empty for none
     * @throws IllegalArgumentException in words
     */
    public static List<Wanted> kubernetes(String server, String services, String pods) {
        List<Wanted> all = new ArrayList<>(read("*.svc", "*.cluster.local"));
        for (String given : List.of(server, services, pods)) {
            if (!given.isBlank()) {
                all.add(BypassText.read(given));
            }
        }
        return all;
    }

    /** Search domains with everything below them. */
    public static List<Wanted> domains(List<String> names) {
        return names.stream().map(name -> BypassText.read("." + name)).toList();
    }

    private static List<Wanted> read(String... entries) {
        return List.of(entries).stream().map(BypassText::read).toList();
    }
}
