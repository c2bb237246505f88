package dev.hopscope.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.proxy.ProxyOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatternPolicyTest {
    private static final Endpoint BANK = new Endpoint("bank.test", 443);

    private static PassReason.@Nullable Code decision(ProxyOptions options, Endpoint target, @Nullable String sni) {
        PassReason reason = new PatternPolicy(() -> options).passes(target, sni);
        return reason == null ? null : reason.code();
    }

    private static ProxyOptions hosts(List<String> ignore, List<String> allow) {
        return ProxyOptions.DEFAULT.withHosts(ignore, allow);
    }

    @Test
    void withoutPatternsEverythingIsOpened() {
        assertThat(decision(ProxyOptions.DEFAULT, BANK, "bank.test")).isNull();
    }

    @Test
    void withInterceptionOffNothingIs() {
        assertThat(decision(ProxyOptions.DEFAULT.withIntercept(false), BANK, null))
                .isEqualTo(PassReason.Code.INTERCEPTION_OFF);
    }

    @Test
    void aPatternIsSearchedInHostAndPortWithoutRegardToCase() {
        assertThat(decision(hosts(List.of("BANK\\.test:443$"), List.of()), BANK, null))
                .isEqualTo(PassReason.Code.IGNORED_HOST);
        assertThat(decision(hosts(List.of("bank\\.test:8443$"), List.of()), BANK, null))
                .isNull();
    }

    @Test
    void aPatternIsSearchedInTheServerName() {
        Endpoint address = new Endpoint("192.0.2.1", 443);

        assertThat(decision(hosts(List.of("bank"), List.of()), address, "www.bank.test"))
                .isEqualTo(PassReason.Code.IGNORED_HOST);
        assertThat(decision(hosts(List.of(), List.of("bank")), address, "www.bank.test"))
                .isNull();
    }

    @Test
    void ignoringWins() {
        assertThat(decision(hosts(List.of("bank"), List.of("bank")), BANK, null))
                .isEqualTo(PassReason.Code.IGNORED_HOST);
    }

    @Test
    void whereHostsAreAllowedOthersPass() {
        assertThat(decision(hosts(List.of(), List.of("shop")), BANK, null))
                .isEqualTo(PassReason.Code.NOT_AN_ALLOWED_HOST);
    }

    @Test
    void theReasonNamesThePattern() {
        PatternPolicy policy = new PatternPolicy(() -> hosts(List.of("shop", "^ba"), List.of()));

        assertThat(policy.passes(BANK, null)).isEqualTo(new PassReason(PassReason.Code.IGNORED_HOST, "^ba"));
    }

    @Test
    void aPatternThatStallsOtherEnginesIsAnsweredAtOnce() {
        String name = "a".repeat(200) + "!";

        assertThat(decision(hosts(List.of("(a+)+$", "(a|aa)+b"), List.of()), new Endpoint(name, 1), name))
                .isNull();
    }

    @Test
    void aPatternThatCannotBeReadIsNamedWithWhatIsWrong() {
        assertThatThrownBy(() -> new HostPatterns(List.of("(a")))
                .hasMessageContaining("'(a'")
                .hasMessageContaining("missing closing )");
        assertThat(HostPatterns.problem("*.test")).contains("write .* instead of *");
        assertThat(HostPatterns.problem("\\.test$")).isNull();
    }
}
