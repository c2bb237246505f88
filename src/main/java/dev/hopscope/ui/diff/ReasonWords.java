package dev.hopscope.ui.diff;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.ui.kit.Messages;

/**
 * Why a line was changed, in the words of the window. Immutable, any thread. Asks no network: the standard is cited, and explained here.
 *
 * @param label short, for the line itself
 * @param explanation what the rule is for
 * @param rfc the section, {@code RFC 9110 §7.6.1}; empty where no standard speaks
 */
public record ReasonWords(String label, String explanation, String rfc) {
    public static ReasonWords of(HeaderChange change) {
        ChangeReason reason = change.reason();
        return new ReasonWords(label(change), Messages.text("reason." + reason.code() + ".why"), reason.rfc());
    }

    /** Of a line whose change nobody recorded. */
    public static ReasonWords unknown() {
        return new ReasonWords(Messages.text("reason.unknown"), Messages.text("reason.unknown.why"), "");
    }

    private static String label(HeaderChange change) {
        return switch (change.reason()) {
            case ChangeReason.HopByHop r -> {
                String key = r.connectionOption() != null
                        ? ".named"
                        : change.name().equalsIgnoreCase("Connection") ? ".connection" : "";
                yield Messages.text("reason.hop-by-hop" + key);
            }
            case ChangeReason.OwnConnection r -> plain(r);
            case ChangeReason.ViaAdded r -> plain(r);
            case ChangeReason.TargetForm r -> plain(r);
            case ChangeReason.HostFromTarget r -> plain(r);
            case ChangeReason.ProxyConnection r -> plain(r);
            case ChangeReason.CredentialsConsumed r -> plain(r);
            case ChangeReason.UpstreamCredentials r -> plain(r);
            case ChangeReason.VersionOfHop r -> plain(r);
            case ChangeReason.LocalAlias r -> plain(r);
            case ChangeReason.ReplayEdit r -> plain(r);
            case ChangeReason.Framing r -> sentence(r.why());
            case ChangeReason.EncodingNarrowed r -> sentence(r.why());
            case ChangeReason.Sanitised r -> sentence(r.why());
            case ChangeReason.Http2Mapping r -> sentence(r.why());
            case ChangeReason.Cache r -> sentence(r.why());
            case ChangeReason.Rule r -> Messages.text("reason.rule", r.name());
        };
    }

    private static String plain(ChangeReason reason) {
        return Messages.text("reason." + reason.code());
    }

    /** What the engine said of this very case. */
    private static String sentence(String why) {
        return why.isEmpty() ? why : Character.toUpperCase(why.charAt(0)) + why.substring(1);
    }
}
