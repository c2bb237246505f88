package dev.hopscope.ui.environment;

import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.snippet.Snippet;
import dev.hopscope.snippet.Trust;
import dev.hopscope.snippet.machine.MachineAddress;
import dev.hopscope.snippet.machine.SearchDomains;
import dev.hopscope.trust.TrustedFiles;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The pane Environment, made when it is first shown. FX thread. Sets nothing on this machine but files the user names. */
public final class EnvironmentPane {
    private final EnvironmentController controller;
    private final EnvironmentModel model;
    private final TrustModel trust;
    private final Parent node;
    private @Nullable TesterModel tester;

    private EnvironmentPane(
            Background background, EnvironmentActions actions, List<MachineAddress> addresses, List<String> domains) {
        model = new EnvironmentModel(background, domains);
        RememberedInputs.bind(model, actions.memory());
        trust = new TrustModel(background, addresses);
        controller = new EnvironmentController(model, background, actions, Vantage.of(addresses));
        FXMLLoader loader = new FXMLLoader(
                EnvironmentPane.class.getResource("/dev/hopscope/ui/environment/environment.fxml"), Messages.bundle());
        loader.setControllerFactory(type -> controller);
        try {
            node = loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        controller.addTab(Messages.text("tester.title"), () -> {
            TesterModel made = new TesterModel(model, background, SystemNames::new);
            tester = made;
            return new TesterPane(made, actions::copy);
        });
        controller.addWideTab(
                Messages.text("trust.title"),
                () -> new TrustPane(trust, actions, new TrustChange(trust, actions, background, made -> {
                    authorityIs(made.authority());
                    actions.authorityChanged(made.authority());
                })));
    }

    /** With what this machine says of itself; follows where the proxy listens, and shows the authority as soon as it is there. */
    public static EnvironmentPane of(
            ProxyServer proxy,
            CompletionStage<? extends Authority> authority,
            Background background,
            EnvironmentActions actions) {
        EnvironmentPane pane = on(background, actions, addresses(), SearchDomains.ofThisMachine());
        proxy.onState(state -> Platform.runLater(() -> {
            if (state instanceof ProxyState.Listening listening) {
                pane.model.listensOn(listening.address());
                pane.trust.listensOn(listening.address());
            }
        }));
        // that there is none is said by the window
        authority.thenAccept(made -> Platform.runLater(() -> pane.authorityIs(made)));
        return pane;
    }

    static EnvironmentPane on(
            Background background, EnvironmentActions actions, List<MachineAddress> addresses, List<String> domains) {
        return new EnvironmentPane(background, actions, addresses, domains);
    }

    private static List<MachineAddress> addresses() {
        try {
            return MachineAddress.all();
        } catch (SocketException e) {
            // the system names no networks: this machine, containers and the emulator are offered all the same
            return List.of();
        }
    }

    /** Shows the text of this target. */
    public void choose(Snippet target) {
        model.query.set("");
        model.target.set(target);
    }

    public Parent node() {
        return node;
    }

    EnvironmentModel model() {
        return model;
    }

    /** The authority is there, or is another now. */
    void authorityIs(Authority made) {
        trust.is(made);
        model.trustIs(() -> {
            TrustedFiles files = TrustedFiles.write(made);
            return new Trust(
                    files.bundle().toString(),
                    files.certificate().toString(),
                    files.store().toString());
        });
    }

    TrustModel trust() {
        return trust;
    }

    /** Null until the tester was first shown. */
    @Nullable
    TesterModel tester() {
        return tester;
    }
}
