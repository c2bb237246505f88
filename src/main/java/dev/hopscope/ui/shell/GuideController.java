package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.table.RowText;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a new user does first, with the real port and the real file. FX thread. Does not decide when it is shown. */
public final class GuideController {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final ShellModel model;
    private final Runnable hide;

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
    private Button copyAddress;

    @FXML
    private Label client;

    @FXML
    private Glyph caIcon;

    @FXML
    private Label ca;

    @FXML
    private Label fingerprint;

    @FXML
    private Label openKey;

    @FXML
    private Label preferencesKey;

    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    GuideController(ShellModel model, Runnable hide) {
        this.model = model;
        this.hide = hide;
    }

    @FXML
    private void initialize() {
        openKey.setText(Keys.text(Keys.OPEN));
        preferencesKey.setText(Keys.text(Keys.PREFERENCES));
        model.proxyProperty().subscribe(state -> show());
        model.authorityProperty().subscribe(authority -> show());
        model.interceptProperty().subscribe(on -> show());
    }

    VBox root() {
        return root;
    }

    /** The first exchange that came, null while none has. */
    void setFirst(@Nullable ExchangeRow row) {
        firstMark.pseudoClassStateChanged(DONE, row != null);
        firstNumber.setText(row == null ? "1" : "");
        firstNumber.setGraphic(row == null ? null : check());
        arrived.setGraphic(row == null ? new Glyph("bi-hourglass-split") : check());
        arrived.getStyleClass().setAll("label", row == null ? "tertiary" : "success");
        arrived.setText(
                row == null
                        ? Messages.text("guide.waiting")
                        : Messages.text("guide.arrived", Long.toString(row.id()), RowText.status(row)));
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
        client.setText(Messages.text("guide.client.text", listening ? address : Messages.text("guide.address")));
        Authority authority = model.authorityProperty().get();
        curl.setText(curl(
                address,
                authority == null ? null : authority.pemFile(),
                model.interceptProperty().get()));
        copyCurl.setDisable(!listening);
        copyAddress.setDisable(!listening);
        ca.setText(Messages.text(authority == null ? "guide.ca.starting" : "guide.ca"));
        fingerprint.setText(
                authority == null ? "" : Messages.text("guide.ca.fingerprint", shortened(authority.fingerprint())));
        caIcon.getStyleClass().setAll("glyph", authority == null ? "tertiary" : "success");
    }

    /** The line to paste into a shell. */
    static String curl(String address, @Nullable Path pem, boolean intercept) {
        String proxy = "curl -x " + (address.isEmpty() ? "127.0.0.1:8888" : address);
        return proxy + (intercept && pem != null ? " --cacert " + shellPath(pem) : "") + " https://example.com";
    }

    private static String shellPath(Path file) {
        Path home = Path.of(System.getProperty("user.home"));
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

    @FXML
    private void copyCurl() {
        ShellCommands.copy(curl.getText());
    }

    @FXML
    private void copyAddress() {
        ShellCommands.copy(model.address());
    }

    @FXML
    private void copyPage() {
        ShellCommands.copy(Messages.text("guide.page"));
    }

    @FXML
    private void hide() {
        hide.run();
    }
}
