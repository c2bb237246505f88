package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head that goes to the origin, made from the one received, with a reason for every difference (RFC 9110 §7.6). Immutable. Sends nothing.
 *
 * @param upgrade whether an upgrade is asked for, so that a 101 may come
 */
record ForwardedRequest(RequestHead head, List<HeaderChange> changes, boolean upgrade) {
    /**
     * What is decided outside of the head.
     *
     * @param target the target to send
     * @param host the Host to send, null to leave the one received
     * @param hostReason why the Host differs, where it does
     * @param via our entry
     * @param credentials for the upstream proxy, null for none
     * @param conditions of our cache, in place of the client's; none as a rule
     */
    record Plan(
            String target,
            @Nullable String host,
            ChangeReason hostReason,
            String via,
            @Nullable String credentials,
            Headers conditions) {
        Plan(String target, @Nullable String host, ChangeReason hostReason, String via, @Nullable String credentials) {
            this(target, host, hostReason, via, credentials, Headers.EMPTY);
        }

        /** With this question of our cache. */
        Plan asking(Headers newConditions) {
            return new Plan(target, host, hostReason, via, credentials, newConditions);
        }
    }

    private static final String TRAILERS = "trailers";

    static ForwardedRequest of(RequestHead received, byte[] codes, ConnectionOptions options, Plan plan) {
        return new Making(received, codes, options, plan).make();
    }

    /** One walk through the lines. */
    private static final class Making {
        private final RequestHead received;
        private final Headers lines;
        private final byte[] codes;
        private final ConnectionOptions options;
        private final Plan plan;
        private final Rewrite rewrite;
        private final @Nullable String upgrade;
        private final boolean trailers;
        private boolean hostSeen;
        private boolean connectionDone;
        private boolean upgradeDone;
        private boolean teDone;

        Making(RequestHead received, byte[] codes, ConnectionOptions options, Plan plan) {
            this.received = received;
            this.lines = received.headers();
            this.codes = codes;
            this.options = options;
            this.plan = plan;
            this.rewrite = new Rewrite(Direction.REQUEST, HeaderChange.Part.HEADERS, lines);
            this.upgrade = options.upgrade() && received.version() != HttpVersion.HTTP_1_0
                    ? Upgrades.passed(lines, codes)
                    : null;
            this.trailers = options.te() && takesTrailers();
        }

        ForwardedRequest make() {
            if (!plan.target().equals(received.target())) {
                rewrite.startLine(":target", received.target(), plan.target(), Reasons.TARGET_FORM);
            }
            if (received.version() != HttpVersion.HTTP_1_1) {
                rewrite.startLine(":version", received.version().text(), HttpVersion.HTTP_1_1.text(), Reasons.VERSION);
            }
            String host = plan.host();
            if (host != null && lines.indexOf("Host", 0) < 0) {
                rewrite.add("Host", host, plan.hostReason());
            }
            for (int i = 0; i < lines.size(); i++) {
                line(i);
            }
            String credentials = plan.credentials();
            if (credentials != null) {
                rewrite.add("Proxy-Authorization", credentials, Reasons.UPSTREAM_CREDENTIALS);
            }
            rewrite.add("Via", plan.via(), Reasons.VIA);
            for (int i = 0; i < plan.conditions().size(); i++) {
                rewrite.add(plan.conditions().name(i), plan.conditions().value(i), Reasons.CONDITION);
            }
            RequestHead head =
                    new RequestHead(received.method(), plan.target(), HttpVersion.HTTP_1_1, rewrite.headers());
            return new ForwardedRequest(head, rewrite.changes(), upgrade != null);
        }

