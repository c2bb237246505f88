package dev.hopscope.ui.diff;

import dev.hopscope.ui.meaning.MeaningPopover;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/** Explains the line of a list on which the pointer comes to rest, and puts that away when it leaves. FX thread. Knows no meaning. */
final class HoverRest {
    private static final Duration REST = Duration.millis(450);
    private static final Duration LEAVE = Duration.millis(220);

    private final MeaningPopover popover;
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition leave = new PauseTransition(LEAVE);
    private int pointed = -1;
    private int explained = -1;

    /** @param explain shows what the line of an index means, lightly, where it means something */
    HoverRest(ListView<?> list, MeaningPopover popover, IntConsumer explain) {
        this.popover = popover;
        rest.setOnFinished(e -> {
            explained = pointed;
            leave.stop();
            explain.accept(pointed);
        });
        leave.setOnFinished(e -> hide());
        list.addEventFilter(MouseEvent.MOUSE_MOVED, e -> point(line(e)));
        list.addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            rest.stop();
            hide();
        });
        list.addEventFilter(ScrollEvent.SCROLL, e -> {
            rest.stop();
            popover.hide();
        });
    }

    private void point(int line) {
        if (popover.held()) {
            return;
        }
        if (line != pointed) {
            pointed = line;
            rest.stop();
            if (popover.showing()) {
                leave.playFromStart();
            }
        }
        if (line >= 0 && (!popover.showing() || line != explained)) {
            rest.playFromStart();
        } else if (line >= 0) {
            leave.stop();
        }
    }

    /** What is held by a key stays; what the pointer is on stays while it is. */
    private void hide() {
        if (popover.held()) {
            return;
        }
        if (popover.underPointer()) {
            leave.playFromStart();
        } else {
            popover.hide();
        }
    }

    private static int line(MouseEvent event) {
        for (Node at = event.getPickResult().getIntersectedNode(); at != null; at = at.getParent()) {
            if (at instanceof DiffCell cell) {
                return cell.getItem() instanceof DiffRow.Line ? cell.getIndex() : -1;
            }
        }
        return -1;
    }
}
