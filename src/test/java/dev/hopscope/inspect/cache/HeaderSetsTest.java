package dev.hopscope.inspect.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderSetsTest {
    static List<HeaderSets.HeaderSet> all() throws IOException {
        return HeaderSets.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void fieldsAsACacheSentThemGiveTheseMarks(HeaderSets.HeaderSet set) {
        assertThat(HeaderSets.words(set.marks())).isEqualTo(set.expected());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyMarkQuotesWhatTheMessageHolds(HeaderSets.HeaderSet set) {
        for (CacheMark mark : set.marks()) {
            for (Evidence line : mark.evidence()) {
                switch (line.source()) {
                    case STATUS ->
                        assertThat(line.words()).startsWith("" + set.response().status());
                    case REQUEST ->
                        assertThat(set.request().headers().get(line.line()).value())
                                .isEqualTo(line.value());
                    case RESPONSE ->
                        assertThat(set.response().headers().get(line.line()).value())
                                .isEqualTo(line.value());
                }
                assertThat(line.words()).isNotBlank();
            }
        }
    }

    @Test
    void atLeast120DifferentSetsHaveAPublicSource() throws IOException {
        var different = new HashSet<>();
        for (HeaderSets.HeaderSet set : HeaderSets.all()) {
            assertThat(set.source()).matches("https?://[a-z0-9.-]+/\\S+");
            different.add(set.response());
        }
        assertThat(different).hasSizeGreaterThanOrEqualTo(120);
    }
}
