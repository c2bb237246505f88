package dev.hopscope.ui.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.snippet.ProxyScheme;
import dev.hopscope.snippet.Snippets;
import dev.hopscope.snippet.machine.MachineAddress;
import dev.hopscope.ui.kit.Background;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EnvironmentModelTest {
    private final EnvironmentModel model =
            new EnvironmentModel(new Background(Runnable::run, Runnable::run), List.of("corp.example"));

    private String text() {
        return Objects.requireNonNull(model.textsProperty().get()).apply().text();
    }

    @Test
    void theTextFollowsWhatIsTyped() {
        assertThat(text()).contains("export https_proxy=http://127.0.0.1:8888");
        model.host.set("192.0.2.5");
        model.port.set("9001");
        model.scheme.set(ProxyScheme.SOCKS5H);
        model.user.set("a b");
        model.all.set(true);
        assertThat(text()).contains("export all_proxy=socks5h://a%20b@192.0.2.5:9001");
        model.upper.set(false);
        assertThat(text()).doesNotContain("HTTP_PROXY=");
    }

    @Test
    void whatIsWrongIsSaidAndThereIsNoText() {
        model.port.set("x");
        assertThat(model.problemProperty().get()).isEqualTo("The port is a number from 1 to 65535.");
        assertThat(model.textsProperty().get()).isNull();
        model.port.set("80");
        assertThat(model.problemProperty().get()).isEmpty();
        model.kubernetes.set(true);
        model.pods.set("10.0.0.0/99");
        assertThat(model.problemProperty().get()).contains("is no range of addresses");
    }

    @Test
    void aTargetThatCannotSayItSaysSo() {
        model.target.set(Snippets.byId("wget").orElseThrow());
        model.scheme.set(ProxyScheme.HTTPS);
        assertThat(model.problemProperty().get()).contains("wget speaks plain HTTP");
    }

    @Test
    void exceptionsAreAddedOnceAndRefusedInWords() {
        assertThat(model.add(" .a.test ")).isTrue();
        assertThat(model.add(".a.test")).isTrue();
        assertThat(model.entries).hasSize(1);
        assertThat(text()).contains("a.test,.a.test");
        assertThat(model.add("a b")).isFalse();
        assertThat(model.entryProblemProperty().get()).contains("holds ' ', which no host name has");
    }

    @Test
    void theSearchFindsByTitleGroupAndFile() {
        model.query.set("config.json");
        assertThat(model.targets()).extracting(snippet -> snippet.card().id()).containsExactly("docker-config");
        model.query.set("java maven");
        assertThat(model.targets()).extracting(snippet -> snippet.card().id()).containsExactly("maven");
        model.query.set("");
        assertThat(model.targets()).hasSameSizeAs(Snippets.ALL);
    }

    @Test
    void thePortFollowsTheProxyUnlessAnotherWasTyped() {
        model.listensOn(new Endpoint("127.0.0.1", 9000));
        assertThat(text()).contains("127.0.0.1:9000");
        model.port.set("3128");
        model.listensOn(new Endpoint("127.0.0.1", 9100));
        assertThat(text()).contains("127.0.0.1:3128");
    }

    @Test
    void anAddressWhereTheProxyDoesNotListenIsSaid() {
        assertThat(model.hintProperty().get()).isEmpty();
        model.host.set("192.168.1.4");
        assertThat(model.hintProperty().get()).contains("listens on 127.0.0.1 only");
        model.listensOn(new Endpoint("0.0.0.0", 8888));
        assertThat(model.hintProperty().get()).isEmpty();
        model.loopback.set(false);
        assertThat(model.hintProperty().get()).contains("Go, Ruby and Java never send localhost");
    }

    @Test
    void theProxyIsOfferedAsEachClientReachesIt() {
        List<Vantage> offered = Vantage.of(List.of(
                new MachineAddress("172.17.0.1", "docker0", true), new MachineAddress("192.168.1.4", "eth0", false)));
        assertThat(offered)
                .extracting(Vantage::host)
                .containsExactly(
                        "127.0.0.1",
                        "192.168.1.4",
                        "172.17.0.1",
                        "host.docker.internal",
                        "host.containers.internal",
                        "10.0.2.2");
    }

    @Test
    void searchDomainsOfThisMachineGoDirectWithAllBelow() {
        model.searchDomains.set(true);
        assertThat(text()).contains("corp.example,.corp.example");
    }
}
