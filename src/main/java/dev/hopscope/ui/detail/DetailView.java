package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.inspect.warning.Warning;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Shows the state of a {@link DetailModel}: header and tabs, or a word where there is nothing to show. FX thread. Fetches nothing itself. */
public final class DetailView {
    private static final Duration REFRESH = Duration.millis(250);

    private final DetailModel model;
    private final DetailSection.Context context;
    private final List<SectionView> sections = new ArrayList<>();
    private final CrumbBar crumbs;
    private final Timeline refresh = new Timeline();

    @FXML
    private StackPane root;

    @FXML
    private VBox content;

    @FXML
    private DetailHeader header;

    @FXML
    private TabPane tabs;

    @FXML
    private VBox message;

    @FXML
    private Label messageTitle;

    @FXML
    private Label messageText;

    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    private DetailView(DetailModel model, DetailActions actions, Background background) {
        this.model = model;
        context = new DetailSection.Context(model, actions, background, this::select, this::guide);
        crumbs = new CrumbBar(actions);
    }

    public static DetailView load(DetailModel model, DetailActions actions, Background background) {
        FXMLLoader loader =
                new FXMLLoader(DetailView.class.getResource("/dev/hopscope/ui/detail/detail.fxml"), Messages.bundle());
        loader.setControllerFactory(type -> new DetailView(model, actions, background));
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loader.getController();
    }

    public Parent node() {
        return root;
    }

    /** Brings a tab to the front, 0 for the first; without effect where there is none. */
    public void select(int index) {
        if (index < tabs.getTabs().size()) {
            tabs.getSelectionModel().select(index);
        }
    }

    /** Whether the pane has the whole window: then it has a way back and to the rows beside. */
    public void setFocused(boolean on) {
        content.getChildren().removeAll(crumbs, header);
        header.setOneLine(on);
        crumbs.header(on ? header : null);
        content.getChildren().addFirst(on ? crumbs : header);
        header.setOnExpand(on ? null : () -> context.actions().focusView(true));
        if (on) {
            tabs.requestFocus();
        }
    }

    /** Where the exchange stands among the rows: 1 for the first, 0 for none of them. */
    public void place(int position, int rows) {
        crumbs.place(position, rows);
    }

    /** Brings the tab of a section to the front. */
    public void select(String id) {
        for (int i = 0; i < DetailSections.ALL.size(); i++) {
            if (DetailSections.ALL.get(i).id().equals(id)) {
                select(i);
            }
        }
    }

    @FXML
    private void initialize() {
        for (DetailSection section : DetailSections.ALL) {
            SectionView view = section.open(context);
            sections.add(view);
            Tab tab = new Tab(Messages.text("detail.section." + section.id()), view.node());
            tab.setId("tab-" + section.id());
            tab.selectedProperty().subscribe(view::setInFront);
            tabs.getTabs().add(tab);
        }
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), () -> front().explain());
                scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F7), () -> nextChange(1));
                scene.getAccelerators()
                        .put(new KeyCodeCombination(KeyCode.F7, KeyCombination.SHIFT_DOWN), () -> nextChange(-1));
            }
            for (int i = 0; scene != null && i < sections.size(); i++) {
                int index = i;
                KeyCode digit = KeyCode.valueOf("DIGIT" + (i + 1));
                scene.getAccelerators()
                        .put(new KeyCodeCombination(digit, KeyCombination.ALT_DOWN), () -> select(index));
            }
        });
        header.setOnExpand(() -> context.actions().focusView(true));
        header.setOnCompare(context.actions()::compareWithPrevious, context.actions()::compareWithOriginal);
        refresh.getKeyFrames().add(new KeyFrame(REFRESH, e -> model.refresh()));
        refresh.setCycleCount(Animation.INDEFINITE);
        model.stateProperty().subscribe(this::show);
    }

    private void guide(Warning warning) {
        String id = warning.direction() == Direction.REQUEST ? "request" : "response";
        select(id);
        front().go(warning);
    }

    private SectionView front() {
        return sections.get(Math.max(0, tabs.getSelectionModel().getSelectedIndex()));
    }

    private void nextChange(int step) {
        front().nextChange(step);
    }

    private static void showBadge(Tab tab, String text) {
        if (text.isEmpty()) {
            tab.setGraphic(null);
            return;
        }
        Label badge = tab.getGraphic() instanceof Label label ? label : new Label();
        badge.getStyleClass().setAll("label", "number", "tab-badge");
        badge.setText(text);
        tab.setGraphic(badge);
    }

    private void show(DetailModel.State state) {
        boolean shown = state instanceof DetailModel.Shown;
        content.setVisible(shown);
        message.setVisible(!shown);
        messageText.setText("");
        boolean running = false;
        switch (state) {
            case DetailModel.Nothing n -> messageTitle.setText(Messages.text("detail.empty"));
            case DetailModel.Several s -> {
                messageTitle.setText(Messages.text("detail.several.title", s.count()));
                messageText.setText(Messages.text(
                        "detail.several.bytes", Figures.size(s.requestBytes()), Figures.size(s.responseBytes())));
            }
            case DetailModel.Gone g -> messageTitle.setText(Messages.text("detail.gone", g.id()));
            case DetailModel.Unreadable u ->
                messageTitle.setText(Messages.text("detail.unreadable", u.id(), u.cause()));
            case DetailModel.Shown s -> {
                header.show(s.report().exchange());
                for (int i = 0; i < sections.size(); i++) {
                    sections.get(i).show(s.report());
                    showBadge(tabs.getTabs().get(i), sections.get(i).badge(s.report()));
                }
                running = s.report().exchange().outcome() instanceof Outcome.Pending;
            }
        }
        messageText.setManaged(!messageText.getText().isEmpty());
        if (running) {
            refresh.play();
        } else {
            refresh.stop();
        }
    }
}
