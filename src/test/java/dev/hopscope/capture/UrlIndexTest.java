package dev.hopscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.inspect.reuse.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UrlIndexTest {
    private final RowLog log = new RowLog(id -> Optional.empty());
    private final UrlIndex index = new UrlIndex(log);

    private static ExchangeRow row(long id, String path) {
        return ExchangeRow.builder(id)
                .target("https", "shop.example", 443)
                .path(path, false)
                .build();
    }

    /** Exchanges with ids from 1, all for {@code path}. */
    private static HttpExchange exchange(int id, String path) {
        Rows rows = new Rows();
        for (int i = 0; i < id; i++) {
            rows.at(i).url(path).gets("");
        }
        return rows.all().getLast();
    }

    private List<Long> of(HttpExchange x, int before, int after) {
        return index.of(x, before, after, () -> true).nearest().stream()
                .map(ExchangeId::value)
                .toList();
    }

    @Test
    void rowsOfTheSameUrlAreFoundAndTheRowItselfIsLeftOut() {
        log.put(List.of(row(1, "/a"), row(2, "/b"), row(3, "/a"), row(4, "/a")));

        assertThat(of(exchange(3, "/a"), 10, 10)).containsExactly(1L, 4L);
        assertThat(of(exchange(3, "https://shop.example/b"), 10, 10)).containsExactly(2L);
    }

    @Test
    void ofManyTheNearestAreGivenAndAllAreCounted() {
        log.put(LongStream.rangeClosed(1, 100_000)
                .mapToObj(id -> row(id, id % 2 == 0 ? "/busy" : "/other/" + id))
                .toList());

        UrlIndex.Found found = index.of(exchange(500, "/busy"), 3, 2, () -> true);
        assertThat(found.all()).isEqualTo(49_999);
        assertThat(found.nearest()).extracting(ExchangeId::value).containsExactly(494L, 496L, 498L, 502L, 504L);
    }

    @Test
    void whatComesLaterIsFoundToo() {
        log.put(List.of(row(1, "/a")));
        assertThat(of(exchange(1, "/a"), 10, 10)).isEmpty();

        log.put(List.of(row(3, "/a")));
        log.put(List.of(row(2, "/a")));
        assertThat(of(exchange(1, "/a"), 10, 10)).containsExactly(2L, 3L);
    }

    @Test
    void rowsThatWereRemovedAreNotFound() {
        log.put(List.of(row(1, "/a"), row(2, "/a"), row(3, "/a")));
        assertThat(of(exchange(3, "/a"), 10, 10)).containsExactly(1L, 2L);
        log.remove(List.of(1L));
        assertThat(of(exchange(3, "/a"), 10, 10)).containsExactly(2L);

        log.clear();
        log.put(List.of(row(9, "/a")));
        assertThat(of(exchange(3, "/a"), 10, 10)).containsExactly(9L);
    }

    @Test
    void aLongPathIsFoundByWhatItsRowKeeps() {
        String path = "/" + "x".repeat(400);
        log.put(List.of(row(1, path + "1"), row(2, path + "2")));

        assertThat(of(exchange(3, path + "1"), 10, 10)).containsExactly(1L, 2L);
    }

    @Test
    void itGivesUpWhenNobodyWantsIt() {
        log.put(List.of(row(1, "/a")));

        assertThat(index.of(exchange(2, "/a"), 10, 10, () -> false)).isNull();
    }
}
