package dev.hopscope.ui.shell;

import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.table.ExchangeTable;
import dev.hopscope.ui.table.ExchangeTableModel;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The status bar: how it stands, in words and figures. FX thread. Measures nothing. */
public final class StatusBarController {
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

    private final ShellModel model;
    private final ExchangeTable table;

    @FXML
    private Region dot;

    @FXML
    private Label state;

    @FXML
    private Label address;

    @FXML
    private Label tls;

    @FXML
    private Label rate;

    @FXML
    private Label rateUnit;

    @FXML
    private Label exchanges;

    @FXML
    private Label exchangesUnit;

    @FXML
    private Glyph sessionIcon;

    @FXML
    private Label session;

    @FXML
    private Label size;

    @FXML
    private Label lost;

    @FXML
    private Button following;

    @FXML
    private Label heapWord;

    @FXML
    private Label heap;

    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    StatusBarController(ShellModel model, ExchangeTable table) {
        this.model = model;
        this.table = table;
    }

    @FXML
    private void initialize() {
        model.proxyProperty().subscribe(now -> show());
        model.recordingProperty().subscribe(now -> show());
        model.authorityProperty().subscribe(now -> show());
        model.perSecondProperty().subscribe(now -> show());
        model.narrowProperty().subscribe(now -> show());
        model.sessionProperty().subscribe(now -> show());
        model.sizeOnDiskProperty().subscribe(now -> show());
        model.heapUsedProperty().subscribe(now -> showHeap());
        table.model().countsProperty().subscribe(now -> showExchanges());
        table.model().filterProperty().subscribe(now -> showExchanges());
        model.interceptProperty().subscribe(now -> show());
        table.followingProperty().subscribe(now -> showFollowing());
        table.model().orderProperty().subscribe(now -> showFollowing());
        Tips.on(following, Messages.text("status.following.tip", Keys.text(Keys.FOLLOW)));
    }

    private void show() {
        boolean narrow = model.narrowProperty().get();
        ProxyState proxy = model.proxyProperty().get();
        RecordingState recording = model.recordingProperty().get();
        boolean live = !(recording instanceof RecordingState.ReadOnly);
        boolean paused = recording instanceof RecordingState.Paused;
        boolean stopped = recording instanceof RecordingState.Stopped;
        boolean slowed = recording instanceof RecordingState.Slowed;
        boolean listening = proxy instanceof ProxyState.Listening;
        boolean loud = paused || stopped || slowed;
        state.setText(words(proxy, recording));
        shown(state, !(narrow && listening && !loud));
        address.setText(model.address());
        shown(address, listening && !loud);
        shown(tls, listening && live && !model.interceptProperty().get());
        state.pseudoClassStateChanged(ALONE, !listening || loud);
        tone(proxy, recording).on(dot);
        boolean counted =
                live && listening && !paused && model.perSecondProperty().get() >= 0;
        rate.setText(Figures.count(model.perSecondProperty().get()));
        rateUnit.setText(Messages.text("status.perSecond"));
        shown(rate, counted);
        shown(rateUnit, counted);
        lost.setText(slowed ? Messages.text("status.slowed.nothingLost") : "");
        shown(lost, slowed);
        showSession(model.sessionProperty().get(), narrow);
        showHeap();
        shown(heapWord, !narrow);
    }

    private void showSession(@Nullable Session now, boolean narrow) {
        boolean any = now != null;
        session.setText(now != null ? now.file().getFileName().toString() : "");
        size.setText(any ? Figures.size(model.sizeOnDiskProperty().get()) : "");
        shown(sessionIcon, any);
        shown(session, any && !narrow);
        shown(size, any);
        if (now != null) {
            Tips.on(session, now.file().toString());
            Tips.on(size, now.file().toString());
        }
    }

    private String words(ProxyState proxy, @Nullable RecordingState recording) {
        switch (recording) {
            case null -> {}
            case RecordingState.Paused p -> {
                return Messages.text("status.paused");
            }
            case RecordingState.Slowed s -> {
                return Messages.text("status.slowed");
            }
            case RecordingState.Stopped s -> {
                return Messages.text("status.stopped");
            }
            case RecordingState.Recording r -> {}
            case RecordingState.ReadOnly r -> {}
        }
        return switch (proxy) {
            case ProxyState.Listening l -> Messages.text("status.listening");
            case ProxyState.Starting s ->
                Messages.text(model.authorityProperty().get() == null ? "status.starting.ca" : "status.starting.port");
            case ProxyState.Stopped s ->
                Messages.text(model.sessionProperty().get() == null ? "status.starting" : "status.notListening");
            case ProxyState.Failed f -> Messages.text("status.failed");
        };
    }

    private static Tone tone(ProxyState proxy, @Nullable RecordingState recording) {
        Tone listening = switch (proxy) {
            case ProxyState.Listening l -> l.warning() == null ? Tone.GOOD : Tone.WARNING;
            case ProxyState.Starting s -> Tone.WARNING;
            case ProxyState.Stopped s -> Tone.HOLLOW;
            case ProxyState.Failed f -> Tone.BAD;
        };
        return switch (recording) {
            case null -> listening;
            case RecordingState.Paused p -> Tone.HOLLOW;
            case RecordingState.Slowed s -> Tone.WARNING;
            case RecordingState.Stopped s -> Tone.BAD;
            case RecordingState.Recording r -> listening;
            case RecordingState.ReadOnly r -> listening;
        };
    }

    private void showExchanges() {
        ExchangeTableModel.Counts counts = table.model().countsProperty().get();
        int rows = counts.listed(table.model().filterProperty().get());
        exchanges.setText(Figures.count(rows));
        String tip = rows == counts.rows()
                ? Messages.text("status.exchanges.tip")
                : Messages.text("status.exchanges.tip.hidden", counts.openedTunnels());
        Tips.on(exchanges, tip);
        Tips.on(exchangesUnit, tip);
        exchangesUnit.setText(Messages.text("status.exchanges", rows));
    }

    private void showFollowing() {
        boolean byArrival = table.model().orderProperty().get().byArrival();
        shown(following, byArrival && table.followingProperty().get());
    }

    private void showHeap() {
        heap.setText(Messages.text(
                "status.heap.of",
                Figures.count(model.heapUsedProperty().get() >> 20),
                Figures.count(model.heapMostProperty().get() >> 20)));
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    @FXML
    private void follow() {
        table.follow();
    }
}
