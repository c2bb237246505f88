package dev.hopscope.snippet.noproxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A URL as JavaScript's {@code new URL()} reads it (WHATWG URL Standard §4.4), without a base; immutable. Keeps what
 * the clients look at; does not serialise paths.
 *
 * @param scheme lower case, without colon
 * @param host normalised, with the brackets of an IPv6 literal; empty where there is none
 * @param port −1 where none is written or it is the scheme's own
 * @param path raw; only its being empty or {@code /} matters here
 */
record WhatwgUrl(
        String scheme,
        String username,
        String password,
        String host,
        int port,
        String path,
        String query,
        String fragment) {
    private static final Map<String, Integer> SPECIAL =
            Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "file", -1);
    private static final String FORBIDDEN_HOST = "\0\t\n\r #/:<>?@[\\]^|";

    /** Null where {@code new URL()} throws. */
    static @Nullable WhatwgUrl parse(String input) {
        String text = stripped(input);
        int colon = schemeEnd(text);
        if (colon < 0) {
            return null;
        }
        String scheme = Ascii.lower(text.substring(0, colon));
        boolean special = SPECIAL.containsKey(scheme);
        String rest = text.substring(colon + 1);
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : rest.substring(hash + 1);
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        int start = authorityStart(rest, special);
        if (start < 0 || scheme.equals("file")) {
            return new WhatwgUrl(scheme, "", "", "", -1, rest, query, fragment);
        }
        int end = start;
        while (end < rest.length() && rest.charAt(end) != '/' && !(special && rest.charAt(end) == '\\')) {
            end++;
        }
        return authority(scheme, special, rest.substring(start, end), rest.substring(end), query, fragment);
    }

    private static @Nullable WhatwgUrl authority(
            String scheme, boolean special, String authority, String path, String query, String fragment) {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        String hostPort = authority.substring(at + 1);
        int portColon = hostPort.indexOf(':', Math.max(0, hostPort.lastIndexOf(']')));
        String hostText = portColon < 0 ? hostPort : hostPort.substring(0, portColon);
        String portText = portColon < 0 ? "" : hostPort.substring(portColon + 1);
        if (hostText.isEmpty() && (special || at >= 0 || portColon >= 0)) {
            return null;
        }
        String host = special ? specialHost(hostText) : opaqueHost(hostText);
        if (host == null || (!portText.isEmpty() && !Ascii.digits(portText))) {
            return null;
        }
        int port = portText.isEmpty() ? -1 : Ascii.number(portText);
        if (port > 65535) {
            return null;
        }
        if (SPECIAL.getOrDefault(scheme, -1) == port) {
            port = -1;
        }
        int colon = user.indexOf(':');
        String username = colon < 0 ? user : user.substring(0, colon);
        String password = colon < 0 ? "" : user.substring(colon + 1);
        return new WhatwgUrl(scheme, username, password, host, port, path, query, fragment);
    }

    private static String stripped(String input) {
        int start = 0;
        int end = input.length();
        while (start < end && input.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && input.charAt(end - 1) <= ' ') {
            end--;
        }
        StringBuilder text = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = input.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' && i > 0) {
                return i;
            }
            if (!Ascii.letter(c) && (i == 0 || !(Ascii.digit(c) || c == '+' || c == '-' || c == '.'))) {
                return -1;
            }
        }
        return -1;
    }

    private static int authorityStart(String rest, boolean special) {
        if (!special) {
            return rest.startsWith("//") ? 2 : -1;
        }
        int start = 0;
        while (start < rest.length() && (rest.charAt(start) == '/' || rest.charAt(start) == '\\')) {
            start++;
        }
        return start;
    }

    private static @Nullable String opaqueHost(String host) {
        if (host.startsWith("[")) {
            return ipv6Host(host);
        }
        return Ascii.anyOf(FORBIDDEN_HOST, host) ? null : host;
    }

    private static @Nullable String ipv6Host(String host) {
        byte[] address = host.endsWith("]") ? Addresses.ipv6(host.substring(1, host.length() - 1)) : null;
        return address == null ? null : "[" + Addresses.compressed(address) + "]";
    }

    /** The host parser for special schemes (§3.5): percent-decoded, in ASCII, IPv4 numbers normalised. */
    static @Nullable String specialHost(String host) {
        if (host.startsWith("[")) {
            return ipv6Host(host);
        }
        String ascii = HostNames.toAscii(percentDecoded(host));
        if (ascii == null || ascii.isEmpty()) {
            return null;
        }
        if (Ascii.anyOf(FORBIDDEN_HOST, ascii) || forbiddenInDomain(ascii)) {
            return null;
        }
        return endsInNumber(ascii) ? ipv4Host(ascii) : ascii;
    }

    private static boolean forbiddenInDomain(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c <= ' ' || c == '%' || c == 127) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsInNumber(String host) {
        String text = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = text.substring(text.lastIndexOf('.') + 1);
        return Ascii.digits(last) || last.equals("0x") || (last.startsWith("0x") && Addresses.cNumber(last) >= 0);
    }

    private static @Nullable String ipv4Host(String host) {
        String text = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String numbers = text.replace("0x.", "0.");
        numbers = numbers.endsWith("0x") ? numbers.substring(0, numbers.length() - 1) : numbers;
        byte[] address = Addresses.shorthand(numbers);
        return address == null ? null : Addresses.dotted(address);
    }

    private static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%' && i + 2 < raw.length && Ascii.hex((char) raw[i + 1]) && Ascii.hex((char) raw[i + 2])) {
                decoded.write(Integer.parseInt(new String(raw, i + 1, 2, StandardCharsets.US_ASCII), 16));
                i += 2;
            } else {
                decoded.write(raw[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    int defaultPort() {
        return SPECIAL.getOrDefault(scheme, -1);
    }

    /** The port written, or the scheme's own; −1 where neither exists. */
    int effectivePort() {
        return port >= 0 ? port : defaultPort();
    }

    /** Without the brackets of an IPv6 literal. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** {@code decodeURIComponent} would throw on this user name or password. */
    boolean undecodableCredentials() {
        return !decodable(username) || !decodable(password);
    }

    /**
     * Whether {@code decodeURIComponent} takes this text.
     *
     * @param text user information as written; what the URL parser itself escapes is always decodable
     */
    static boolean decodable(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length() || !Ascii.hex(text.charAt(i + 1)) || !Ascii.hex(text.charAt(i + 2))) {
                return false;
            }
        }
        return true;
    }
}
