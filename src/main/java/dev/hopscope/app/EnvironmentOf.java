package dev.hopscope.app;

import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.snippet.Snippet;
import dev.hopscope.ui.environment.EnvironmentActions;
import dev.hopscope.ui.environment.EnvironmentPane;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.shell.MainWindow;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The pane Environment as the window knows it, made when it is first shown, and what it asks of the program. FX thread. Decides nothing. */
final class EnvironmentOf implements Supplier<Parent>, EnvironmentActions {
    private final Stage stage;
    private final ProxyServer proxy;
    private final CompletionStage<? extends Authority> authority;
    private final AuthorityChanges changes;
    private final Background background;
    private final MainWindow window;
    private @Nullable EnvironmentPane pane;

    EnvironmentOf(
            Stage stage,
            ProxyServer proxy,
            CompletionStage<? extends Authority> authority,
            AuthorityChanges changes,
            Background background,
            MainWindow window) {
        this.stage = stage;
        this.proxy = proxy;
        this.authority = authority;
        this.changes = changes;
        this.background = background;
        this.window = window;
    }

    @Override
    public Parent get() {
        if (pane == null) {
            pane = EnvironmentPane.of(proxy, authority, background, this);
        }
        return pane.node();
    }

    /** Shows this target when the pane is next shown. */
    void choose(Snippet target) {
        get();
        if (pane != null) {
            pane.choose(target);
        }
    }

    @Override
    public void copy(String text) {
        Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public Optional<Path> fileToMerge(String name) {
        return path(chooser("environment.merge", name).showSaveDialog(stage));
    }

    @Override
    public Optional<Path> fileToWrite(String name) {
        return path(chooser("environment.save", name).showSaveDialog(stage));
    }

    @Override
    public Optional<Path> fileToUndo(String name) {
        return path(chooser("environment.undoFile", name).showOpenDialog(stage));
    }

    @Override
    public Optional<Path> fileToRead(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return path(chooser.showOpenDialog(stage));
    }

    @Override
    public Optional<String> password(String why) {
        return window.questions().password(why);
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        return window.questions().confirm(question, consequence, verb);
    }

    @Override
    public AuthorityChanges authorities() {
        return changes;
    }

    @Override
    public void authorityChanged(Authority authority) {
        window.showAuthority(authority);
    }

    @Override
    public Memory memory() {
        return window.memory();
    }

    @Override
    public void leaveEnvironment() {
        window.showEnvironment(false);
    }

    private static FileChooser chooser(String titleKey, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(titleKey));
        chooser.setInitialFileName(name);
        return chooser;
    }

    private static Optional<Path> path(@Nullable File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
