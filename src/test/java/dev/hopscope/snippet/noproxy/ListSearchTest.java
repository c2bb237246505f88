package dev.hopscope.snippet.noproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.snippet.noproxy.Wanted.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What to write instead, for intents people have. */
class ListSearchTest {
    private static final Wanted DOMAIN = new Wanted.Name("example.com", Extent.WITH_SUBDOMAINS, null);

    private static ListAdvice advice(List<Wanted> intent, String... ids) {
        return new ListSearch(intent, Recordings::addressOf)
                .advise(Stream.of(ids).map(id -> Clients.byId(id).orElseThrow()).toList());
    }

    @Test
    void aDomainWithItsSubdomainsIsItsPlainNameForCurlAndPythonAndGo() {
        assertThat(advice(List.of(DOMAIN), "curl", "python-requests", "go").value())
                .isNull();
        assertThat(advice(List.of(DOMAIN), "curl", "python-urllib", "go").value())
                .isEqualTo("example.com");
    }

    @Test
    void aDomainNeedsASecondSpellingForNodeModules() {
        assertThat(advice(List.of(DOMAIN), "curl", "go", "node24-http").value()).isEqualTo("example.com,.example.com");
    }

    @Test
    void aNameAloneCannotBeSaidToCurlWhichTakesTheSubdomainsToo() {
        ListAdvice advice = advice(List.of(new Wanted.Name("example.com", Extent.ITSELF, null)), "curl", "node24-http");
        assertThat(advice.value()).isNull();
        assertThat(advice.statement()).contains("example.com for Node 24", "no list says example.com to curl");
    }

    @Test
    void aRangeIsWrittenTwiceForCurlAndJava() {
        Wanted range = new Wanted.Range("10.0.0.0", 8);
        assertThat(advice(List.of(range), "curl", "java-huc").value()).isEqualTo("10.0.0.0/8,10.*");
        assertThat(advice(List.of(range), "wget").value()).isNull();
    }

    @Test
    void aSmallRangeIsListedForAClientWithoutRanges() {
        assertThat(advice(List.of(new Wanted.Range("10.1.2.8", 31)), "aria2", "node22-http", "java-huc")
                        .value())
                .isEqualTo("10.1.2.8,10.1.2.9");
    }

    @Test
    void whereNoListServesAllEveryGroupGetsItsOwn() {
        ListAdvice advice = advice(
                List.of(new Wanted.Name("example.com", Extent.ITSELF, 8080)),
                "go",
                "undici8",
                "proxy-from-env",
                "busybox-wget");
        assertThat(advice.value()).isNull();
        assertThat(advice.groups()).anySatisfy(group -> {
            assertThat(group.clients()).extracting(NoProxyClient::id).containsExactly("proxy-from-env");
            assertThat(group.value()).isEqualTo("example.com:8080");
        });
        assertThat(advice.groups())
                .flatExtracting(ListAdvice.Group::clients)
                .extracting(client -> ((NoProxyClient) client).id())
                .doesNotContain("busybox-wget");
    }

    @Test
    void aClientThatNeverUsesAProxyIsSetApart() {
        ListAdvice advice = advice(List.of(DOMAIN), "curl", "got");
        assertThat(advice.value()).isEqualTo("example.com");
        assertThat(advice.unaffected()).extracting(NoProxyClient::id).containsExactly("got");
    }

    @Test
    void severalWantedThingsBecomeOneListWithoutDoubles() {
        List<Wanted> intent = List.of(
                DOMAIN, new Wanted.Name("www.example.com", Extent.ITSELF, null), new Wanted.Address("10.1.2.3", null));
        assertThat(advice(intent, "curl", "go").value()).isEqualTo("example.com,10.1.2.3");
    }

