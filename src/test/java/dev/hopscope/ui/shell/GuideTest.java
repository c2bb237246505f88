package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.table.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first steps, on a program that only says what it was asked for. */
class GuideTest {
    @TempDir
    Path folder;

    private TestWindow w;
    private final Program program = new Program();

    @BeforeEach
    void open() {
        w = new TestWindow(folder);
        Screen.run(() -> w.window.setFirstSteps(program));
        w.started();
        Screen.until("browsers are offered", () -> w.find("#browser-firefox") != null);
    }

    @AfterEach
    void close() {
        w.close();
    }

    private String says(String id) {
        return ((Label) w.find(id)).getText();
    }

    private void press(String id) {
        Screen.run(() -> ((Button) w.find(id)).fire());
    }

    @Test
    void aBrowserThatIsNotInstalledIsShownAndCannotBePressed() {
        assertThat(Screen.on(() -> w.find("#browser-chromium").isDisabled())).isFalse();
        assertThat(Screen.on(() -> w.find("#browser-firefox").isDisabled())).isTrue();
        assertThat(Screen.on(() -> ((Button) w.find("#browser-firefox")).getText()))
                .isEqualTo("Firefox, not installed");
    }

    @Test
    void theRequestOfABrowserTicksItsStep() {
        w.rows(List.of(Rows.get(1).client("curl").build()));
        Screen.until("the first has come", () -> says("#arrived").startsWith("#1 arrived"));
        assertThat(Screen.on(() -> says("#browserArrived"))).isEqualTo("own profile, trusts this CA");
        w.rows(List.of(Rows.get(2).client("chromium").build()));
        Screen.until("a browser has come", () -> says("#browserArrived").startsWith("#2 arrived"));
        assertThat(Screen.on(() -> says("#programArrived"))).isEqualTo("waiting for traffic");
    }

    @Test
    void theFirstRequestInATunnelIsTheFirstAndNotItsTunnel() {
        w.rows(List.of(Rows.tunnel(1, true), Rows.get(2).client("curl").build()));
        Screen.until("the first has come", () -> says("#arrived").equals("#2 arrived, 200"));
    }

    @Test
    void aClientThatRefusedTheCertificateDoesNotTickTheFirstStep() {
        w.rows(List.of(
                Rows.tunnel(1, true),
                Rows.get(2).kind(ExchangeRow.Kind.HANDSHAKE).build(),
                Rows.get(3).client("curl").build()));
        Screen.until("the first has come", () -> says("#arrived").equals("#3 arrived, 200"));
    }

    @Test
    void whereProgramsAreNotKnownABrowserIsToldByThePageItBeganWith() {
        w.rows(List.of(
                Rows.get(1).client("127.0.0.1").path("/?from=edge", false).build()));
        Screen.until("a browser has come", () -> says("#browserArrived").startsWith("#1 arrived"));
    }

    @Test
    void theRequestOfAProgramTicksItsStepOnceTheLinesWereTaken() {
        w.rows(List.of(Rows.get(1).client("curl").build()));
        press("#copyShell");
        Screen.until(
                "they are copied",
                () -> "export http_proxy=here\n"
                        .equals(Clipboard.getSystemClipboard().getString()));
        w.rows(List.of(Rows.get(2).client("firefox").build()));
        Screen.until("a browser has come", () -> says("#browserArrived").startsWith("#2 arrived"));
        assertThat(Screen.on(() -> says("#programArrived"))).isEqualTo("waiting for traffic");
        w.rows(List.of(Rows.get(3).client("python3").build()));
        Screen.until("a program has come", () -> says("#programArrived").startsWith("#3 arrived"));
    }

    @Test
    void aBrowserThatCannotBeOpenedIsToldWithTheCommand() {
        program.failure = "no such file. chromium --user-data-dir=/x";
        press("#browser-chromium");
        Screen.until("it is told", () -> w.find(".banner") != null);
        assertThat(Screen.on(() -> w.find(".banner").lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .toList()))
                .contains("Chromium could not be opened", "no such file. chromium --user-data-dir=/x");
    }

    @Test
    void linesWhoseFilesCannotBeWrittenAreToldAndNotCopied() {
        Screen.run(() -> ShellCommands.copy("as before"));
        program.failure = "/x/bundle.pem cannot be written";
        press("#copyShell");
        Screen.until("it is told", () -> w.find(".banner") != null);
        assertThat(Screen.on(() -> w.find(".banner").lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .toList()))
                .contains("The lines for a shell were not copied", "/x/bundle.pem cannot be written");
        assertThat(Screen.on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("as before");
    }

    @Test
    void theSamplesAreSentWithProgressAndStoppedByTheSameButton() {
        press("#send");
        Screen.until("they are under way", () -> "Stop".equals(((Button) w.find("#send")).getText()));
        press("#send");
        Screen.until("they have stopped", () -> "Send 48 requests".equals(((Button) w.find("#send")).getText()));
        program.goOn.complete(null);
        Screen.until("the sender is told", () -> program.told.contains(false));
    }

    @Test
    void theGuideIsThereAgainWhenItIsAskedForAndEscGoesBack() {
        w.rows(IntStream.rangeClosed(1, 30).mapToObj(Rows::row).toList());
        Screen.run(() -> w.window.showGuide(true));
        assertThat(Screen.on(() -> w.find(".exchange-list"))).isNull();
        assertThat(Screen.on(() -> ((Button) w.find("#hideButton")).getText())).isEqualTo("Back to the rows");
        Screen.run(() -> w.find(".guide")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertThat(Screen.on(() -> w.find(".exchange-list"))).isNotNull();
    }

    @Test
    void aGuideThatWasHiddenStaysHidden() {
        Screen.run(() -> ((Button) w.find("#hideButton")).fire());
        Screen.frames(2);
        w.close();
        w = new TestWindow(folder).started();
        Screen.frames(3);
        assertThat(Screen.on(() -> w.find(".no-match").isVisible())).isTrue();
    }

    private static final class Program implements FirstSteps {
        final CompletableFuture<Void> goOn = new CompletableFuture<>();
        final List<Boolean> told = new CopyOnWriteArrayList<>();
        volatile String failure = "";

        @Override
        public List<BrowserChoice> browsers() {
            return List.of(
                    new BrowserChoice("chromium", "Chromium", true), new BrowserChoice("firefox", "Firefox", false));
        }

        @Override
        public String openBrowser(String id) throws IOException {
            if (!failure.isEmpty()) {
                throw new IOException(failure);
            }
            return "";
        }

        @Override
        public int sendSamples(Progress progress) {
            progress.sent(1, 48);
            goOn.join();
            told.add(progress.sent(2, 48));
            return 2;
        }

        @Override
        public int samples() {
            return 48;
        }

        @Override
        public String shell() {
            return "bash";
        }

        @Override
        public String shellLines() throws IOException {
            if (!failure.isEmpty()) {
                throw new IOException(failure);
            }
            return "export http_proxy=here\n";
        }

        @Override
        public int targets() {
            return 58;
        }

        @Override
        public void showEnvironment() {}
    }
}
