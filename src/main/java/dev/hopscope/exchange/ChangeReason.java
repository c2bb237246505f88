package dev.hopscope.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Why Hopscope changed a line. Sealed: a new reason must be given its words wherever reasons are shown. Immutable.
 */
public sealed interface ChangeReason {
    /** A stable name for files and machines: {@code hop-by-hop}. */
    String code();

    /** The section that asks for or allows the change: {@code RFC 9110 §7.6.1}; empty where no standard speaks. */
    String rfc();

    /** One English sentence without full stop, for the command line and exports; the window has its own words by {@link #code}. */
    String words();

    /** Whether every forwarding proxy must do this to every message, so that it deserves no second look. */
    default boolean routine() {
        return false;
    }

    /** @param connectionOption the option of the Connection field that names the line, null where the field is hop-by-hop by its own definition */
    record HopByHop(@Nullable String connectionOption) implements ChangeReason {
        @Override
        public String code() {
            return "hop-by-hop";
        }

        @Override
        public String rfc() {
            return "RFC 9110 §7.6.1";
        }

        @Override
        public String words() {
            return connectionOption == null
                    ? "concerns one connection only and must not be forwarded"
                    : "named by the option " + connectionOption + " of Connection, so it concerns one connection only";
        }

        @Override
        public boolean routine() {
            return true;
        }
    }

    /** The Connection field Hopscope writes for its own connection. */
    record OwnConnection() implements ChangeReason {
        @Override
        public String code() {
            return "own-connection";
        }

        @Override
        public String rfc() {
            return "RFC 9112 §9.3";
        }

        @Override
        public String words() {
            return "Hopscope says what it wants of its own connection";
        }

        @Override
        public boolean routine() {
            return true;
        }
    }

    record ViaAdded() implements ChangeReason {
        @Override
        public String code() {
            return "via";
        }

        @Override
        public String rfc() {
            return "RFC 9110 §7.6.3";
        }

        @Override
        public String words() {
            return "every proxy adds itself to Via";
        }

        @Override
        public boolean routine() {
            return true;
        }
    }

    /** Absolute form received, origin form sent, or the reverse before an upstream proxy. */
    record TargetForm() implements ChangeReason {
        @Override
        public String code() {
            return "target-form";
        }

        @Override
        public String rfc() {
            return "RFC 9112 §3.2";
        }

        @Override
        public String words() {
            return "a proxy is asked in absolute form, an origin in origin form";
        }

        @Override
        public boolean routine() {
            return true;
        }
    }

    /** The Host received gave way to the authority of the target. */
    record HostFromTarget() implements ChangeReason {
        @Override
        public String code() {
            return "host-from-target";
        }

        @Override
        public String rfc() {
            return "RFC 9112 §3.2.2";
        }

        @Override
        public String words() {
            return "with a target in absolute form the Host received is ignored and replaced by the target's";
        }
    }

    record ProxyConnection() implements ChangeReason {
        @Override
        public String code() {
            return "proxy-connection";
        }

        @Override
        public String rfc() {
            return "RFC 9112 §C.2.2";
        }

        @Override
        public String words() {
            return "a relic of HTTP/1.0 proxies, meant for Hopscope alone";
        }

        @Override
        public boolean routine() {
            return true;
        }
    }

    record CredentialsConsumed() implements ChangeReason {
        @Override
        public String code() {
            return "credentials-consumed";
        }

        @Override
        public String rfc() {
            return "RFC 9110 §11.7.2";
        }

        @Override
        public String words() {
            return "credentials for this proxy are not passed on";
        }
    }

    record UpstreamCredentials() implements ChangeReason {
        @Override
        public String code() {
            return "upstream-credentials";
        }

        @Override
        public String rfc() {
            return "RFC 9110 §11.7.2";
        }

        @Override
        public String words() {
            return "the upstream proxy asks for credentials, and the settings hold them";
        }
    }

    /** @param why what was rewritten: a full sentence part such as {@code an HTTP/1.0 client cannot read chunked} */
    record Framing(String why) implements ChangeReason {
        @Override
        public String code() {
            return "framing";
        }

        @Override
        public String rfc() {
            return "RFC 9112 §6";
        }

        @Override
        public String words() {
            return why;
        }
    }

    /** Each hop speaks its own version (RFC 9110 §2.5). */
    record VersionOfHop() implements ChangeReason {
        @Override
        public String code() {
            return "version";
        }

        @Override
        public String rfc() {
            return "RFC 9110 §2.5";
        }

        @Override
        public String words() {
            return "each hop speaks the version of HTTP of its own two ends";
        }
    }

    record EncodingNarrowed(String why) implements ChangeReason {
        @Override
        public String code() {
            return "encoding-narrowed";
        }

        @Override
        public String rfc() {
            return "RFC 9110 §12.5.3";
        }

        @Override
        public String words() {
            return why;
        }
    }

    /** A field a recipient must ignore or that may not be passed on as it was, as {@code why} says. */
    record Sanitised(String why, String rfc) implements ChangeReason {
        @Override
        public String code() {
            return "sanitised";
        }

        @Override
        public String words() {
            return why;
        }
    }

    /** {@code local.hopscope.test} stands for this machine's own name, which many clients never send to a proxy. */
    record LocalAlias() implements ChangeReason {
        @Override
        public String code() {
            return "local-alias";
        }

        @Override
        public String rfc() {
            return "";
        }

        @Override
        public String words() {
            return "local.hopscope.test stands for localhost on this machine";
        }
    }

    record Http2Mapping(String why) implements ChangeReason {
        @Override
        public String code() {
            return "http2-mapping";
        }

        @Override
        public String rfc() {
            return "RFC 9113 §8.3";
        }

        @Override
        public String words() {
            return why;
        }
    }

    record Cache(String why, String rfc) implements ChangeReason {
        @Override
        public String code() {
            return "cache";
        }

        @Override
        public String words() {
            return why;
        }
    }

    record Rule(String name) implements ChangeReason {
        @Override
        public String code() {
            return "rule";
        }

        @Override
        public String rfc() {
            return "";
        }

        @Override
        public String words() {
            return "rule " + name;
        }
    }

    record ReplayEdit() implements ChangeReason {
        @Override
        public String code() {
            return "replay-edit";
        }

        @Override
        public String rfc() {
            return "";
        }

        @Override
        public String words() {
            return "edited before it was sent again";
        }
    }
}
