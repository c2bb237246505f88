package dev.hopscope.proxy.tls;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Phase;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a client did not finish the TLS handshake with Hopscope, in words, whichever library reports it. Pure, any thread. Names no remedy: the window does. */
public final class ClientFailures {
    private static final String OURS = "Hopscope speaks TLS 1.2 and 1.3 only";

    private ClientFailures() {}

    private static Failure of(String code, String detail) {
        return new Failure(Phase.CLIENT_TLS, code, detail);
    }

    /**
     * @param host whom our certificate was for
     * @param hello the client's greeting, null where it could not be read
     * @param plain what stood before TLS in the pipeline
     */
    public static Failure explain(Throwable cause, String host, @Nullable ClientHello hello, PlainAlert plain) {
        if (cause instanceof SslHandshakeTimeoutException) {
            return unfinished(host);
        }
        Failure byAlert = plain.alert() != null ? alert(plain.alert(), host) : alert(cause, host);
        if (byAlert != null) {
            return byAlert;
        }
        int newest = hello == null || hello.versions().isEmpty() ? 0 : Collections.max(usable(hello));
        if (newest != 0 && newest < 0x0303) {
            return of("tls-version", "the client speaks " + OriginFailures.version(newest) + " at most; " + OURS);
        }
        if (cause instanceof ClosedChannelException || cause.getCause() instanceof ClosedChannelException) {
            return closed(host);
        }
        return local(String.valueOf(cause.getMessage()), host);
    }

    /** Values of RFC 8701 stand for nothing. */
    private static java.util.List<Integer> usable(ClientHello hello) {
        java.util.List<Integer> real = hello.versions().stream()
                .filter(v -> v >= 0x0300 && v <= 0x0304)
                .toList();
        return real.isEmpty() ? java.util.List.of(0) : real;
    }

    /** What an alert of the client says, in the handshake or right after it (TLS 1.3); null where the cause holds none. */
    public static @Nullable Failure alert(Throwable cause, String host) {
        Integer alert = TlsAlert.received(cause);
        return alert == null ? null : alert(alert, host);
    }

    private static Failure alert(int alert, String host) {
        String said = " (alert " + TlsAlert.name(alert) + ")";
        String refused = "the client refused the certificate that Hopscope made for " + host + said + ": ";
        return switch (alert) {
            case TlsAlert.UNKNOWN_CA ->
                of("client-rejected-certificate", refused + "it does not trust Hopscope's certificate authority");
            case TlsAlert.BAD_CERTIFICATE, TlsAlert.CERTIFICATE_UNKNOWN, TlsAlert.ACCESS_DENIED ->
                of(
                        "client-rejected-certificate",
                        refused
                                + "it does not trust Hopscope's certificate authority, or expects a certain"
                                + " certificate of this host (pinning)");
            case TlsAlert.CERTIFICATE_EXPIRED, TlsAlert.CERTIFICATE_REVOKED ->
                of(
                        "client-rejected-certificate",
                        refused + "it holds it for expired or revoked; its clock may be wrong");
            case TlsAlert.UNSUPPORTED_CERTIFICATE ->
                of(
                        "client-rejected-certificate",
                        refused + "it does not accept certificates of this kind (EC P-256, SHA-256)");
            case TlsAlert.PROTOCOL_VERSION, TlsAlert.INAPPROPRIATE_FALLBACK ->
                of("tls-version", "the client does not accept the TLS version agreed on" + said + "; " + OURS);
            case TlsAlert.USER_CANCELED, 0 ->
                of("client-closed-handshake", "the client gave up the TLS handshake for " + host + said);
            default -> of("client-alert", "the client broke off the TLS handshake for " + host + said);
        };
    }

    private static Failure local(String text, String host) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.contains("NO_SHARED_CIPHER")
                || upper.contains("CIPHER SUITES IN COMMON")
                || upper.contains("NO_SHARED_GROUP")
                || upper.contains("NO_COMMON_SIGNATURE")
                || upper.contains("NO SUPPORTED SIGNATURE")
                || upper.contains("NO AVAILABLE AUTHENTICATION")) {
            return of(
                    "no-shared-cipher",
                    "the client offers no cipher suite, curve or signature that Hopscope accepts (AES-GCM or ChaCha20"
                            + " with ECDHE and an ECDSA certificate)");
        }
        if (upper.contains("UNSUPPORTED_PROTOCOL")
                || upper.contains("PROTOCOL VERSION")
                || upper.contains("NOT ENABLED OR SUPPORTED")
                || upper.contains("SELECT THE PROTOCOL")) {
            return of("tls-version", "the client speaks no version of TLS that Hopscope accepts; " + OURS);
        }
        if (upper.contains("RESET")) {
            return of(
                    "client-closed-handshake",
                    "the client reset the connection in the TLS handshake for " + host + " without saying why");
        }
        int last = text.lastIndexOf(':');
        String reason = (last < 0 ? text : text.substring(last + 1))
                .trim()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return of("client-handshake-failed", "the TLS handshake with the client for " + host + " failed: " + reason);
    }

    /** A client that took too long. */
    public static Failure unfinished(String host) {
        return of("client-handshake-timeout", "the client did not finish the TLS handshake for " + host + " in time");
    }

    /** A client that went without an alert. */
    public static Failure closed(String host) {
        return of(
                "client-closed-handshake",
                "the client closed the connection in the TLS handshake for " + host
                        + " without saying why; many programs do so that do not trust the certificate");
    }

    /** A host that no certificate can be made for. */
    public static Failure unnameable(String host) {
        return of("host-not-nameable", "no certificate can be made for the host name " + Words.printable(host));
    }
}