    @Test
    void ipv6IsSpelledWithAndWithoutBracketsWhereClientsDiffer() {
        Wanted address = new Wanted.Address("2001:DB8:0:0:0:0:0:1", null);
        assertThat(advice(List.of(address), "curl", "python-urllib").value()).isEqualTo("2001:db8::1,[2001:db8::1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "go", "python-requests", "undici7", "java-huc", "ruby-net-http", "needle", "npm"})
    void aListThatIsAdvisedDoesWhatIsWanted(String id) {
        List<Wanted> intent = List.of(DOMAIN, new Wanted.Address("10.1.2.3", null));
        NoProxyClient client = Clients.byId(id).orElseThrow();
        String value = advice(intent, id).value();
        if (value == null) {
            assertThat(advice(intent, id).statement()).contains("no list says");
            return;
        }
        ProxyEnvironment environment = ProxyEnvironment.withNoProxy(value, ProxyEnvironment.nonProxyHostsFor(value));
        for (Wanted wanted : intent) {
            assertThat(wanted.inside())
                    .allMatch(url -> client.decide(environment, url, Recordings::addressOf)
                                    .verdict()
                            == Verdict.DIRECT);
        }
    }

    @Test
    void whatIsNoAddressIsRefusedInWords() {
        assertThatThrownBy(() -> new Wanted.Address("10.1.2", null)).hasMessage("'10.1.2' is no IPv4 or IPv6 address.");
        assertThatThrownBy(() -> new Wanted.Range("10.0.0.0", 33))
                .hasMessage("'10.0.0.0/33' is no range of addresses.");
    }

    @Test
    void aSearchTellsHowFarItIsAndIsGivenUpWhenNobodyWaits() {
        ListSearch search = new ListSearch(List.of(DOMAIN), Recordings::addressOf);
        List<Double> shares = new ArrayList<>();
        search.advise(Clients.ALL, shares::add);
        assertThat(shares).hasSizeGreaterThan(Clients.ALL.size() / 2).allMatch(share -> share >= 0 && share <= 1);
        shares.clear();
        assertThatThrownBy(() -> search.advise(Clients.ALL, share -> {
                    shares.add(share);
                    return shares.size() < 3;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(shares).hasSize(3);
    }

    /** The preset "loopback": docs/decisions/0010-loopback.md. */
    private static final List<Wanted> LOOPBACK = List.of(
            new Wanted.Name("localhost", Extent.ITSELF, null),
            new Wanted.Address("127.0.0.1", null),
            new Wanted.Address("::1", null));

    private static final String LOOPBACK_LIST = "localhost,127.0.0.1,::1,[::1]";

    private static String[] allBut(String... ids) {
        return Clients.ALL.stream()
                .map(NoProxyClient::id)
                .filter(id -> !List.of(ids).contains(id))
                .toArray(String[]::new);
    }

    @Test
    void loopbackIsOneListForAllClientsButTheOneThatReadsBracketsAsAnExpression() {
        ListAdvice advice = advice(LOOPBACK, allBut("needle"));
        assertThat(advice.value()).isEqualTo(LOOPBACK_LIST);
        assertThat(advice.groups()).isEmpty();
    }

    @Test
    void whoCannotBeToldAnAddressIsNamedBesideTheOneList() {
        ListAdvice advice = advice(LOOPBACK, allBut("needle"));
        assertThat(advice.beside())
                .filteredOn(beside -> beside.unsaid().equals(List.of("::1")))
                .singleElement()
                .satisfies(beside -> assertThat(beside.clients())
                        .extracting(NoProxyClient::id)
                        .containsExactlyInAnyOrder(
                                "npm", "python-httpx", "global-agent", "global-agent-3", "request", "maven"));
        assertThat(advice.beside())
                .filteredOn(beside -> beside.unsaid().equals(List.of("localhost", "127.0.0.1", "::1")))
                .singleElement()
                .satisfies(beside -> assertThat(beside.clients())
                        .extracting(NoProxyClient::id)
                        .containsExactly("busybox-wget"));
        assertThat(advice.beside()).hasSize(2);
    }

    @Test
    void needleIsSetApartFromTheLoopbackListSinceItWouldSendEverythingDirect() {
        ListAdvice advice = advice(LOOPBACK, allBut());
        assertThat(advice.value()).isNull();
        assertThat(advice.groups()).hasSize(2);
        assertThat(advice.groups().getFirst().value()).isEqualTo(LOOPBACK_LIST);
        assertThat(advice.groups().getLast().clients())
                .extracting(NoProxyClient::id)
                .containsExactly("needle");
        NoProxyClient needle = Clients.byId("needle").orElseThrow();
        assertThat(needle.decide(
                                ProxyEnvironment.withNoProxy(LOOPBACK_LIST, null),
                                "http://other.test/",
                                Recordings::addressOf)
                        .verdict())
                .isEqualTo(Verdict.DIRECT);
    }

    @Test
    void aThingThatNeedsNoEntryLeavesNoEmptyOneWhichSomeTakeForEveryHost() {
        assertThat(advice(LOOPBACK, "global-agent-3").value()).isEqualTo("localhost,127.0.0.1");
    }

    @Test
    void whatGoesDirectByABuiltInRuleNeedsNoEntry() {
        assertThat(advice(LOOPBACK, "go", "ruby-net-http").value()).isEmpty();
    }

    @Test
    void aClientThatReadsNoListAloneGetsNone() {
        ListAdvice advice = advice(LOOPBACK, "busybox-wget");
        assertThat(advice.value()).isNull();
        assertThat(advice.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.missed()).containsExactly("localhost", "127.0.0.1", "::1"));
    }

    @Test
    void whatIsNotLoopbackIsToleratedByNoLoopbackEntry() {
        assertThat(LOOPBACK)
                .noneMatch(wanted -> wanted.tolerates("http://localhost.evil.test/"))
                .noneMatch(wanted -> wanted.tolerates("http://evil-localhost.test/"))
                .noneMatch(wanted -> wanted.tolerates("http://mylocalhost.evil.testlocalhost/"))
                .noneMatch(wanted -> wanted.tolerates("http://128.0.0.1/"))
                .noneMatch(wanted -> wanted.tolerates("http://[2001:db8::1]/"));
        assertThat(new Wanted.Address("10.1.2.3", null).tolerates("http://10.1.2.4/"))
                .isFalse();
        assertThat(LOOPBACK).anyMatch(wanted -> wanted.tolerates("http://www.localhost/"));
        assertThat(LOOPBACK).anyMatch(wanted -> wanted.tolerates("http://127.0.0.10/"));
    }
}
