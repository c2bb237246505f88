package dev.hopscope.ui.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.Verdict;
import dev.hopscope.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TesterModelTest {
    private final Background background = new Background(Runnable::run, Runnable::run);
    private final EnvironmentModel pane = new EnvironmentModel(background, List.of());
    private final List<String> lookedUp = new ArrayList<>();
    private final TesterModel model = tester(background);

    private TesterModel tester(Background where) {
        TesterModel made = new TesterModel(pane, where, () -> name -> {
            lookedUp.add(name);
            return "10.1.2.3";
        });
        made.chosen.retainAll(List.of("curl", "go"));
        made.urls.setAll("http://www.example.com/");
        return made;
    }

    private TesterMatrix matrix() {
        return Objects.requireNonNull(model.matrixProperty().get());
    }

    private Decision decision(String id) {
        return matrix().rows().stream()
                .filter(row -> row.client().id().equals(id))
                .findFirst()
                .orElseThrow()
                .decisions()
                .getFirst();
    }

    @Test
    void theListOfThePaneIsTriedAndFollowsIt() {
        assertThat(matrix().list()).isEqualTo("localhost,127.0.0.1,::1,[::1]");
        assertThat(decision("curl").verdict()).isEqualTo(Verdict.PROXY);
        pane.add(".example.com");
        assertThat(decision("curl").verdict()).isEqualTo(Verdict.DIRECT);
        assertThat(decision("curl").entry()).isEqualTo("example.com");
        assertThat(matrix().columns().getFirst().wanted()).isEqualTo(Verdict.DIRECT);
    }

    @Test
    void aListOfYourOwnBeginsWithThePanesAndIsJudgedByWhatIsWanted() {
        model.choose(TesterSource.LIST);
        assertThat(model.list.get()).startsWith("localhost,");
        model.list.set(".example.com");
        pane.add("www.example.com");
        assertThat(decision("python-requests").verdict()).isEqualTo(Verdict.DIRECT);
        assertThat(decision("busybox-wget").verdict()).isEqualTo(Verdict.PROXY);
        assertThat(matrix().differing(0, java.util.Set.of("python-requests", "busybox-wget")))
                .isEqualTo(1);
        assertThat(matrix().disagree(0, java.util.Set.of("python-requests", "busybox-wget")))
                .isTrue();
        assertThat(matrix().disagree(0, java.util.Set.of("python-requests"))).isFalse();
    }

    @Test
    void variablesAreTriedAsTypedAndAProxyWithoutPortIsOn1080ForCurl() {
        model.choose(TesterSource.VARIABLES);
        assertThat(model.variables.get()).contains("http_proxy=http://127.0.0.1:8888", "no_proxy=localhost");
        model.variables.set("# two\nexport http_proxy='u:p@proxy.example'\n\nALL_PROXY=\"http://other.example:1\"");
        assertThat(decision("curl").via()).isEqualTo("http_proxy");
        assertThat(decision("curl").proxy()).isEqualTo("proxy.example:1080");
        assertThat(matrix().list()).isNull();
    }

    @Test
    void clientsThatReadNoVariableAreLeftOutOfVariablesAndCounted() {
        model.choose(TesterSource.VARIABLES);
        assertThat(matrix().elsewhere())
                .extracting(NoProxyClient::id)
                .contains("maven", "java-huc", "git-http.proxy")
                .doesNotContain("curl", "got", "java-huc-env");
        assertThat(matrix().rows()).extracting(row -> row.client().id()).doesNotContain("maven");
    }

    @Test
    void aLineThatIsNoVariableIsNamed() {
        model.choose(TesterSource.VARIABLES);
        model.variables.set("http_proxy=a:1\nno proxy");
        assertThat(model.problemProperty().get()).isEqualTo("Line 2 is no variable. Write NAME=value.");
        assertThat(model.rows()).isEmpty();
        model.variables.set("http_proxy=a:1");
        assertThat(model.problemProperty().get()).isEmpty();
        assertThatThrownBy(() -> TypedVariables.read("=x")).hasMessageContaining("Line 1");
    }

    @Test
    void noNameIsLookedUpUntilItIsAskedFor() {
        pane.add("10.0.0.0/8");
        assertThat(decision("ruby-net-http").verdict()).isEqualTo(Verdict.PROXY);
        assertThat(lookedUp).isEmpty();
        model.lookUp.set(true);
        assertThat(lookedUp).contains("www.example.com").doesNotContain("other.test");
        assertThat(decision("ruby-net-http").verdict()).isEqualTo(Verdict.DIRECT);
    }

    @Test
    void whatToWriteInsteadFollowsTheChosenClientsAndTheIntent() {
        pane.loopback.set(false);
        pane.add(".example.com");
        assertThat(Objects.requireNonNull(model.adviceProperty().get()).value()).isEqualTo("example.com");
        model.chosen.add("node24-http");
        assertThat(Objects.requireNonNull(model.adviceProperty().get()).value()).isEqualTo("example.com,.example.com");
        model.chosen.add("busybox-wget");
        assertThat(Objects.requireNonNull(model.adviceProperty().get()).value()).isEqualTo("example.com,.example.com");
        assertThat(Objects.requireNonNull(model.adviceProperty().get()).beside())
                .singleElement()
                .satisfies(beside -> assertThat(beside.unsaid()).containsExactly("example.com and its subdomains"));
        model.chosen.add("needle");
        assertThat(Objects.requireNonNull(model.adviceProperty().get()).value()).isNull();
        assertThat(Objects.requireNonNull(model.adviceProperty().get()).groups())
                .hasSize(2);
        model.use("example.com,.example.com");
        assertThat(matrix().list()).isEqualTo("example.com,.example.com");
    }

    @Test
    void aSearchIsGivenUpAndBegunAgain() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        TesterModel slow = tester(new Background(waiting::add, Runnable::run));
        assertThat(slow.searching().busyProperty().get()).isTrue();
        slow.cancelSearch();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(slow.searching().busyProperty().get()).isFalse();
        assertThat(slow.adviceProperty().get()).isNull();
        slow.searchAgain();
        waiting.remove().run();
        assertThat(slow.adviceProperty().get()).isNotNull();
    }

    @Test
    void rowsAreNarrowedToTheChosenAndToThoseThatDiffer() {
        assertThat(model.rows()).hasSize(49);
        model.onlyChosen.set(true);
        assertThat(model.rows()).extracting(row -> row.client().id()).containsExactly("curl", "go");
        model.onlyDiffering.set(true);
        assertThat(model.rows()).isEmpty();
        pane.add("10.0.0.0/8");
        model.urls.setAll("http://10.1.2.3/");
        model.chosen.add("wget");
        assertThat(model.rows()).extracting(row -> row.client().id()).containsExactly("wget");
    }

    @Test
    void aUrlWithoutSchemeIsHttpAndWhatHasNoHostIsRefused() {
        assertThat(model.addUrl(" a.test:81/x ")).isTrue();
        assertThat(model.urls).endsWith("http://a.test:81/x");
        assertThat(model.addUrl("ftp://a.test/")).isFalse();
        assertThat(model.urlProblemProperty().get()).startsWith("ftp://a.test/ is no http or https URL");
        assertThat(model.addUrl("http:///x")).isFalse();
        assertThat(model.addUrl("https://[::1]/")).isTrue();
        assertThat(model.urlProblemProperty().get()).isEmpty();
    }

    @Test
    void theDecidingEntryIsFoundInTheListAsItIsWritten() {
        assertThat(ListPiece.of("a.test, .B.test c.test", "b.test"))
                .containsExactly(
                        new ListPiece("a.test", false),
                        new ListPiece(", ", false),
                        new ListPiece(".B.test", true),
                        new ListPiece(" ", false),
                        new ListPiece("c.test", false));
        assertThat(ListPiece.of("a.test,.a.test", ".a.test"))
                .filteredOn(ListPiece::deciding)
                .containsExactly(new ListPiece(".a.test", true));
        assertThat(ListPiece.of("a.test", "localhost and loopback")).noneMatch(ListPiece::deciding);
    }
}
