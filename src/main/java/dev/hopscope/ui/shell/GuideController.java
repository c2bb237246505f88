package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.settings.ConfigFolder;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.table.RowText;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What a new user does first, with the real port and the real file, each step ticked when its traffic arrives. FX thread; what blocks runs in the background. Does
 * not decide when it is shown.
 */
public final class GuideController {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final ShellModel model;
    private final GuideModel steps;
    private final @Nullable FirstSteps program;
    private final Background background;
    private final ShellCommands commands;
    private final Runnable hide;
    private final SampleRun samples;
    private boolean asked;

    @FXML
    private VBox root;

    @FXML
    private Label title;

    @FXML
    private StackPane firstMark;

    @FXML
    private Label firstNumber;

    @FXML
    private Label arrived;

    @FXML
    private Label curl;

    @FXML
    private Button copyCurl;

    @FXML
    private StackPane browserMark;

    @FXML
    private Label browserNumber;

    @FXML
    private Label browserArrived;

    @FXML
    private FlowPane browsers;

    @FXML
    private StackPane programMark;

    @FXML
    private Label programNumber;

    @FXML
    private Label programArrived;

    @FXML
    private Button copyShell;

    @FXML
    private Button environment;

    @FXML
    private HBox playground;

    @FXML
    private Label playgroundText;

    @FXML
    private ProgressBar sampleProgress;

    @FXML
    private Button send;

    @FXML
    private Glyph caIcon;

    @FXML
    private Label ca;

    @FXML
    private Label fingerprint;

    @FXML
    private Label keysKey;

    @FXML
    private Label paletteKey;

    @FXML
    private Label openKey;

    @FXML
    private Button hideButton;

    /**
     * @param program null in a window without a program around it: then browsers, shells and samples are not offered
     * @param hide puts the guide away
     */
    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    GuideController(
            ShellModel model,
            GuideModel steps,
            @Nullable FirstSteps program,
            Background background,
            ShellCommands commands,
            SampleRun samples,
            Runnable hide) {
        this.model = model;
        this.steps = steps;
        this.program = program;
        this.background = background;
        this.commands = commands;
        this.hide = hide;
        this.samples = samples;
    }

    @FXML
    private void initialize() {
        keysKey.setText("?");
        paletteKey.setText(Keys.text(Keys.PALETTE));
        openKey.setText(Keys.text(Keys.OPEN));
        copyCurl.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        step(steps.firstProperty(), firstMark, firstNumber, arrived, "1", "guide.waiting");
        step(steps.browserProperty(), browserMark, browserNumber, browserArrived, "2", "guide.browser.note");
        step(steps.programProperty(), programMark, programNumber, programArrived, "3", "guide.program.waiting");
        model.proxyProperty().subscribe(state -> show());
        model.authorityProperty().subscribe(authority -> show());
        model.interceptProperty().subscribe(on -> show());
        samples.busyProperty().subscribe(busy -> showSending());
        samples.progressProperty().subscribe(share -> showSending());
        if (program != null) {
            copyShell.setText(Messages.text("guide.program.copy", program.shell()));
            environment.setText(Messages.text("guide.program.all", program.targets()));
        }
    }

    VBox root() {
        return root;
    }

    /** In a place that has its own way back, the guide cannot be hidden from itself. */
    void setClosing(String words) {
        hideButton.setText(words);
    }

    private static void step(
            ReadOnlyObjectProperty<@Nullable ExchangeRow> done,
            StackPane mark,
            Label number,
            Label says,
            String digit,
            String waitingKey) {
        done.subscribe(row -> {
            mark.pseudoClassStateChanged(DONE, row != null);
            number.setText(row == null ? digit : "");
            number.setGraphic(row == null ? null : check());
            boolean hint = waitingKey.equals("guide.browser.note");
            says.setGraphic(row != null ? check() : hint ? null : new Glyph("bi-hourglass-split"));
            says.getStyleClass().setAll("label", row == null ? "tertiary" : "success");
            says.setText(row == null ? Messages.text(waitingKey) : arrivedText(row));
        });
    }

    private static String arrivedText(ExchangeRow row) {
        String status = RowText.status(row);
        return Messages.text("guide.arrived", Long.toString(row.id()), status);
    }

    private static Glyph check() {
        Glyph check = new Glyph("bi-check2");
        check.getStyleClass().add("success");
        return check;
    }

