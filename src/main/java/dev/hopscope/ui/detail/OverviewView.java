package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** What happened: the sentence, facts, what can be done, timing, connections; in one column, or two where it is wide. FX thread. */
final class OverviewView implements SectionView {
    /** Width, in sizes of the text, above which there are two columns. */
    private static final double WIDE_AT = 56;

    private final DetailSection.Context context;
    private final TextFlow sentence = new TextFlow();
    private final VBox facts = new VBox();
    private final TroubleBox trouble;
    private final WaterfallCanvas waterfall = new WaterfallCanvas();
    private final Label timingSummary = new Label();
    private final Label noTimes = new Label(Messages.text("detail.timing.none"));
    private final GridPane connections = new GridPane();
    private final WarningList warnings;
    private final VBox sentenceBlock;
    private final VBox factsBlock;
    private final VBox timingBlock;
    private final VBox connectionsBlock;
    private final HBox columns = new HBox();
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final ScrollPane scroll = new ScrollPane(columns);
    private @Nullable Boolean wide;

    OverviewView(DetailSection.Context context) {
        this.context = context;
        trouble = new TroubleBox(context.actions());
        warnings = new WarningList(context::open);
        context.model().warningsProperty().subscribe(warnings::show);
        sentence.getStyleClass().add("sentence");
        sentenceBlock = block(sentence);
        facts.getStyleClass().add("facts");
        factsBlock = block(facts);
        Label timing = new Label(Messages.text("detail.timing"));
        timing.getStyleClass().add("section-title");
        timing.setMinWidth(Region.USE_PREF_SIZE);
        timingSummary.getStyleClass().addAll("caption", "secondary");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox timingHead = new HBox(timing, space, timingSummary);
        timingHead.getStyleClass().add("line");
        noTimes.getStyleClass().add("tertiary");
        timingBlock = block(timingHead, noTimes, waterfall);
        Label title = new Label(Messages.text("detail.connections"));
        title.getStyleClass().add("section-title");
        connections.getStyleClass().add("leg-table");
        connections.getColumnConstraints().addAll(column(24), column(38), column(38));
        connectionsBlock = block(title, connections);
        columns.getStyleClass().add("overview");
        right.getStyleClass().add("right-column");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("section-scroll");
        scroll.widthProperty().subscribe(w -> arrange());
    }

    private static VBox block(Node... nodes) {
        VBox block = new VBox(nodes);
        block.getStyleClass().add("block");
        block.setMinWidth(0);
        return block;
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    @Override
    public Node node() {
        return scroll;
    }

    private void arrange() {
        boolean now = scroll.getWidth() >= WIDE_AT * noTimes.getFont().getSize();
        if (scroll.getWidth() <= 0 || (wide != null && wide == now)) {
            return;
        }
        wide = now;
        columns.getChildren().clear();
        left.getChildren().setAll(sentenceBlock, trouble, factsBlock, warnings);
        right.getChildren().clear();
        if (now) {
            right.getChildren().setAll(timingBlock);
            left.getChildren().add(connectionsBlock);
            columns.getChildren().setAll(left, right);
        } else {
            left.getChildren().addAll(timingBlock, connectionsBlock);
            columns.getChildren().setAll(left);
        }
        waterfall.setHeads(!now);
        for (VBox column : List.of(left, right)) {
            column.setMinWidth(0);
            column.prefWidthProperty().unbind();
            column.prefWidthProperty().bind(scroll.widthProperty().multiply(now ? 0.5 : 1));
            HBox.setHgrow(column, Priority.ALWAYS);
        }
    }

    @Override
    public void show(ExchangeReport report) {
        sentence.getChildren()
                .setAll(report.sentence().runs().stream()
                        .map(OverviewView::text)
                        .toList());
        facts.getChildren().setAll(report.facts().stream().map(this::fact).toList());
        visible(factsBlock, !report.facts().isEmpty());
        trouble.show(report.trouble());
        waterfall.show(report.waterfall());
        boolean timed = !report.waterfall().bars().isEmpty();
        visible(waterfall, timed);
        visible(noTimes, !timed);
        timingSummary.setText(summary(report));
        connections.getChildren().clear();
        header(1, "detail.leg.client");
        header(2, "detail.leg.origin");
        for (int i = 0; i < report.connections().size(); i++) {
            LegRow row = report.connections().get(i);
            Label label = new Label(row.label());
            label.getStyleClass().add("secondary");
            connections.add(label, 0, i + 1);
            connections.add(value(row.client(), row.mono()), 1, i + 1);
            connections.add(value(row.origin(), row.mono()), 2, i + 1);
        }
    }

    private void header(int column, String key) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().addAll("caption", "medium", "secondary");
        connections.add(label, column, 0);
    }

    private static Node value(String text, boolean mono) {
        Label label = new Label(text);
        label.getStyleClass().addAll(mono ? List.of("mono", "wire") : List.of());
        label.setMinWidth(0);
        if (!text.isEmpty()) {
            Tips.on(label, text);
        }
        return label;
    }

    private static String summary(ExchangeReport report) {
        OptionalLong total = Wording.total(report.exchange());
        OptionalLong first = report.exchange().timings().at(Mark.RESPONSE_FIRST_BYTE);
        if (report.exchange().outcome() instanceof Outcome.Pending) {
            return Messages.text("detail.timing.running");
        }
        if (total.isEmpty()) {
            return "";
        }
        return first.isEmpty()
                ? Messages.text("detail.timing.total", Wording.span(total.getAsLong()))
                : Messages.text(
                        "detail.timing.summary", Wording.span(first.getAsLong()), Wording.span(total.getAsLong()));
    }

    private static Text text(Sentence.Run run) {
        Text text = new Text(run.text());
        text.getStyleClass().add("run-" + run.weight().name().toLowerCase(Locale.ROOT));
        return text;
    }

    private Node fact(Fact fact) {
        Label what = new Label(fact.what());
        what.getStyleClass().add("strong");
        what.setMinWidth(Region.USE_PREF_SIZE);
        Label more = new Label(fact.more());
        more.getStyleClass().add("secondary");
        more.setMinWidth(0);
        Tips.on(more, fact.more());
        HBox line = new HBox(new Glyph(fact.icon()), what, more);
        line.getStyleClass().add("fact");
        String section = fact.section();
        if (section != null) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Hyperlink link = new Hyperlink(Messages.text("detail.fact.open." + section));
            link.setMinWidth(Region.USE_PREF_SIZE);
            link.setOnAction(e -> context.open(section));
            line.getChildren().addAll(space, link);
        }
        return line;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
