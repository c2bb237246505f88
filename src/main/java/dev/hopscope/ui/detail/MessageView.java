package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Heads;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Trailers;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.HeadLine;
import dev.hopscope.inspect.body.HeadText;
import dev.hopscope.inspect.meaning.Setting;
import dev.hopscope.inspect.warning.Warning;
import dev.hopscope.ui.body.Clips;
import dev.hopscope.ui.body.TextBlock;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import dev.hopscope.ui.meaning.LineMeanings;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One message: its head as it came in or as it went out, and its body below, or beside where the pane is wide and low. FX thread. */
final class MessageView implements SectionView {
    /** What the two sides of the toggle show. */
    private record Sides(List<? extends Head> in, Headers inTrailers, List<? extends Head> out, Headers outTrailers) {
        static final Sides NONE = new Sides(List.of(), Headers.EMPTY, List.of(), Headers.EMPTY);
    }

    private final Direction direction;
    private final TextBlock block;
    private final Label nothing = new Label();
    private final ToggleButton received = new ToggleButton(Messages.text("detail.head.received"));
    private final ToggleButton sent;
    private final Button copy = new Button("", new Glyph("bi-clipboard"));
    private final VBox head = new VBox();
    private final BodyPane body;
    private final SplitPane split = new SplitPane();
    private final LineMeanings meanings;
    private Sides sides = Sides.NONE;
    private String unreadable = "";
    /** Whether the user chose what was sent on. */
    private boolean sentWanted;
    /** Whether the user moved the divider: their choice then holds. */
    private boolean dragged;

    private @Nullable ExchangeReport report;

