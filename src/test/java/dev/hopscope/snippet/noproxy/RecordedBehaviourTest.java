package dev.hopscope.snippet.noproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every client's rules against what the real client did: no case is skipped and nothing is generated. */
class RecordedBehaviourTest {
    static Stream<String> clients() {
        return Clients.ALL.stream().map(NoProxyClient::id);
    }

    @Test
    void everyRecordedClientHasItsRules() {
        assertThat(clients().toList()).containsExactlyInAnyOrderElementsOf(Recordings.CLIENTS);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theVerdictForEachListAndUrlIsTheRecordedOne(String id) {
        NoProxyClient client = Clients.byId(id).orElseThrow();
        List<String> mismatches = new ArrayList<>();
        for (Recordings.Case recorded : Recordings.CASES) {
            Recordings.Answer answer = recorded.answers().get(id);
            if (answer != null) {
                Decision decision = client.decide(recorded.environment(), recorded.url(), Recordings::addressOf);
                if (!decision.verdict().word().equals(answer.verdict())) {
                    mismatches.add(recorded.id() + " no_proxy=" + recorded.noProxy() + " " + recorded.url()
                            + ": recorded " + answer.verdict() + ", got " + decision);
                }
            }
        }
        assertThat(mismatches).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theVariableThatWinsIsTheRecordedOne(String id) {
        NoProxyClient client = Clients.byId(id).orElseThrow();
        List<String> mismatches = new ArrayList<>();
        for (Recordings.Variables recorded : Recordings.VARIABLES) {
            Recordings.Answer answer = recorded.answers().get(id);
            if (answer != null) {
                Decision decision = client.decide(recorded.environment(), recorded.url(), Recordings::addressOf);
                String via = NoProxyCases.via(recorded.env(), decision);
                boolean same = decision.verdict().word().equals(answer.verdict())
                        && (answer.via() == null || answer.via().equals(via));
                if (!same) {
                    mismatches.add(recorded.id() + " " + recorded.env() + " " + recorded.url() + ": recorded " + answer
                            + ", got " + via + " " + decision);
                }
            }
        }
        assertThat(mismatches).isEmpty();
    }

    @Test
    void aClientThatIsRecordedIsRecordedInManyCases() {
        long answers =
                Recordings.CASES.stream().mapToLong(c -> c.answers().size()).sum()
                        + Recordings.VARIABLES.stream()
                                .mapToLong(v -> v.answers().size())
                                .sum();
        assertThat(answers).isGreaterThan(34_000);
    }
}