        private void line(int i) {
            switch (codes[i]) {
                case Field.HOST -> host();
                case Field.CONNECTION -> connection();
                case Field.PROXY_CONNECTION -> rewrite.drop(Reasons.PROXY_CONNECTION);
                case Field.KEEP_ALIVE, Field.HTTP2_SETTINGS -> rewrite.drop(Reasons.HOP_BY_HOP);
                case Field.PROXY_AUTHORIZATION -> rewrite.drop(Reasons.CREDENTIALS);
                case Field.TE -> te();
                case Field.UPGRADE -> upgrade(i);
                case Field.MAX_FORWARDS -> maxForwards(i);
                case Field.EXPECT -> expect();
                case Field.OTHER, Field.PROXY_AUTHENTICATE -> other(i);
                case Field.END_TO_END -> endToEnd(i);
                default -> rewrite.keep();
            }
        }

        private void host() {
            String host = plan.host();
            if (host == null || hostSeen) {
                rewrite.keep();
            } else {
                rewrite.change(host, plan.hostReason());
            }
            hostSeen = true;
        }

        /** RFC 9110 §7.6.1: what is said about this connection is not said about the next; what Hopscope wants of its own is. */
        private void connection() {
            String own = ownOptions();
            if (connectionDone || own.isEmpty()) {
                rewrite.drop(Reasons.HOP_BY_HOP);
            } else {
                rewrite.change(own, Reasons.OWN_CONNECTION);
                connectionDone = true;
            }
        }

        private String ownOptions() {
            if (upgrade != null) {
                return trailers ? "TE, Upgrade" : "Upgrade";
            }
            return trailers ? "TE" : "";
        }

        /** RFC 9110 §10.1.4: TE is for one hop; trailers are what Hopscope itself can take and give on. */
        private void te() {
            if (!trailers || teDone) {
                rewrite.drop(Reasons.HOP_BY_HOP);
            } else {
                rewrite.change(TRAILERS, Reasons.OWN_CONNECTION);
                teDone = true;
            }
        }

        private void upgrade(int i) {
            if (upgrade == null) {
                rewrite.drop(
                        options.upgrade() && received.version() == HttpVersion.HTTP_1_1
                                ? Reasons.H2C
                                : Reasons.HOP_BY_HOP);
            } else if (upgradeDone) {
                rewrite.drop(Reasons.HOP_BY_HOP);
            } else {
                rewrite.change(
                        upgrade,
                        lines.value(i).toLowerCase(Locale.ROOT).contains("h2c") ? Reasons.H2C : Reasons.OWN_CONNECTION);
                upgradeDone = true;
            }
        }

        private void maxForwards(int i) {
            String method = received.method();
            String value = lines.value(i);
            boolean counts = (method.equals("OPTIONS") || method.equals("TRACE")) && MaxForwards.of(value) > 0;
            if (counts) {
                rewrite.change(Long.toString(MaxForwards.of(value) - 1), Reasons.MAX_FORWARDS);
            } else {
                rewrite.keep();
            }
        }

        private void expect() {
            if (received.version() == HttpVersion.HTTP_1_0) {
                rewrite.drop(Reasons.EXPECT_IN_HTTP10);
            } else {
                rewrite.keep();
            }
        }

        /** RFC 9111 §4.3.1: the question of the cache stands in place of the client's. */
        private void endToEnd(int i) {
            boolean asked = !plan.conditions().isEmpty()
                    && (lines.name(i).equalsIgnoreCase("If-None-Match")
                            || lines.name(i).equalsIgnoreCase("If-Modified-Since"));
            if (asked) {
                rewrite.drop(Reasons.OWN_CONDITION);
            } else {
                rewrite.keep();
            }
        }

        private void other(int i) {
            String option = options.naming(lines.name(i));
            if (option != null) {
                rewrite.drop(new ChangeReason.HopByHop(option));
            } else {
                rewrite.keep();
            }
        }

        private boolean takesTrailers() {
            for (int i = 0; i < lines.size(); i++) {
                if (codes[i] == Field.TE) {
                    for (String part : lines.value(i).split(",", -1)) {
                        if (part.strip().equalsIgnoreCase(TRAILERS)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }
    }
}
