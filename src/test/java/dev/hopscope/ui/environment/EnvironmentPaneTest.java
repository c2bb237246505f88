package dev.hopscope.ui.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.proxy.tls.AuthorityException;
import dev.hopscope.proxy.tls.CertificateAuthority;
import dev.hopscope.snippet.ProxyScheme;
import dev.hopscope.snippet.Snippets;
import dev.hopscope.snippet.machine.MachineAddress;
import dev.hopscope.trust.TrustRecipes;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentPaneTest implements EnvironmentActions {
    @TempDir
    Path folder;

    private final List<String> copied = new ArrayList<>();
    private final Map<String, String> kept = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Background background = new Background();
    private Optional<Path> chosen = Optional.empty();
    private EnvironmentPane pane;
    private Scene scene;
    private Theme theme;
    private Stage stage;

    @BeforeEach
    void open() {
        Screen.run(() -> {
            theme = new Theme();
            pane = EnvironmentPane.on(
                    background,
                    this,
                    List.of(
                            new MachineAddress("192.168.1.4", "eth0", false),
                            new MachineAddress("172.17.0.1", "docker0", true)),
                    List.of("corp.example"));
            pane.model().listensOn(new Endpoint("127.0.0.1", 8888));
            scene = new Scene(pane.node(), 1440, 840);
            theme.install(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        Screen.until("the first text", () -> pane.model().textsProperty().get() != null);
    }

    @AfterEach
    void close() {
        Screen.run(stage::close);
        background.close();
    }

    private Node find(String selector) {
        return scene.lookup(selector);
    }

    private void target(String id) {
        Screen.run(() -> pane.model().target.set(Snippets.byId(id).orElseThrow()));
        Screen.until(id, () -> {
            Texts texts = pane.model().textsProperty().get();
            return texts != null && texts.snippet().card().id().equals(id);
        });
    }

    @Test
    void bothTextsAreCopiedAsTheyStand() {
        Screen.run(() -> {
            ((Button) find("#copy")).fire();
            ((Button) find("#copyUndo")).fire();
        });
        assertThat(copied.getFirst()).contains("export http_proxy=http://127.0.0.1:8888\n");
        assertThat(copied.getLast()).startsWith("for hopscope_v in ");
    }

    @Test
    void aFileIsMergedAndTakenOutOfAgain() throws java.io.IOException {
        Path file = java.nio.file.Files.writeString(folder.resolve("npmrc"), "registry=https://r.example/\n");
        chosen = Optional.of(file);
        target("npm");
        Screen.run(() -> ((Button) find("#save")).fire());
        Screen.until("merged", () -> ((Label) find("#done")).getText().startsWith("Merged into"));
        assertThat(file).content().contains("proxy=http://127.0.0.1:8888", "registry=");
        Screen.run(() -> ((Button) find("#undoFile")).fire());
        Screen.until("undone", () -> ((Label) find("#done")).getText().endsWith("is as it was."));
        assertThat(file).hasContent("registry=https://r.example/");
    }

    @Test
    void anExceptionIsTypedShownAndRemoved() {
        Screen.run(() -> {
            ((TextField) find("#entry")).setText(".shop.example");
            ((Button) find("#add")).fire();
        });
        assertThat(Screen.on(() -> find(".entry-row"))).isNotNull();
        Screen.run(() -> ((Button) find(".entry-row .button")).fire());
        assertThat(Screen.on(() -> pane.model().entries)).isEmpty();
    }

    @Test
    void whatIsTickedAndTypedComesBackButNotThePassword() {
        Screen.run(() -> {
            EnvironmentModel before = pane.model();
            before.privateNetworks.set(true);
            before.upper.set(false);
            before.user.set("ann");
            before.password.set("secret");
            before.scheme.set(ProxyScheme.SOCKS5H);
            before.target.set(Snippets.byId("fish").orElseThrow());
            before.add(".shop.example");
            before.add("10.1.2.3:8080");
        });
        EnvironmentModel after = Screen.on(
                () -> EnvironmentPane.on(background, this, List.of(), List.of()).model());
        assertThat(after.privateNetworks.get()).isTrue();
        assertThat(after.upper.get()).isFalse();
        assertThat(after.loopback.get()).isTrue();
        assertThat(after.user.get()).isEqualTo("ann");
        assertThat(after.scheme.get()).isEqualTo(ProxyScheme.SOCKS5H);
        assertThat(after.target.get().card().id()).isEqualTo("fish");
        assertThat(Screen.on(() -> List.copyOf(after.entries)))
                .isEqualTo(Screen.on(() -> List.copyOf(pane.model().entries)));
        assertThat(after.password.get()).isEmpty();
        assertThat(kept.toString()).doesNotContain("secret");
    }

    @Test
    void whatIsWrongStandsBelowTheTextsAndNothingCanBeCopied() {
        Screen.run(() -> ((TextField) find("#port")).setText("none"));
        assertThat(Screen.on(() -> ((Label) find("#problem")).getText())).contains("1 to 65535");
        assertThat(Screen.on(() -> find("#copy").isDisabled())).isTrue();
        assertThat(Screen.on(() -> ((ListView<?>) find("#setText")).getItems())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void thePaneIsDrawn(Theme.Choice choice) {
        String name = choice.name().toLowerCase(Locale.ROOT);
        Screen.run(() -> {
            theme.choose(choice);
            pane.model().privateNetworks.set(true);
            pane.model().kubernetes.set(true);
            pane.model().add(".example.com");
        });
        draw("sh", "environment-" + name, 1440, 840);
        draw("docker-config", "environment-file-" + name, 1440, 840);
        draw("jvm", "environment-jvm-" + name, 1440, 840);
        Screen.run(() -> pane.model().host.set("192.168.1.4"));
        draw("systemd", "environment-small-" + name, 900, 560);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void theTesterIsDrawn(Theme.Choice choice) {
        String name = choice.name().toLowerCase(Locale.ROOT);
        Screen.run(() -> {
            theme.choose(choice);
            pane.model().privateNetworks.set(true);
            pane.model().add(".example.com");
            tab("Who goes direct").fire();
        });
        TesterModel tester = Objects.requireNonNull(Screen.on(() -> pane.tester()));
        Screen.until("an advice", () -> tester.adviceProperty().get() != null);
        Screen.run(
                () -> ((TableView<?>) find(".tester-table")).getSelectionModel().select(0));
        picture("tester-" + name, 1440, 840);
        Screen.run(() -> {
            tester.choose(TesterSource.VARIABLES);
            tester.variables.set("http_proxy=user:secret@proxy.example\nHTTP_PROXY=http://other.example:3128\n"
                    + "https_proxy=https://proxy.example\nALL_PROXY=socks5h://127.0.0.1\nno_proxy=example.com");
        });
        Screen.until("variables", () -> {
            TesterMatrix matrix = tester.matrixProperty().get();
            return matrix != null && matrix.list() == null;
        });
        picture("tester-variables-" + name, 1440, 840);
        Screen.run(() -> tester.choose(TesterSource.PANE));
        picture("tester-small-" + name, 900, 560);
    }

    @Test
    void aUrlIsAddedAndRemovedAndTheTextsComeBack() {
        Screen.run(() -> tab("Who goes direct").fire());
        TesterModel tester = Objects.requireNonNull(Screen.on(() -> pane.tester()));
        Screen.run(() -> {
            ((TextField) find("#tester-url")).setText("ftp://x");
            ((Button) find("#tester-add")).fire();
        });
        assertThat(Screen.on(() -> ((Label) find("#tester-url-problem")).getText()))
                .contains("ftp://x is no http");
        Screen.run(() -> {
            ((TextField) find("#tester-url")).setText("new.example");
            ((Button) find("#tester-add")).fire();
        });
        Screen.until("a column more", () -> {
            TesterMatrix matrix = tester.matrixProperty().get();
            return matrix != null
                    && matrix.columns().size() == 5
                    && ((TableView<?>) find(".tester-table")).getColumns().size() == 7;
        });
        Screen.run(() -> tab("Variables").fire());
        assertThat(Screen.on(() -> find("#setText"))).isNotNull();
        assertThat(Screen.on(() -> find(".tester-table"))).isNull();
    }

    private void trust() throws Exception {
        Authority authority = CertificateAuthority.open(folder.resolve("config"));
        Screen.run(() -> {
            pane.authorityIs(authority);
            tab("Trust the CA").fire();
        });
        Screen.frames(2);
    }

    private void pressed(String id) {
        Screen.run(() -> ((Button) find("#" + id)).fire());
    }

    /** On the FX thread. */
    private String said() {
        return ((Label) find("#trust-said")).getText();
    }

    @Test
    void oneBoxAddsTrustToTheTextAndMakesTheFilesItNames() throws Exception {
        Screen.run(() -> ((CheckBox) find("#trusted")).fire());
        assertThat(Screen.on(() -> ((Label) find("#problem")).getText())).contains("are being made");
        trust();
        Screen.run(() -> tab("Variables").fire());
        Screen.until("the text", () -> pane.model().textsProperty().get() != null);
        assertThat(Screen.on(() -> Objects.requireNonNull(
                                pane.model().textsProperty().get())
                        .apply()
                        .text()))
                .contains("export SSL_CERT_FILE=" + folder.resolve("config/hopscope-ca-bundle.pem") + "\n");
        assertThat(folder.resolve("config/hopscope-ca-bundle.pem")).exists();
        assertThat(folder.resolve("config/hopscope-truststore.p12")).exists();
        Screen.run(() -> ((CheckBox) find("#trusted")).fire());
        Screen.until("without", () -> {
            Texts texts = pane.model().textsProperty().get();
            return texts != null && !texts.apply().text().contains("SSL_CERT_FILE=");
        });
    }

    @Test
    void theFingerprintAndTheCommandsAreCopied() throws Exception {
        trust();
        pressed("trust-copy-fingerprint");
        Screen.run(() -> pane.trust().recipe.set(TrustRecipes.byId("node").orElseThrow()));
        pressed("trust-install-copy");
        pressed("trust-remove-copy");
        assertThat(copied.getFirst()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(copied.get(1)).startsWith("export NODE_EXTRA_CA_CERTS=").endsWith("hopscope-ca-cert.pem\n");
        assertThat(copied.get(2)).isEqualTo("unset NODE_EXTRA_CA_CERTS\n");
    }

    @Test
    void theCommandsAreSavedAndAFileThatIsThereIsKept() throws Exception {
        trust();
        chosen = Optional.of(folder.resolve("commands.txt"));
        pressed("trust-install-save");
        Screen.until("saved", () -> said().startsWith("Saved as"));
        assertThat(folder.resolve("commands.txt")).content().contains("update-ca-certificates");
        pressed("trust-remove-save");
        Screen.until("refused", () -> said().contains("exists already"));
    }

    @Test
    void theBundleAndTheTrustStoreAreWrittenAndThePathIsTold() throws Exception {
        trust();
        chosen = Optional.of(folder.resolve("all.pem"));
        pressed("trust-bundle");
        Screen.until("written", () -> said().startsWith(folder.resolve("all.pem") + " holds "));
        chosen = Optional.of(folder.resolve("all.p12"));
        pressed("trust-store");
        Screen.until("written", () -> said().endsWith("Its password is changeit."));
        assertThat(folder.resolve("all.pem")).content().contains("BEGIN CERTIFICATE");
    }

    @Test
    void anotherAuthorityIsMadeAfterTheQuestionAndShownAtOnce() throws Exception {
        trust();
        String before = Screen.on(() -> ((Label) find("#trust-fingerprint")).getText());
        pressed("trust-regenerate");
        Screen.until("made", () -> said().startsWith("Another authority is in force"));
        assertThat(asked.getFirst()).contains("stop trusting");
        assertThat(Screen.on(() -> ((Label) find("#trust-fingerprint")).getText()))
                .isNotEqualTo(before)
                .isEqualTo(copied.getLast());
    }

    @Test
    void anOwnAuthorityIsTakenOverAfterItsPasswordWasAskedFor() throws Exception {
        trust();
        chosen = Optional.of(folder.resolve("own.p12"));
        pressed("trust-import");
        Screen.until("taken over", () -> said().startsWith("This authority is in force"));
        assertThat(asked.getLast()).endsWith("own.p12 is encrypted");
    }

    @Test
    void aPlaceIsAskedWhetherItTrustsTheAuthority() throws Exception {
        trust();
        pressed("trust-check-java");
        Screen.until("an answer", () -> find("#trust-answers-java .trust-answer") != null);
        assertThat(Screen.on(() -> find("#trust-answers-java .not-trusted"))).isNotNull();
        assertThat(Screen.on(() -> find("#trust-answers-system .trust-answer"))).isNull();
    }

    @Test
    void aPhoneIsShownThePageOnlyWhereItReachesHopscope() throws Exception {
        trust();
        assertThat(Screen.on(() -> ((Label) find("#trust-phone-words")).getText()))
                .contains("listens on 127.0.0.1 only");
        assertThat(Screen.on(() -> find(".trust-code").isVisible())).isFalse();
        Screen.run(() -> pane.trust().listensOn(new Endpoint("0.0.0.0", 8889)));
        assertThat(Screen.on(() -> find("#trust-code").getAccessibleText())).isEqualTo("http://192.168.1.4:8889/");
        assertThat(Screen.on(() -> find(".trust-code").isVisible())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void trustIsDrawn(Theme.Choice choice) throws Exception {
        String name = choice.name().toLowerCase(Locale.ROOT);
        Screen.run(() -> {
            theme.choose(choice);
            pane.trust().listensOn(new Endpoint("0.0.0.0", 8888));
        });
        trust();
        pressed("trust-check-java");
        pressed("trust-check-system");
        Screen.until(
                "an answer",
                () -> find("#trust-answers-java .trust-answer") != null
                        && find("#trust-answers-system .trust-answer") != null);
        picture("trust-" + name, 1440, 840);
        picture("trust-small-" + name, 900, 560);
    }

    private ToggleButton tab(String title) {
        return find("#crumbs").lookupAll(".toggle-button").stream()
                .map(node -> (ToggleButton) node)
                .filter(tab -> tab.getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private void picture(String name, int width, int height) {
        Screen.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Screen.frames(4);
        assertThat(Screen.save(Screen.on(() -> scene.snapshot(null)), name)).exists();
    }

    private void draw(String target, String name, int width, int height) {
        target(target);
        Screen.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Screen.frames(4);
        assertThat(Screen.save(Screen.on(() -> scene.snapshot(null)), name)).exists();
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public Optional<Path> fileToMerge(String name) {
        return chosen;
    }

    @Override
    public Optional<Path> fileToWrite(String name) {
        return chosen;
    }

    @Override
    public Optional<Path> fileToUndo(String name) {
        return chosen;
    }

    @Override
    public Optional<Path> fileToRead(String title) {
        return chosen;
    }

    @Override
    public Optional<String> password(String why) {
        asked.add(why);
        return Optional.of("secret");
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        asked.add(question + " " + consequence);
        return true;
    }

    @Override
    public AuthorityChanges authorities() {
        return new AuthorityChanges() {
            @Override
            public Done regenerate() throws IOException {
                return new Done(authority("other"), folder.resolve("kept"));
            }

            @Override
            public Done takeOver(Path file, @Nullable Path keyFile, @Nullable String password) throws IOException {
                if (password == null) {
                    throw new PasswordNeeded(file + " is encrypted", new IOException());
                }
                return new Done(authority(password), null);
            }

            private Authority authority(String name) throws IOException {
                try {
                    return CertificateAuthority.open(folder.resolve(name));
                } catch (AuthorityException e) {
                    throw new IOException(e);
                }
            }
        };
    }

    @Override
    public void authorityChanged(Authority authority) {
        copied.add(authority.fingerprint());
    }

    @Override
    public Memory memory() {
        return new Memory() {
            @Override
            public @Nullable String get(String key) {
                return kept.get(key);
            }

            @Override
            public void put(String key, String value) {
                kept.put(key, value);
            }
        };
    }

    @Override
    public void leaveEnvironment() {
        copied.add("left");
    }
}
