package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.ui.Screen;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keys and the menu of "Copy as" put on the clipboard, and what they tell. */
class CopyingAsTest {
    @TempDir
    Path folder;

    private TestWindow w;

    @BeforeEach
    void start() {
        w = new TestWindow(folder).started();
        put(1, Headers.of("Host", "shop.example", "Authorization", "Bearer abc", "Accept", "*/*", "User-Agent", "x"));
        put(2, Headers.of("Host", "shop.example", "Accept", "*/*", "User-Agent", "x", "Upgrade", "h2c"));
        put(4, Headers.of("Host", "shop.example"));
        w.rows(List.of(row(1).build(), row(2).build(), row(3).build(), row(4).build()));
        Screen.run(() -> put("before"));
    }

    @AfterEach
    void stop() {
        Screen.run(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != w.stage && window instanceof Stage)
                .forEach(Window::hide));
        w.close();
    }

    private static ExchangeRow.Builder row(long id) {
        return ExchangeRow.builder(id)
                .kind(ExchangeRow.Kind.HTTP)
                .state(ExchangeRow.State.COMPLETED)
                .method("GET")
                .target("http", "shop.example", 80)
                .path("/" + id, false)
                .status(200);
    }

    private void put(long id, Headers headers) {
        Endpoint here = new Endpoint("127.0.0.1", 5000);
        ConnectionUse client = new ConnectionUse(new ConnectionInfo(1, here, here, Instant.EPOCH, null, null, null), 1);
        RequestHead head = new RequestHead("GET", "http://shop.example/" + id + "?a=b", HttpVersion.HTTP_1_1, headers);
        w.session.log.whole.put(
                new ExchangeId(id),
                Exchange.of(new ExchangeEvent.RequestReceived(
                        new ExchangeId(id),
                        0,
                        Instant.EPOCH,
                        client,
                        null,
                        Source.CAPTURED,
                        new Origin("http", "shop.example", 80),
                        head,
                        1)));
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String clipboard() {
        return String.valueOf(Clipboard.getSystemClipboard().getString());
    }

    private static String copied() {
        Screen.until("something copied", () -> !clipboard().equals("before"));
        return Screen.on(CopyingAsTest::clipboard);
    }

    private void select(long... ids) {
        Screen.run(() -> {
            w.table().select(new ExchangeId(ids[0]));
            for (int i = 1; i < ids.length; i++) {
                w.table().selectToo(new ExchangeId(ids[i]));
            }
        });
    }

    private void press(boolean shift, boolean alt) {
        Screen.run(() -> Event.fireEvent(
                w.table().view(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "C", KeyCode.C, shift, true, alt, false)));
    }

    private MenuItem item(String title) {
        return Screen.on(() -> menu().getItems().stream()
                .filter(item -> title.equals(item.getText()))
                .findFirst()
                .orElseThrow());
    }

    private Menu menu() {
        return (Menu) w.window.rowMenu().stream()
                .filter(item -> "Copy as".equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private String banner() {
        Screen.until("a banner", () -> w.find(".banner") != null && !labels().isEmpty());
        return Screen.on(this::labels);
    }

    private String labels() {
        StringBuilder text = new StringBuilder();
        w.stage
                .getScene()
                .getRoot()
                .lookupAll(".banner .label")
                .forEach(node -> text.append(node instanceof Label label ? label.getText() : "")
                        .append(' '));
        return text.toString().strip();
    }

    @Test
    void theKeyCopiesTheRequestAsCurlAtOnce() {
        select(1);
        press(true, false);
        assertThat(copied()).startsWith("curl 'http://shop.example/1?a=b'").contains("-H 'Authorization: Bearer abc'");
    }

    @Test
    void severalRowsAreCopiedOneAfterAnotherAsCommands() {
        select(1, 4);
        press(true, false);
        assertThat(copied().lines().filter(line -> line.startsWith("curl ")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("shop.example/1?a=b"),
                        line -> assertThat(line).contains("shop.example/4?a=b"));
    }

    @Test
    void severalRowsForALanguageAreRefusedWithWordsAndTheClipboardStays() {
        select(1, 2);
        Screen.run(item("Python requests")::fire);
        assertThat(banner()).contains("Nothing was copied as Python requests.").contains("Select one row.");
        assertThat(Screen.on(CopyingAsTest::clipboard)).isEqualTo("before");
    }

    @Test
    void whatATargetCannotCarryIsToldAndTheClipboardStays() {
        select(2);
        Screen.run(item("Go net/http")::fire);
        assertThat(banner()).contains("Upgrade: h2c");
        assertThat(Screen.on(CopyingAsTest::clipboard)).isEqualTo("before");
    }

    @Test
    void aRowThatIsNoLongerThereIsTold() {
        select(3);
        press(true, false);
        assertThat(banner()).contains("#3");
        assertThat(Screen.on(CopyingAsTest::clipboard)).isEqualTo("before");
    }

    @Test
    void theSwitchMasksAndIsRemembered() {
        select(1);
        CheckMenuItem mask = (CheckMenuItem) item("Mask tokens and cookies");
        Screen.run(() -> mask.setSelected(true));
        press(true, false);
        assertThat(copied()).contains("Authorization: Bearer ***").doesNotContain("abc");
        assertThat(((CheckMenuItem) item("Mask tokens and cookies")).isSelected())
                .isTrue();
    }

    @Test
    void whatDiffersIsToldAndTheTargetUsedLastStandsFirst() {
        select(1);
        Screen.run(item("Python requests")::fire);
        assertThat(copied()).contains("import requests");
        assertThat(banner()).contains("Copied as Python requests.");
        assertThat(Screen.on(() -> menu().getItems().getFirst().getText())).isEqualTo("Python requests");
    }

    @Test
    void theTextCanBeLookedAtBeforeItIsCopied() {
        select(1);
        press(false, true);
        Screen.until("the dialog", () -> dialog() != null);
        Screen.until("its text", () -> !((Button) dialog().lookup("#copyas-copy")).isDisabled());
        Screen.run(((Button) Screen.on(() -> dialog().lookup("#copyas-copy")))::fire);
        assertThat(copied()).startsWith("curl ");
        assertThat(Screen.on(CopyingAsTest::dialog)).isNull();
    }

    private static Scene dialog() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene ->
                        scene != null && scene.getRoot().getStyleClass().contains("copyas"))
                .findFirst()
                .orElse(null);
    }
}
