package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/** Short coloured text that scrolls, such as a head: selectable, its lines known to the keyboard and the pointer, and marked. FX thread. Does not search. */
public final class TextBlock extends StackPane {
    private final StyledArea area = new StyledArea(false);

    /** @param name for assistive technology */
    public TextBlock(String name) {
        area.setAccessibleText(name);
        area.getStyleClass().add("head-text");
        area.focusedProperty().subscribe(area::setLineHighlighterOn);
        getChildren().add(new VirtualizedScrollPane<>(area));
        setMinSize(0, 0);
    }

    /** Shows a text; does nothing where it is shown already, so that a selection stays. */
    public void show(BodyRendering.Text text) {
        if (!text.text().equals(area.getText())) {
            area.show(StyledArea.prepare(text));
        }
    }

    public String text() {
        return area.unfolded();
    }

    /** Lines on the screen where this many characters fit on one. */
    public double lines(double characters) {
        return area.getParagraphs().stream()
                .mapToDouble(paragraph -> Math.max(1, Math.ceil(paragraph.length() / characters)))
                .sum();
    }

    /** The line the keyboard is on, folds not counted. */
    public int line() {
        return line(area.getCurrentParagraph());
    }

    /** Puts the keyboard on a line, and shows it. */
    public void go(int line) {
        int paragraph = paragraph(line);
        if (paragraph < area.getParagraphs().size()) {
            area.moveTo(paragraph, 0);
            area.requestFollowCaret();
        }
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /** Calls with the line when the keyboard goes to another. */
    public void onLine(IntConsumer changed) {
        area.currentParagraphProperty().addListener((o, before, now) -> changed.accept(line(now)));
    }

    /** Calls with the line under the pointer whenever it moves, -1 where it is on none. */
    public void onPointer(IntConsumer moved) {
        area.addEventHandler(MouseEvent.MOUSE_MOVED, e -> moved.accept(lineAt(e)));
        area.addEventHandler(MouseEvent.MOUSE_EXITED, e -> moved.accept(-1));
    }

    private int lineAt(MouseEvent e) {
        int paragraph = area.offsetToPosition(
                        area.hit(e.getX(), e.getY()).getInsertionIndex(),
                        org.fxmisc.richtext.model.TwoDimensional.Bias.Backward)
                .getMajor();
        boolean on = area.getParagraphBoundsOnScreen(paragraph)
                .map(b -> b.getMinY() <= e.getScreenY() && e.getScreenY() < b.getMaxY())
                .orElse(false);
        return on ? line(paragraph) : -1;
    }

    /** Where a line is on the screen, its folds left out; empty where it is not in sight. */
    public Optional<Bounds> boundsOnScreen(int line) {
        int paragraph = paragraph(line);
        return paragraph < area.getParagraphs().size() ? area.getParagraphBoundsOnScreen(paragraph) : Optional.empty();
    }

    /** Puts a mark before lines; null from {@code mark} for a line without one. Null takes all marks away. */
    public void setMarks(@Nullable IntFunction<@Nullable Node> mark) {
        area.setParagraphGraphicFactory(
                mark == null
                        ? null
                        : paragraph -> {
                            Node node = continued(paragraph) ? null : mark.apply(line(paragraph));
                            if (node != null) {
                                return node;
                            }
                            Region none = new Region();
                            none.getStyleClass().add("no-mark");
                            return none;
                        });
    }

    private boolean continued(int paragraph) {
        return Arrays.binarySearch(area.continued(), paragraph) >= 0;
    }

    private int line(int paragraph) {
        int at = Arrays.binarySearch(area.continued(), paragraph);
        return paragraph - (at >= 0 ? at + 1 : -at - 1);
    }

    private int paragraph(int line) {
        int paragraph = line;
        for (int folded : area.continued()) {
            if (folded <= paragraph) {
                paragraph++;
            }
        }
        return paragraph;
    }
}
