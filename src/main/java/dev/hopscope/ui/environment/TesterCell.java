package dev.hopscope.ui.environment;

import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.snippet.noproxy.Verdict;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Draws what one client does with one URL, and what decided it. FX thread. */
final class TesterCell extends TableCell<TesterMatrix.Row, TesterMatrix.Row> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass FAILS = PseudoClass.getPseudoClass("fails");

    private final int column;
    private final Verdict wanted;
    private final boolean variables;
    private final Glyph glyph = new Glyph("");
    private final Label verdict = new Label();
    private final Label why = new Label();
    private final HBox box = new HBox(glyph, verdict, why);

    /** @param variables the cell tells which variable won, and where it leads */
    TesterCell(int column, Verdict wanted, boolean variables) {
        this.column = column;
        this.variables = variables;
        this.wanted = wanted;
        getStyleClass().add("tester-cell");
        box.getStyleClass().add("tester-decision");
        verdict.setMinWidth(USE_PREF_SIZE);
        why.getStyleClass().add("mono");
        why.setMinWidth(0);
    }

    @Override
    protected void updateItem(TesterMatrix.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        // while columns are exchanged a cell may be asked for a column that is no more
        if (row == null || empty || column >= row.decisions().size()) {
            setGraphic(null);
            pseudoClassStateChanged(WRONG, false);
            pseudoClassStateChanged(FAILS, false);
            return;
        }
        Decision decision = row.decisions().get(column);
        boolean fails = decision.verdict() == Verdict.ERROR;
        boolean wrong = decision.verdict() != wanted;
        glyph.setLiteral(fails ? "bi-x-circle" : wrong ? "bi-exclamation-triangle" : "bi-check2");
        verdict.setText(Messages.text("tester." + decision.verdict().word()));
        why.setText(why(decision));
        Tips.on(why, decision.reason());
        setAccessibleText(verdict.getText() + ", " + decision.reason());
        pseudoClassStateChanged(WRONG, wrong && !fails);
        pseudoClassStateChanged(FAILS, fails);
        setGraphic(box);
    }

    private String why(Decision decision) {
        String entry = decision.entry();
        if (entry != null) {
            return entry;
        }
        if (!variables && decision.verdict() == Verdict.PROXY) {
            return Messages.text("tester.noEntry");
        }
        String proxy = decision.proxy();
        String via = decision.via();
        if (proxy == null) {
            return decision.verdict() == Verdict.ERROR ? decision.reason() : Messages.text("tester.noProxy");
        }
        return via == null ? proxy : via + " " + proxy;
    }
}
