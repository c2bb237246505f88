package dev.hopscope.proxy.upstream;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a client of another machine may not be taken to: those that mean this machine or what only it may reach. Pure but for a look at this
 * machine's interfaces; any thread. Decides nothing about who is restricted.
 */
final class ForbiddenTargets {
    private static final byte[] EC2_METADATA_6 = {
        (byte) 0xfd, 0, 0x0e, (byte) 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x54
    };

    private ForbiddenTargets() {}

    /** What makes this address forbidden ({@code a loopback address}), null if it is allowed. */
    static @Nullable String why(InetAddress address) {
        if (address.isAnyLocalAddress() || address.getAddress()[0] == 0 && address.getAddress().length == 4) {
            return "an unspecified address";
        }
        if (address.isLoopbackAddress()) {
            return "a loopback address";
        }
        if (Arrays.equals(address.getAddress(), EC2_METADATA_6)
                || address.getHostAddress().equals("169.254.169.254")) {
            return "a metadata address";
        }
        if (address.isLinkLocalAddress()) {
            return "a link-local address";
        }
        if (ownAddress(address)) {
            return "an address of the proxy's own machine";
        }
        InetAddress inner = embedded(address);
        return inner == null ? null : why(inner);
    }

    private static boolean ownAddress(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true; // not known: the safe side
        }
    }

    /** The IPv4 address inside an IPv4-compatible, translated (RFC 6052) or 6to4 (RFC 3056) address. Mapped ones are IPv4 to Java already. */
    private static @Nullable InetAddress embedded(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return null;
        }
        byte[] a = address.getAddress();
        boolean zeros = true;
        for (int i = 4; i < 12; i++) {
            zeros &= a[i] == 0;
        }
        boolean compatible = zeros && a[0] == 0 && a[1] == 0 && a[2] == 0 && a[3] == 0;
        boolean translated = zeros && a[0] == 0 && a[1] == 0x64 && a[2] == (byte) 0xff && a[3] == (byte) 0x9b;
        boolean sixToFour = a[0] == 0x20 && a[1] == 0x02;
        if (!compatible && !translated && !sixToFour) {
            return null;
        }
        try {
            return InetAddress.getByAddress(sixToFour ? Arrays.copyOfRange(a, 2, 6) : Arrays.copyOfRange(a, 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // four octets are an address
        }
    }
}
