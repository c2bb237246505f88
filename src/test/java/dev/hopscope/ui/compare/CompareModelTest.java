package dev.hopscope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.inspect.compare.BodyMode;
import dev.hopscope.inspect.compare.Pairs;
import dev.hopscope.inspect.compare.Section.Part;
import dev.hopscope.ui.kit.Background;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareModelTest {
    private final KeptExchanges kept = new KeptExchanges();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private CompareModel model = new CompareModel(new Background(work::add, Runnable::run), kept);

    @BeforeEach
    void use() {
        model.use(kept, Pairs.bodies());
    }

    private void compare(Pairs a, Pairs b) {
        model.compare(kept.put(a.exchange()), kept.put(b.exchange()));
        runAll();
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    private List<String> rows() {
        return model.rows().stream()
                .filter(r -> !(r instanceof CompareRow.Head))
                .filter(r -> r.section().part() != Part.TIMING)
                .map(CompareWords::sentence)
                .toList();
    }

    /** Numbered lines, those of {@code changed} in capitals. */
    private static String lines(int number, Integer... changed) {
        List<Integer> other = List.of(changed);
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> other.contains(i) ? "LINE " + i : "line " + i)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void nothingIsShownUntilTheAnswerIsThere() {
        model.compare(
                kept.put(Pairs.get("/a").exchange()), kept.put(Pairs.get("/b").exchange()));
        assertThat(model.stateProperty().get()).isInstanceOf(CompareModel.Nothing.class);
        assertThat(model.busyProperty().get()).isTrue();
        runAll();
        assertThat(model.changes()).isOne();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aCancelledComparisonLeavesWhatWasShown() {
        compare(Pairs.get("/a"), Pairs.get("/b"));
        model.compare(
                kept.put(Pairs.get("/a").exchange()), kept.put(Pairs.get("/a").exchange()));
        model.cancel();
        runAll();
        assertThat(model.changes()).isOne();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aRemovedExchangeIsSaidToBeGone() {
        ExchangeId a = kept.put(Pairs.get("/").exchange());
        model.compare(a, new ExchangeId(999_999));
        runAll();
        assertThat(model.stateProperty().get()).isEqualTo(new CompareModel.Gone(new ExchangeId(999_999)));
    }

    @Test
    void aSessionFileThatCannotBeReadIsSaidWithItsCause() {
        kept.broken = true;
        compare(Pairs.get("/"), Pairs.get("/"));
        assertThat(model.stateProperty().get()).isEqualTo(new CompareModel.Unreadable("The session file is gone"));
    }

    @Test
    void headersAreAllShownAndBodiesWhereTheyDiffer() {
        compare(
                Pairs.get("/").asks("A", "1").gets("text/plain", lines(20, 10)),
                Pairs.get("/").asks("A", "2").gets("text/plain", lines(20)));
        assertThat(rows())
                .containsExactly(
                        "Kept: Host: shop.example",
                        "Changed: A: 1, now 2",
                        "6 equal lines",
                        "Kept: 7: line 7",
                        "Kept: 8: line 8",
                        "Kept: 9: line 9",
                        "Changed: 10: LINE 10, now line 10",
                        "Kept: 11: line 11",
                        "Kept: 12: line 12",
                        "Kept: 13: line 13",
                        "7 equal lines");
    }

    @Test
    void aGapIsOpened() {
        compare(Pairs.get("/").gets("text/plain", lines(20, 10)), Pairs.get("/").gets("text/plain", lines(20)));
        model.rows().stream()
                .filter(CompareRow.Gap.class::isInstance)
                .map(CompareRow.Gap.class::cast)
                .findFirst()
                .ifPresent(model::open);
        assertThat(rows())
                .contains("Kept: 1: line 1")
                .doesNotContain("6 equal lines")
                .contains("7 equal lines");
    }

    @Test
    void equalLinesAreShownOnDemand() {
        compare(
                Pairs.get("/").gets("application/json", "{\"a\":1,\"b\":2}"),
                Pairs.get("/").gets("application/json", "{\"a\":1,\"b\":3}"));
        assertThat(rows()).containsExactly("Changed: $.b: 2, now 3");
        model.setEqualShown(Part.RESPONSE_BODY, true);
        assertThat(rows()).containsExactly("Kept: $.a: 1", "Changed: $.b: 2, now 3");
    }

    @Test
    void theNextChangeIsSelectedRoundTheEnd() {
        compare(
                Pairs.get("/a").gets("text/plain", lines(20, 5, 6, 15)),
                Pairs.get("/b").gets("text/plain", lines(20)));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            model.go(1);
            places.add(model.place());
        }
        assertThat(places).containsExactly(1, 2, 3, 1);
        model.go(-1);
        assertThat(model.place()).isEqualTo(3);
        model.go(-1);
        assertThat(CompareWords.sentence(
                        model.rows().get(model.selectedProperty().get())))
                .contains("LINE 5");
        assertThat(model.changes()).isEqualTo(3);
    }

    @Test
    void inTheUnifiedViewARunStandsAboveItsReplacement() {
        compare(Pairs.get("/").gets("text/plain", "a\nb\nc"), Pairs.get("/").gets("text/plain", "a\nB\nC"));
        model.setUnified(true);
        assertThat(model.rows().stream()
                        .filter(CompareRow.Pair.class::isInstance)
                        .map(CompareRow.Pair.class::cast)
                        .filter(p -> p.section().part() == Part.RESPONSE_BODY)
                        .map(p -> p.index() + " " + p.sides()))
                .containsExactly("0 BOTH", "1 A", "2 A", "1 B", "2 B");
        model.go(1);
        assertThat(model.place()).isOne();
    }

    @Test
    void aClosedSectionHasOnlyItsHead() {
        compare(Pairs.get("/a"), Pairs.get("/b"));
        model.toggle(Part.START_LINES);
        assertThat(rows()).isEmpty();
        model.toggle(Part.START_LINES);
        assertThat(rows()).contains("Changed: Path: /a, now /b");
    }

    @Test
    void theSidesAreSwapped() {
        compare(Pairs.get("/a"), Pairs.get("/b"));
        model.swap();
        runAll();
        assertThat(rows()).contains("Changed: Path: /b, now /a");
    }

    @Test
    void ignoredFieldsAreRemembered() {
        compare(Pairs.get("/").answers("X-Trace", "1"), Pairs.get("/").answers("X-Trace", "2"));
        assertThat(model.changes()).isOne();
        model.setIgnoredFields(List.of("x-trace"));
        runAll();
        assertThat(model.changes()).isZero();

        model = new CompareModel(new Background(work::add, Runnable::run), kept);
        assertThat(model.optionsProperty().get().ignoredFields()).containsExactly("x-trace");
    }

    @Test
    void noIgnoredFieldIsRememberedToo() {
        model.setIgnoredFields(List.of());
        model = new CompareModel(new Background(work::add, Runnable::run), kept);
        assertThat(model.optionsProperty().get().ignoredFields()).isEmpty();
    }

    @Test
    void orderAndLayoutAreRemembered() {
        model.setIgnoreOrder(false);
        model.setUnified(true);
        model = new CompareModel(new Background(work::add, Runnable::run), kept);
        assertThat(model.optionsProperty().get().ignoreOrder()).isFalse();
        assertThat(model.unified()).isTrue();
    }

    @Test
    void aBodyIsComparedInAnotherWay() {
        compare(
                Pairs.get("/").gets("application/json", "{\"a\":1}"),
                Pairs.get("/").gets("application/json", "{\"a\":2}"));
        model.choose(Part.RESPONSE_BODY, BodyMode.HEX);
        runAll();
        assertThat(rows()).hasSize(1).first().asString().startsWith("Changed: 00000000: 7B 22");
    }

    @Test
    void allThatDiffersIsCopiedAsAUnifiedDiff() {
        compare(Pairs.get("/a"), Pairs.get("/b"));
        List<String> copied = new ArrayList<>();
        model.copy(new CompareWords(ZoneOffset.UTC), copied::add);
        runAll();
        assertThat(copied)
                .hasSize(1)
                .first()
                .asString()
                .contains("\n@@ -1,6 +1,6 @@ Start lines\n", "\n-Path: /a\n+Path: /b\n");
    }
}
