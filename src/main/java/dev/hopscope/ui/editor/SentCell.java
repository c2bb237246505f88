package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import dev.hopscope.ui.kit.Tips;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** One sending: its letter in the comparison, number, time, status, duration, size, and what was changed before it. FX thread. */
final class SentCell extends ListCell<Attempt> {
    private static final List<String> TINTS = List.of("s1", "s2", "s3", "s4", "s5");

    private final EditorModel model;
    private final IntSupplier marked;
    private final Button letter = new Button();
    private final Label number = figure("sent-number");
    private final Label time = figure("sent-time");
    private final Label status = figure("sent-status");
    private final Label took = figure("sent-took");
    private final Label size = figure("sent-size");
    private final Label what = new Label();
    private final HBox line = new HBox(letter, number, time, status, took, size, what);

    /**
     * @param marked number of the attempt with the letter A, 0 for none
     * @param mark gives the letter A to an attempt
     */
    SentCell(EditorModel model, IntSupplier marked, IntConsumer mark) {
        this.model = model;
        this.marked = marked;
        getStyleClass().add("sent-cell");
        line.getStyleClass().add("sent-line");
        letter.getStyleClass().addAll("sent-letter");
        letter.setFocusTraversable(false);
        Tips.name(letter, Messages.text("editor.sent.mark"));
        letter.setOnAction(e -> {
            if (getItem() != null) {
                mark.accept(getItem().number());
            }
        });
        what.getStyleClass().add("secondary");
        what.setMinWidth(0);
        // the text of this cell is the line, which is cut rather than scrolled
        line.maxWidthProperty().bind(widthProperty().subtract(8));
        setPrefWidth(0);
    }

    private static Label figure(String style) {
        Label label = new Label();
        label.getStyleClass().addAll("number", style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    @Override
    protected void updateItem(@Nullable Attempt attempt, boolean empty) {
        super.updateItem(attempt, empty);
        setText(null);
        if (empty || attempt == null) {
            setGraphic(null);
            return;
        }
        Sheet sheet = model.openProperty().get();
        boolean a = attempt.number() == marked.getAsInt();
        boolean b = attempt.number() == sheet.at();
        letter.setText(b ? "B" : a ? "A" : "");
        letter.getStyleClass().removeAll("given");
        if (a || b) {
            letter.getStyleClass().add("given");
        }
        number.setText(Integer.toString(attempt.number()));
        time.setText(Figures.clock(TimeUnit.MILLISECONDS.toMicros(attempt.at()), ZoneId.systemDefault()));
        status.setText(attempt.status() > 0 ? Integer.toString(attempt.status()) : "–");
        status.getStyleClass().removeAll(TINTS);
        status.getStyleClass().add(tint(attempt));
        took.setText(attempt.over() ? Figures.duration(attempt.micros()) : "");
        size.setText(attempt.bytes() < 0 ? "" : Figures.size(attempt.bytes()));
        what.setText(words(sheet, attempt));
        setGraphic(line);
        setAccessibleText(number.getText() + ", " + status.getText() + ", " + what.getText());
    }

    static String tint(Attempt attempt) {
        return attempt.failure() != null && attempt.status() == 0
                ? "s5"
                : "s" + Math.clamp(attempt.status() / 100, 1, 5);
    }

    private static String words(Sheet sheet, Attempt attempt) {
        if (!attempt.over()) {
            return Messages.text("editor.sent.wait");
        }
        if (attempt.failure() != null) {
            return Plain.line(attempt.failure());
        }
        Attempt before = sheet.attempt(attempt.number() - 1);
        String changed = DraftChanges.words(before == null ? sheet.start() : before.draft(), attempt.draft());
        return changed.isEmpty()
                ? Messages.text(before == null && sheet.row() == 0 ? "editor.changed.first" : "editor.changed.same")
                : Plain.line(changed);
    }
}