    private void show() {
        String address = model.address();
        boolean listening = model.proxyProperty().get() instanceof ProxyState.Listening;
        title.setText(listening ? Messages.text("guide.title", address) : Messages.text("guide.title.starting"));
        Authority authority = model.authorityProperty().get();
        curl.setText(curl(
                address,
                authority == null ? null : authority.pemFile(),
                model.interceptProperty().get()));
        boolean usable = listening && authority != null;
        copyCurl.setDisable(!listening);
        browsers.setDisable(!usable);
        copyShell.setDisable(!listening || program == null);
        environment.setDisable(program == null);
        ca.setText(Messages.text(authority == null ? "guide.ca.starting" : "guide.ca"));
        fingerprint.setText(
                authority == null ? "" : Messages.text("guide.ca.fingerprint", shortened(authority.fingerprint())));
        caIcon.getStyleClass().setAll("glyph", authority == null ? "tertiary" : "success");
        showSending();
        if (usable && program != null && !asked) {
            asked = true;
            FirstSteps around = program;
            background.run(around::browsers, this::showBrowsers, e -> commands.fail("guide.browsers.failed", e));
        }
    }

    private void showBrowsers(List<FirstSteps.BrowserChoice> found) {
        browsers.getChildren().clear();
        boolean first = true;
        for (FirstSteps.BrowserChoice choice : found) {
            Button button = new Button(
                    choice.installed() ? choice.name() : Messages.text("guide.browser.missing", choice.name()),
                    new Glyph("bi-window"));
            button.setId("browser-" + choice.id());
            button.setDisable(!choice.installed());
            button.setOnAction(e -> openBrowser(choice));
            if (choice.installed() && first) {
                button.getStyleClass().add("primary");
                first = false;
            }
            browsers.getChildren().add(button);
        }
    }

    private void openBrowser(FirstSteps.BrowserChoice choice) {
        FirstSteps around = program;
        if (around == null) {
            return;
        }
        background.run(
                () -> around.openBrowser(choice.id()),
                note -> {
                    if (!note.isEmpty()) {
                        model.notices()
                                .add(new Notice(Tone.NOTE, Messages.text("guide.browser.opened", choice.name()), note));
                    }
                },
                e -> model.notices()
                        .add(new Notice(
                                Tone.BAD,
                                Messages.text("guide.browser.failed", choice.name()),
                                String.valueOf(e.getMessage()))));
    }

    /** The line to paste into a shell. */
    static String curl(String address, @Nullable Path pem, boolean intercept) {
        String proxy = "curl -x " + (address.isEmpty() ? "127.0.0.1:8888" : address);
        return proxy + (intercept && pem != null ? " --cacert " + shellPath(pem) : "") + " https://example.com";
    }

    private static String shellPath(Path file) {
        Path home = ConfigFolder.home();
        String text =
                file.startsWith(home) ? "~/" + home.relativize(file).toString().replace('\\', '/') : file.toString();
        if (text.matches("[\\w~/.:+-]+")) {
            return text;
        }
        return "'" + file.toString().replace("'", "'\\''") + "'";
    }

    private static String shortened(String sha256) {
        return sha256.length() < 12 ? sha256 : sha256.substring(0, 8) + ":…:" + sha256.substring(sha256.length() - 2);
    }

    private void showSending() {
        boolean possible = program != null
                && model.proxyProperty().get() instanceof ProxyState.Listening
                && model.authorityProperty().get() != null;
        boolean busy = samples.busyProperty().get();
        playground.setDisable(!possible);
        send.setText(
                busy
                        ? Messages.text("guide.playground.stop")
                        : Messages.text("guide.playground.send", program == null ? 0 : program.samples()));
        sampleProgress.setVisible(busy);
        sampleProgress.setManaged(busy);
        sampleProgress.setProgress(Math.max(0, samples.progressProperty().get()));
    }

    @FXML
    private void sendSamples() {
        if (program != null) {
            samples.toggle(program);
        }
    }

    @FXML
    private void copyCurl() {
        ShellCommands.copy(curl.getText());
    }

    @FXML
    private void copyShell() {
        FirstSteps around = program;
        if (around != null) {
            background.run(around::shellLines, this::shellCopied, e -> commands.fail("guide.program.failed", e));
        }
    }

    private void shellCopied(String lines) {
        steps.awaitProgram();
        ShellCommands.copy(lines);
        Tips.on(copyShell, Messages.text("guide.program.copied"));
    }

    @FXML
    private void showEnvironment() {
        if (program != null) {
            steps.awaitProgram();
            program.showEnvironment();
        }
    }

    @FXML
    private void hide() {
        hide.run();
    }
}
