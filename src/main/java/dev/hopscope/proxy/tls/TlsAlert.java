package dev.hopscope.proxy.tls;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Alerts that a peer sent (RFC 8446 §6), found in what the TLS libraries throw. Pure, any thread. */
final class TlsAlert {
    static final int HANDSHAKE_FAILURE = 40;
    static final int BAD_CERTIFICATE = 42;
    static final int UNSUPPORTED_CERTIFICATE = 43;
    static final int CERTIFICATE_REVOKED = 44;
    static final int CERTIFICATE_EXPIRED = 45;
    static final int CERTIFICATE_UNKNOWN = 46;
    static final int UNKNOWN_CA = 48;
    static final int ACCESS_DENIED = 49;
    static final int PROTOCOL_VERSION = 70;
    static final int INSUFFICIENT_SECURITY = 71;
    static final int INAPPROPRIATE_FALLBACK = 86;
    static final int USER_CANCELED = 90;
    static final int UNRECOGNIZED_NAME = 112;
    static final int CERTIFICATE_REQUIRED = 116;
    static final int NO_APPLICATION_PROTOCOL = 120;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "close_notify"),
            Map.entry(10, "unexpected_message"),
            Map.entry(20, "bad_record_mac"),
            Map.entry(22, "record_overflow"),
            Map.entry(HANDSHAKE_FAILURE, "handshake_failure"),
            Map.entry(BAD_CERTIFICATE, "bad_certificate"),
            Map.entry(UNSUPPORTED_CERTIFICATE, "unsupported_certificate"),
            Map.entry(CERTIFICATE_REVOKED, "certificate_revoked"),
            Map.entry(CERTIFICATE_EXPIRED, "certificate_expired"),
            Map.entry(CERTIFICATE_UNKNOWN, "certificate_unknown"),
            Map.entry(47, "illegal_parameter"),
            Map.entry(UNKNOWN_CA, "unknown_ca"),
            Map.entry(ACCESS_DENIED, "access_denied"),
            Map.entry(50, "decode_error"),
            Map.entry(51, "decrypt_error"),
            Map.entry(PROTOCOL_VERSION, "protocol_version"),
            Map.entry(INSUFFICIENT_SECURITY, "insufficient_security"),
            Map.entry(80, "internal_error"),
            Map.entry(INAPPROPRIATE_FALLBACK, "inappropriate_fallback"),
            Map.entry(USER_CANCELED, "user_canceled"),
            Map.entry(109, "missing_extension"),
            Map.entry(110, "unsupported_extension"),
            Map.entry(UNRECOGNIZED_NAME, "unrecognized_name"),
            Map.entry(113, "bad_certificate_status_response"),
            Map.entry(115, "unknown_psk_identity"),
            Map.entry(CERTIFICATE_REQUIRED, "certificate_required"),
            Map.entry(NO_APPLICATION_PROTOCOL, "no_application_protocol"));

    /** BoringSSL: its reason is 1000 and the alert. */
    private static final Pattern BORINGSSL = Pattern.compile("error:([0-9a-fA-F]{8}):");

    private static final int BORINGSSL_OFFSET = 1000;
    private static final Pattern JDK = Pattern.compile("Received (?:fatal |warning )?alert: ([a-z_0-9]+)");

    private TlsAlert() {}

    /** The name of RFC 8446 §6, or {@code alert 200}. */
    static String name(int alert) {
        return NAMES.getOrDefault(alert, "alert " + alert);
    }

    /** The alert that the peer sent and that this tells of; null if it tells of none. */
    static @Nullable Integer received(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Integer alert = received(String.valueOf(cause.getMessage()));
            if (alert != null) {
                return alert;
            }
        }
        return null;
    }

    private static @Nullable Integer received(String message) {
        Matcher boring = BORINGSSL.matcher(message);
        while (boring.find()) {
            int alert = (Integer.parseUnsignedInt(boring.group(1), 16) & 0xfff) - BORINGSSL_OFFSET;
            if (alert >= 0 && alert <= 255) {
                return alert;
            }
        }
        Matcher jdk = JDK.matcher(message);
        if (jdk.find()) {
            return NAMES.entrySet().stream()
                    .filter(e -> e.getValue().equals(jdk.group(1)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }
}
