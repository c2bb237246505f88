package dev.hopscope.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Theme;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeTableTest {
    private final Map<String, String> remembered = new HashMap<>();
    private final Background background = new Background();
    private ExchangeTable table;
    private Stage stage;
    private Theme theme;

    @BeforeEach
    void open() {
        Screen.run(() -> {
            theme = new Theme();
            table = make();
            stage = new Stage();
            Scene scene = new Scene(table, 1000, 820);
            theme.install(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    private ExchangeTable make() {
        return new ExchangeTable(background, new Memory() {
            @Override
            public String get(String key) {
                return remembered.get(key);
            }

            @Override
            public void put(String key, String value) {
                remembered.put(key, value);
            }
        });
    }

    @AfterEach
    void close() {
        Screen.run(stage::close);
        background.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void allKindsOfRowsAreDrawn(Theme.Choice choice) {
        Screen.run(() -> {
            theme.choose(choice);
            table.apply(Rows.appended(SampleRows.all().toArray(ExchangeRow[]::new)));
            table.select(new ExchangeId(1034));
        });
        Screen.frames(5);
        Screen.save(
                Screen.on(() -> stage.getScene().snapshot(null)),
                "table-" + choice.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(Screen.on(() -> table.model().size())).isEqualTo(31);
    }

    @Test
    void theSelectionSurvivesFilterAndOrder() {
        append(1, 200);
        Screen.run(() -> table.select(new ExchangeId(57)));
        Screen.run(() -> table.model().sort(new Order(Column.SIZE, true)));
        settle();
        assertThat(selected()).isEqualTo(57);
        assertThat(Screen.on(
                        () -> table.view().getSelectionModel().getSelectedItem().id()))
                .isEqualTo(57);
        Screen.run(() -> table.model().show(new RowFilter("items/5", false, false, false, IdSet.NONE)));
        settle();
        assertThat(Screen.on(
                        () -> table.view().getSelectionModel().getSelectedItem().id()))
                .isEqualTo(57);
        append(201, 400);
        assertThat(Screen.on(
                        () -> table.view().getSelectionModel().getSelectedItem().id()))
                .isEqualTo(57);
    }

    @Test
    void aSelectedRowThatTheFilterHidesComesBackSelected() {
        append(1, 50);
        Screen.run(() -> table.select(new ExchangeId(7)));
        Screen.run(() -> table.model().show(new RowFilter("items/40", false, false, false, IdSet.NONE)));
        settle();
        assertThat(selected()).isEqualTo(7);
        assertThat(Screen.on(() -> table.view().getSelectionModel().getSelectedIndex()))
                .isEqualTo(-1);
        Screen.run(() -> table.model().show(RowFilter.DEFAULT));
        settle();
        assertThat(Screen.on(
                        () -> table.view().getSelectionModel().getSelectedItem().id()))
                .isEqualTo(7);
    }

    @Test
    void theSelectedRowMayMoveInASortedView() {
        append(1, 50);
        Screen.run(() -> table.model().sort(new Order(Column.SIZE, false)));
        settle();
        Screen.run(() -> table.select(new ExchangeId(7)));
        Screen.run(
                () -> table.apply(Rows.replaced(Rows.get(7).bytes(0, 1_000_000).build())));
        assertThat(Screen.on(() -> table.model().position(7).getAsInt())).isEqualTo(49);
        assertThat(Screen.on(
                        () -> table.view().getSelectionModel().getSelectedItem().id()))
                .isEqualTo(7);
        assertThat(selected()).isEqualTo(7);
    }

    @Test
    void aRemovedRowIsNoLongerSelected() {
        append(1, 50);
        Screen.run(() -> table.select(new ExchangeId(7)));
        Screen.run(() -> table.apply(Rows.removed(7)));
        assertThat(Screen.on(() -> table.selectedProperty().get())).isNull();
    }

    @Test
    void theNewestRowStaysInSightUntilTheUserGoesElsewhere() {
        append(1, 300);
        Screen.frames(3);
        assertThat(lastVisible()).isEqualTo(300);
        append(301, 900);
        Screen.frames(3);
        assertThat(lastVisible()).isEqualTo(900);
        Screen.run(() -> table.select(new ExchangeId(100)));
        Screen.frames(3);
        long at = firstVisible();
        append(901, 2000);
        Screen.frames(3);
        assertThat(firstVisible()).isEqualTo(at);
        assertThat(Screen.on(() -> table.followingProperty().get())).isFalse();
        Screen.run(table::follow);
        Screen.frames(3);
        assertThat(lastVisible()).isEqualTo(2000);
    }

    @Test
    void rowsInSightStayWhereOthersAreMergedInAbove() {
        append(1, 500);
        Screen.run(() -> table.model().sort(new Order(Column.SIZE, true)));
        settle();
        Screen.run(() -> table.select(new ExchangeId(250)));
        Screen.frames(3);
        long at = firstVisible();
        append(501, 700);
        Screen.frames(3);
        assertThat(firstVisible()).isEqualTo(at);
    }

    @Test
    void aReplacedRowIsDrawnAnew() {
        append(1, 10);
        Screen.frames(3);
        Screen.run(() -> table.apply(Rows.replaced(Rows.get(3).status(503).build())));
        Screen.frames(3);
        assertThat(Screen.on(() -> table.view().lookupAll(".status").stream()
                        .map(n -> ((RowCell) n).getText())
                        .filter("503"::equals)
                        .count()))
                .isEqualTo(1);
    }

    @Test
    void columnsAreRememberedForNarrowAndWideWindowsApart() {
        Screen.run(() -> {
            table.columnMenu().stream().filter(i -> "Type".equals(i.getText())).forEach(i -> {
                ((javafx.scene.control.CheckMenuItem) i).setSelected(false);
                i.fire();
            });
            TableColumn<ExchangeRow, ?> first = table.view().getColumns().getFirst();
            table.view().getColumns().remove(first);
            table.view().getColumns().add(first);
        });
        assertThat(remembered.get("columns.wide"))
                .contains("-type:50")
                .endsWith("number:42")
                .startsWith("time:63");
        Screen.run(() -> table.setNarrow(true));
        assertThat(shownColumns())
                .startsWith("number", "method")
                .contains("type")
                .doesNotContain("client");
        Screen.run(() -> table.setNarrow(false));
        assertThat(shownColumns()).startsWith("time").doesNotContain("type");
        ExchangeTable again = Screen.on(this::make);
        assertThat(Screen.on(() -> again.view().getVisibleLeafColumns().stream()
                        .map(c -> c.getId())
                        .toList()))
                .startsWith("time")
                .doesNotContain("type");
    }

    @Test
    void aClickOnAColumnSortsByIt() {
        append(1, 20);
        Screen.run(() -> {
            TableColumn<ExchangeRow, ?> size = table.view().getColumns().stream()
                    .filter(c -> "size".equals(c.getId()))
                    .findFirst()
                    .orElseThrow();
            size.setSortType(TableColumn.SortType.DESCENDING);
            table.view().getSortOrder().setAll(java.util.List.of(size));
        });
        settle();
        assertThat(Screen.on(() -> table.model().getFirst().id())).isEqualTo(20);
        Screen.run(() -> table.view().getSortOrder().clear());
        settle();
        assertThat(Screen.on(() -> table.model().getFirst().id())).isEqualTo(1);
    }

    @Test
    void aRowSaysItsExchangeInOneSentence() {
        assertThat(RowText.sentence(Rows.get(7).status(404).build(), java.time.ZoneOffset.UTC))
                .isEqualTo("Number 7, GET api.shop.example/v1/items/7, 404, 107 B, 8 ms, at 21:40:52, from curl");
        assertThat(RowText.sentence(Rows.tunnel(3, false), java.time.ZoneOffset.UTC))
                .isEqualTo("Number 3, tunnel to push.mozilla.example, port 443, 8.4 KB, 64.1 s, at 21:40:52, from"
                        + " chromium");
    }

    private void append(long from, long to) {
        Screen.run(() -> table.apply(Rows.appended(
                LongStream.rangeClosed(from, to).mapToObj(Rows::row).toArray(ExchangeRow[]::new))));
    }

    private void settle() {
        Screen.until("the list is ordered", () -> !table.model().busyProperty().get());
        Screen.frames(3);
    }

    private long selected() {
        return Screen.on(() -> table.selectedProperty().get().value());
    }

    private java.util.List<String> shownColumns() {
        return Screen.on(() -> table.view().getVisibleLeafColumns().stream()
                .map(c -> c.getId())
                .toList());
    }

    private long firstVisible() {
        return Screen.on(() -> table.view().getItems().getFirst().id());
    }

    private long lastVisible() {
        return Screen.on(() -> table.view().getItems().getLast().id());
    }
}
