package dev.hopscope.inspect.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a field holds, it is read without a fault and quoted as it stands. */
class AnyFieldsTest {
    private static final String SIGNS = " ,;:=\"\\()[]%?@*-/._0123456789abcHITMSfromTCPx\t\u0000\u007f\u00ff";
    private static final List<String> NAMES = CacheVendors.ALL.stream()
            .flatMap(v -> v.fields().stream())
            .distinct()
            .sorted()
            .toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomFieldsNeverThrow(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Headers.Builder headers = Headers.builder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                headers.add(NAMES.get(random.nextInt(NAMES.size())), text(random));
            }
            check(headers.build(), random.nextInt(8) == 0 ? 304 : 200);
        }
    }

    @Test
    void realFieldsWithOneOctetChangedNeverThrow() throws IOException {
        Random random = new Random(5);
        for (HeaderSets.HeaderSet set : HeaderSets.all()) {
            for (int i = 0; i < 60; i++) {
                List<Header> lines = new ArrayList<>(set.response().headers());
                int at = random.nextInt(lines.size());
                StringBuilder value = new StringBuilder(lines.get(at).value());
                if (!value.isEmpty()) {
                    value.setCharAt(random.nextInt(value.length()), (char) random.nextInt(256));
                }
                lines.set(at, new Header(lines.get(at).name(), value.toString()));
                check(Headers.copyOf(lines), set.response().status());
            }
        }
    }

    private static void check(Headers headers, int status) {
        List<CacheMark> marks = CacheMarks.of(
                HeaderSets.request("/", Headers.of("If-None-Match", "\"x\"")), HeaderSets.response(status, headers));
        PackedMarks packed = PackedMarks.of(marks);
        assertThat(packed.size()).isEqualTo(Math.min(6, marks.size()));
        for (int i = 0; i < packed.size(); i++) {
            assertThat(packed.state(i)).isEqualTo(marks.get(i).state());
            assertThat(packed.vendor(i).id()).isEqualTo(marks.get(i).vendor());
        }
        if (marks.size() <= 6) {
            assertThat(packed.decided()).isEqualTo(CacheMarks.decided(marks));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(40); n > 0; n--) {
            text.append(
                    random.nextInt(20) == 0
                            ? (char) random.nextInt(256)
                            : SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
