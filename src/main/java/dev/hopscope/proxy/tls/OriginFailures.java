package dev.hopscope.proxy.tls;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Phase;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a handshake with an origin failed, in words, whichever library reports it. Pure, any thread. Certificates are for {@link Fault}. */
final class OriginFailures {
    private static final String OURS = "Hopscope speaks TLS 1.2 and 1.3 only, older versions are unsafe (RFC 8996)";

    private final String origin;
    private final ServerFlight flight;
    private final Duration limit;

    OriginFailures(Endpoint origin, ServerFlight flight, Duration limit) {
        this.origin = "the origin " + origin;
        this.flight = flight;
        this.limit = limit;
    }

    private static Failure of(String code, String detail) {
        return new Failure(Phase.TLS, code, detail);
    }

    Failure explain(Throwable cause) {
        String instead = flight.insteadOfTls();
        if (instead != null || cause instanceof NotSslRecordException) {
            return of("tls-not-spoken", origin + " does not speak TLS: it answered \"" + instead + "\"");
        }
        if (cause instanceof SslHandshakeTimeoutException) {
            String what = flight.silent()
                    ? " said nothing in the TLS handshake within "
                    : " did not finish the TLS handshake within ";
            return of("tls-timeout", origin + what + seconds(limit));
        }
        int version = flight.version();
        if (version != 0 && version < 0x0303) {
            return of("tls-version", origin + " chose " + version(version) + "; " + OURS);
        }
        Integer alert = flight.alert() != null ? flight.alert() : TlsAlert.received(cause);
        if (alert != null) {
            return alert(alert);
        }
        return local(cause);
    }

    /** @param alert as sent by the origin, in the handshake or after it */
    Failure alert(int alert) {
        String said = " (alert " + TlsAlert.name(alert) + ")";
        return switch (alert) {
            case TlsAlert.PROTOCOL_VERSION, TlsAlert.INAPPROPRIATE_FALLBACK ->
                of(
                        "tls-version",
                        origin + " refused TLS 1.2 and 1.3" + said + ", so it speaks TLS 1.1 or older only; " + OURS);
            // a server can mean our certificate only, and we have none
            case TlsAlert.CERTIFICATE_REQUIRED,
                    TlsAlert.BAD_CERTIFICATE,
                    TlsAlert.UNSUPPORTED_CERTIFICATE,
                    TlsAlert.CERTIFICATE_UNKNOWN,
                    TlsAlert.UNKNOWN_CA,
                    TlsAlert.ACCESS_DENIED -> clientCertificate(said);
            case TlsAlert.HANDSHAKE_FAILURE, TlsAlert.INSUFFICIENT_SECURITY ->
                flight.certificateRequested()
                        ? clientCertificate(said)
                        : of(
                                "tls-no-shared-cipher",
                                origin + " refused the TLS handshake" + said
                                        + ": most likely it offers no cipher suite that Hopscope accepts (AES or"
                                        + " ChaCha20 with ECDHE; no RC4, 3DES, NULL, plain RSA or DHE), or a key of a"
                                        + " kind that Hopscope does not take (RSA and the curves P-256 and P-384"
                                        + " are)");
            case TlsAlert.UNRECOGNIZED_NAME ->
                of("tls-unrecognized-name", origin + " does not serve the name it was asked for" + said);
            case TlsAlert.NO_APPLICATION_PROTOCOL ->
                of("tls-no-application-protocol", origin + " does not speak http/1.1 inside TLS" + said);
            default -> of("tls-alert", origin + " broke off the TLS handshake" + said);
        };
    }

    private Failure clientCertificate(String said) {
        return of(
                "client-certificate-required",
                origin + " demands a client certificate, and Hopscope has none to show" + said);
    }

    /** What our side found fault with; or the connection ended. */
    private Failure local(Throwable cause) {
        if (cause instanceof ClosedChannelException || closed(cause)) {
            if (flight.certificateRequested()) {
                return clientCertificate("; it closed the connection");
            }
            String how = flight.reset() ? " reset" : " closed";
            return of(
                    flight.reset() ? "tls-reset" : "tls-closed",
                    origin + how + " the connection in the TLS handshake" + (flight.silent() ? " without a word" : ""));
        }
        String text = String.valueOf(cause.getMessage());
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.contains("RESET")) {
            return of("tls-reset", origin + " reset the connection in the TLS handshake");
        }
        if (upper.contains("UNSUPPORTED_PROTOCOL")
                || upper.contains("WRONG_VERSION_NUMBER")
                || upper.contains("PROTOCOL VERSION")) {
            return of("tls-version", origin + " chose a version of TLS that Hopscope does not speak; " + OURS);
        }
        if (upper.contains("KEY_USAGE_BIT_INCORRECT")) {
            return of(
                    "certificate-not-for-servers",
                    origin + " showed a certificate whose key may not be used for a TLS handshake (its key usage lacks"
                            + " digitalSignature)");
        }
        if (upper.contains("CHAIN LENGTH") || upper.contains("EXCESSIVE_MESSAGE_SIZE")) {
            return of(Fault.Code.CHAIN_TOO_LONG.text(), origin + " sent more certificates than are accepted");
        }
        if (upper.contains("CANNOT_PARSE_LEAF_CERT")
                || upper.contains("UNKNOWN_CERTIFICATE_TYPE")
                || upper.contains("WRONG_CERTIFICATE_TYPE")
                || upper.contains("CERTIFICATEPARSING")) {
            return of(
                    Fault.Code.UNREADABLE.text(),
                    origin + " showed a certificate that cannot be read or has a key of a kind that TLS does not know");
        }
        if (upper.contains("WRONG_CURVE")
                || upper.contains("RSA_LENGTH_TOO")
                || upper.contains("BAD_RSA_MODULUS")
                || upper.contains("MODULUS_TOO")) {
            return of(
                    Fault.Code.WEAK_KEY.text(),
                    origin + " showed a certificate with a key of a size or curve that is not accepted");
        }
        if (upper.contains("BAD_SIGNATURE") || upper.contains("SIGNATURE")) {
            return of(
                    "tls-bad-signature",
                    origin + " signed the TLS handshake wrongly: it may not have the key of its certificate ("
                            + reason(text) + ")");
        }
        if (upper.contains("CIPHER")) {
            return of(
                    "tls-no-shared-cipher",
                    origin + " chose a cipher suite that Hopscope does not accept (" + reason(text) + ")");
        }
        return of("tls-failed", "the TLS handshake with " + origin + " failed: " + reason(text));
    }

    private static boolean closed(@Nullable Throwable cause) {
        String text = cause == null ? "" : String.valueOf(cause.getMessage());
        return text.contains("closed")
                || text.contains("close_notify")
                || cause != null && cause.getCause() instanceof ClosedChannelException;
    }

    /** The last part of a library's message, the one meant for people. */
    private static String reason(String text) {
        int last = text.lastIndexOf(':');
        return (last < 0 ? text : text.substring(last + 1))
                .trim()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    static String version(int version) {
        return switch (version) {
            case 0x0002 -> "SSL 2";
            case 0x0300 -> "SSL 3";
            case 0x0301 -> "TLS 1.0";
            case 0x0302 -> "TLS 1.1";
            case 0x0303 -> "TLS 1.2";
            case 0x0304 -> "TLS 1.3";
            default -> "version 0x" + Integer.toHexString(version);
        };
    }

    private static String seconds(Duration limit) {
        long millis = limit.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