    MessageView(Direction direction, DetailSection.Context context) {
        this.direction = direction;
        sent = new ToggleButton(Messages.text(request() ? "detail.head.forwarded" : "detail.head.returned"));
        block = new TextBlock(Messages.text(request() ? "detail.head.request" : "detail.head.response"));
        meanings = new LineMeanings(block);
        context.model().warningsProperty().subscribe(meanings::setWarnings);
        body = new BodyPane(context.model().body(direction), context.actions(), context.background());
        String key = request() ? "request" : "response";
        Tips.on(received, Messages.text("detail.head.received.tip." + key));
        Tips.on(sent, Messages.text("detail.head.sent.tip." + key));
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(received, sent);
        received.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                showHead();
            }
        });
        received.setOnAction(e -> sentWanted = false);
        sent.setOnAction(e -> sentWanted = true);
        received.getStyleClass().addAll("small", "first");
        sent.getStyleClass().addAll("small", "last");
        HBox choices = new HBox(received, sent);
        choices.getStyleClass().add("choices");
        copy.getStyleClass().addAll("quiet", "icon-only", "small");
        Tips.name(copy, Messages.text("detail.head.copy"));
        copy.setOnAction(e -> Clips.put(block.text()));
        Label title = new Label(Messages.text("detail.head." + key));
        title.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(title, space, choices, copy);
        bar.getStyleClass().add("section-bar");
        nothing.getStyleClass().addAll("tertiary", "nothing");
        nothing.setWrapText(true);
        VBox.setVgrow(block, Priority.ALWAYS);
        head.getChildren().addAll(bar, nothing, block);
        head.setMinSize(0, 0);
        split.getItems().addAll(head, body);
        split.getStyleClass().add("message-split");
        split.setOrientation(Orientation.VERTICAL);
        split.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            if (event.getTarget() instanceof Node node && node.getStyleClass().contains("split-pane-divider")) {
                dragged = true;
            }
        });
        split.widthProperty().subscribe(w -> arrange());
        split.heightProperty().subscribe(h -> arrange());
    }

    private boolean request() {
        return direction == Direction.REQUEST;
    }

    @Override
    public Node node() {
        return split;
    }

    @Override
    public void setInFront(boolean inFront) {
        body.setWatched(inFront);
    }

    private void arrange() {
        boolean low = split.getWidth() > 1.6 * split.getHeight() && split.getHeight() > 0;
        Orientation wanted = low ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (split.getOrientation() != wanted) {
            split.setOrientation(wanted);
        }
        divide();
    }

    /** The head gets the lines it has, at most half. */
    private void divide() {
        if (dragged) {
            return;
        }
        double em = nothing.getFont().getSize();
        double perLine = Math.max(20, (split.getWidth() - 3 * em) / (0.575 * em));
        double lines = block.lines(perLine);
        double share = split.getHeight() <= 0 ? 0.4 : (lines * 1.5 + 4.2) * em / split.getHeight();
        split.setDividerPositions(
                split.getOrientation() == Orientation.HORIZONTAL ? 0.45 : Math.clamp(share, 0.15, 0.5));
    }

    @Override
    public void show(ExchangeReport next) {
        boolean same =
                report != null && report.exchange().id().equals(next.exchange().id());
        report = next;
        sides = sides(next.exchange());
        unreadable =
                request() && next.exchange() instanceof HttpExchange x && x.unreadable() != null ? x.unreadable() : "";
        sent.setDisable(sides.out().isEmpty());
        received.setDisable(sides.in().isEmpty());
        // the side the user chose, where there is one
        boolean other = sides.in().isEmpty()
                ? !sides.out().isEmpty()
                : sentWanted && !sides.out().isEmpty();
        ToggleButton wanted = other ? sent : received;
        if (wanted.isSelected()) {
            showHead();
        } else {
            wanted.setSelected(true);
        }
        if (!same) {
            divide();
        }
    }

    private void showHead() {
        boolean in = received.isSelected();
        List<? extends Head> heads = in ? sides.in() : sides.out();
        BodyRendering.Text text = heads.isEmpty()
                ? HeadText.verbatim(unreadable)
                : HeadText.of(heads, in ? sides.inTrailers() : sides.outTrailers());
        boolean empty = text.text().isEmpty();
        nothing.setText(!heads.isEmpty() ? "" : Messages.text(empty ? nothingKey() : "detail.head.unreadable"));
        nothing.setVisible(heads.isEmpty());
        nothing.setManaged(heads.isEmpty());
        block.setVisible(!empty);
        block.setManaged(!empty);
        copy.setDisable(empty);
        block.show(text);
        meanings.show(
                heads.isEmpty() ? List.of() : HeadLine.of(heads, in ? sides.inTrailers() : sides.outTrailers()),
                report == null ? null : setting(report.exchange(), in));
    }

    private @Nullable Setting setting(Exchange exchange, boolean in) {
        return switch (exchange) {
            case HttpExchange x -> Setting.of(x, direction, in);
            case TunnelExchange x -> Setting.of(x, direction, in);
            case FailedHandshake x -> null;
        };
    }

    @Override
    public void explain() {
        meanings.explain();
    }

    @Override
    public void go(Warning warning) {
        received.setSelected(true);
        meanings.go(warning);
    }

    private String nothingKey() {
        return report != null && report.exchange() instanceof FailedHandshake
                ? "detail.head.none.handshake"
                : request() ? "detail.head.none.request" : "detail.head.none.response";
    }

    private Sides sides(Exchange exchange) {
        return switch (exchange) {
            case HttpExchange x -> sides(x.heads(), x.interim(), x.trailers());
            case TunnelExchange x -> sides(x.heads(), List.of(), Trailers.NONE);
            case FailedHandshake x -> Sides.NONE;
        };
    }

    private Sides sides(Heads heads, List<? extends Head> interim, Trailers trailers) {
        return request()
                ? new Sides(
                        list(List.of(), heads.requestReceived()),
                        trailers.requestReceived(),
                        list(List.of(), heads.requestForwarded()),
                        trailers.requestForwarded())
                : new Sides(
                        list(interim, heads.responseReceived()),
                        trailers.responseReceived(),
                        list(interim, heads.responseReturned()),
                        trailers.responseReturned());
    }

    private static List<? extends Head> list(List<? extends Head> before, @Nullable Head last) {
        List<Head> all = new ArrayList<>(before);
        if (last != null) {
            all.add(last);
        }
        return all;
    }
}
