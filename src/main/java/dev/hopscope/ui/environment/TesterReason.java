package dev.hopscope.ui.environment;

import dev.hopscope.snippet.noproxy.ClientCard;
import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.ui.kit.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why the selected client does what it does: its rule, and for each URL the reason with the deciding entry marked in the list. FX thread. */
final class TesterReason extends VBox {
    TesterReason() {
        getStyleClass().add("tester-reason");
        setManaged(false);
        setVisible(false);
    }

    void show(@Nullable TesterMatrix matrix, TesterMatrix.@Nullable Row row) {
        getChildren().clear();
        boolean on = matrix != null
                && row != null
                && row.decisions().size() == matrix.columns().size();
        setManaged(on);
        setVisible(on);
        if (matrix == null || row == null || !on) {
            return;
        }
        ClientCard card = row.client().card();
        Label rule = new Label(Messages.text("tester.ruleOf", card.title(), card.version(), card.rule()));
        rule.setWrapText(true);
        rule.setMinHeight(USE_PREF_SIZE);
        getChildren().add(rule);
        for (int i = 0; i < row.decisions().size(); i++) {
            getChildren()
                    .add(line(
                            matrix,
                            matrix.columns().get(i).url(),
                            row.decisions().get(i)));
        }
    }

    private static Pane line(TesterMatrix matrix, String url, Decision decision) {
        Label where = new Label(url);
        where.getStyleClass().add("mono");
        Label why = new Label(Messages.text("tester." + decision.verdict().word()) + ": " + decision.reason());
        why.getStyleClass().add("secondary");
        FlowPane line = new FlowPane(where, why);
        line.getStyleClass().add("tester-line");
        String list = matrix.list();
        if (list != null && decision.entry() != null) {
            FlowPane pieces = new FlowPane();
            for (ListPiece piece : ListPiece.of(list, decision.entry())) {
                Label text = new Label(piece.text());
                text.getStyleClass().addAll("mono", piece.deciding() ? "tester-entry" : "tertiary");
                pieces.getChildren().add(text);
            }
            return new VBox(line, pieces);
        }
        return line;
    }
}
