package dev.hopscope.ui.shell;

import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import dev.hopscope.ui.kit.Tone;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The tool bar: what is on, where to point clients. FX thread. Its menu is filled from outside, when it opens. */
public final class ToolBarController {
    private final ShellModel model;
    private final ShellCommands commands;
    private final IntSupplier rows;
    private final Runnable openPreferences;
    private final Runnable showEnvironment;
    private final Runnable showContents;
    private Runnable openPalette = () -> {};

    @FXML
    private MenuButton menu;

    @FXML
    private ToggleButton recording;

    @FXML
    private Region recordingDot;

    @FXML
    private ToggleButton openTls;

    @FXML
    private ToggleButton cache;

    @FXML
    private Button contents;

    @FXML
    private Button replay;

    @FXML
    private Button compare;

    @FXML
    private Button clear;

    @FXML
    private Button address;

    @FXML
    private Region addressDot;

    @FXML
    private Label addressText;

    @FXML
    private Button environment;

    @FXML
    private Button palette;

    @FXML
    private Label paletteKey;

    @FXML
    private Button preferences;

    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    ToolBarController(
            ShellModel model,
            ShellCommands commands,
            IntSupplier rows,
            Runnable openPreferences,
            Runnable showEnvironment,
            Runnable showContents) {
        this.model = model;
        this.commands = commands;
        this.rows = rows;
        this.openPreferences = openPreferences;
        this.showEnvironment = showEnvironment;
        this.showContents = showContents;
    }

    @FXML
    private void initialize() {
        Tips.name(menu, Messages.text("toolbar.menu"));
        Tips.name(preferences, Messages.text("toolbar.preferences.tip", Keys.text(Keys.PREFERENCES)));
        Tips.on(environment, Messages.text("toolbar.environment.tip", Keys.text(Keys.ENVIRONMENT)));
        environment.setAccessibleText(Messages.text("toolbar.environment"));
        Tips.name(contents, Messages.text("toolbar.cacheContents", Keys.text(Keys.CACHE_CONTENTS)));
        Tips.name(replay, Messages.text("toolbar.replay.tip"));
        Tips.name(compare, Messages.text("toolbar.compare.tip", Keys.text(Keys.COMPARE)));
        paletteKey.setText(Keys.text(Keys.PALETTE));
        Tips.on(palette, Messages.text("toolbar.palette.tip", Keys.text(Keys.PALETTE)));
        palette.setAccessibleText(Messages.text("toolbar.palette"));
        Tips.name(clear, Messages.text("toolbar.clear.tip", Keys.text(Keys.CLEAR)));
        model.recordingProperty().subscribe(this::showRecording);
        model.sessionProperty().subscribe(this::showSession);
        model.interceptProperty().subscribe(this::showOpenTls);
        model.cacheProperty().subscribe(this::showCache);
        model.proxyProperty().subscribe(this::showProxy);
        model.narrowProperty().subscribe(narrow -> {
            showRecording(model.recordingProperty().get());
            openTls.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            cache.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            palette.setText(narrow ? "" : Messages.text("toolbar.palette"));
            paletteKey.setVisible(!narrow);
            paletteKey.setManaged(!narrow);
            environment.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        });
    }

    /** @param items makes the entries of the menu, each time it opens */
    void setMenu(Supplier<List<MenuItem>> items) {
        menu.getItems().setAll(items.get());
        menu.setOnShowing(e -> menu.getItems().setAll(items.get()));
    }

    /**
     * What the buttons for the rows selected do.
     *
     * @param any whether a row is selected
     */
    void setOnRows(Runnable onReplay, Runnable onCompare, ObservableValue<Boolean> any) {
        replay.setOnAction(e -> onReplay.run());
        compare.setOnAction(e -> onCompare.run());
        any.subscribe(some -> {
            replay.setDisable(!some);
            compare.setDisable(!some);
        });
    }

    void setPalette(Runnable open) {
        openPalette = open;
    }

    MenuButton menu() {
        return menu;
    }

    private void showRecording(@Nullable RecordingState state) {
        boolean paused = state instanceof RecordingState.Paused;
        recording.setSelected(state != null && !paused);
        recording.setDisable(state == null || state instanceof RecordingState.ReadOnly);
        String key = model.narrowProperty().get() ? "toolbar.rec" : "toolbar.recording";
        recording.setText(Messages.text(paused ? "toolbar.paused" : key));
        switch (state) {
            case null -> Tone.HOLLOW.on(recordingDot);
            case RecordingState.Paused p -> Tone.HOLLOW.on(recordingDot);
            case RecordingState.ReadOnly r -> Tone.HOLLOW.on(recordingDot);
            case RecordingState.Recording r -> Tone.BAD.on(recordingDot);
            case RecordingState.Slowed s -> Tone.WARNING.on(recordingDot);
            case RecordingState.Stopped s -> Tone.BAD.on(recordingDot);
        }
        Tips.on(
                recording,
                Messages.text(
                        paused ? "toolbar.recording.resume" : "toolbar.recording.pause", Keys.text(Keys.RECORDING)));
        recording.setAccessibleText(Messages.text(paused ? "toolbar.paused" : "toolbar.recording"));
    }

    private void showSession(@Nullable Session session) {
        clear.setDisable(session == null || session.readOnly());
    }

    private void showOpenTls(boolean on) {
        openTls.setSelected(on);
        openTls.setAccessibleText(Messages.text("toolbar.openTls"));
        Tips.on(openTls, Messages.text(on ? "toolbar.openTls.off" : "toolbar.openTls.on", Keys.text(Keys.OPEN_TLS)));
    }

    private void showCache(boolean on) {
        cache.setSelected(on);
        cache.setAccessibleText(Messages.text("toolbar.cache"));
        Tips.on(cache, Messages.text(on ? "toolbar.cache.off" : "toolbar.cache.on", Keys.text(Keys.CACHE)));
    }

    private void showProxy(ProxyState state) {
        address.setDisable(!(state instanceof ProxyState.Listening));
        switch (state) {
            case ProxyState.Listening on -> {
                addressText.setText(on.address().toString());
                (on.warning() == null ? Tone.GOOD : Tone.WARNING).on(addressDot);
            }
            case ProxyState.Starting s -> notListening("toolbar.address.starting", Tone.WARNING);
            case ProxyState.Stopped s -> notListening("toolbar.address.stopped", Tone.HOLLOW);
            case ProxyState.Failed f -> notListening("toolbar.address.failed", Tone.BAD);
        }
        Tips.name(address, Messages.text("toolbar.address.tip", addressText.getText()));
    }

    private void notListening(String key, Tone tone) {
        addressText.setText(Messages.text(key));
        tone.on(addressDot);
    }

    @FXML
    private void toggleRecording() {
        commands.setRecording(recording.isSelected());
    }

    @FXML
    private void toggleOpenTls() {
        commands.setOpenTls(openTls.isSelected());
    }

    @FXML
    private void toggleCache() {
        commands.setCache(cache.isSelected());
    }

    @FXML
    private void contents() {
        showContents.run();
    }

    @FXML
    private void clear() {
        commands.clearAll(rows.getAsInt());
    }

    @FXML
    private void copyAddress() {
        commands.copyAddress();
    }

    @FXML
    private void palette() {
        openPalette.run();
    }

    @FXML
    private void environment() {
        showEnvironment.run();
    }

    @FXML
    private void preferences() {
        openPreferences.run();
    }
}
