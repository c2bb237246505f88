package dev.hopscope.ui.meaning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Header;
import dev.hopscope.inspect.body.HeadLine;
import dev.hopscope.inspect.meaning.Level;
import dev.hopscope.inspect.meaning.Meaning;
import dev.hopscope.inspect.meaning.Meanings;
import dev.hopscope.inspect.meaning.Setting;
import dev.hopscope.inspect.warning.Warning;
import dev.hopscope.ui.body.TextBlock;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import dev.hopscope.ui.kit.Tips;
import java.util.List;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Explains the lines of a head shown in a {@link TextBlock}: by hover, by key, with marks where a line deserves a look. FX thread. Does not find the warnings. */
public final class LineMeanings {
    private static final Duration REST = Duration.millis(450);
    private static final Duration LEAVE = Duration.millis(220);

    private final TextBlock block;
    private final MeaningPopover popover = new MeaningPopover();
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition leave = new PauseTransition(LEAVE);
    private List<HeadLine> lines = List.of();
    private List<Warning> warnings = List.of();
    private @Nullable Setting setting;
    private int pointed = -1;
    private int explained = -1;

    public LineMeanings(TextBlock block) {
        this.block = block;
        block.onPointer(this::pointer);
        block.onLine(line -> {
            if (popover.held()) {
                explain(line, true);
            }
        });
        rest.setOnFinished(e -> explain(pointed, false));
        leave.setOnFinished(e -> hideLight());
        block.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            rest.stop();
            hideLight();
        });
        block.addEventFilter(ScrollEvent.SCROLL, e -> {
            rest.stop();
            popover.hide();
        });
        block.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Another text stands in the block.
     *
     * @param newSetting null where its lines cannot be explained
     */
    public void show(List<HeadLine> newLines, @Nullable Setting newSetting) {
        if (newLines.equals(lines) && Objects.equals(newSetting, setting)) {
            return;
        }
        lines = newLines;
        setting = newSetting;
        rest.stop();
        popover.hide();
        mark();
    }

    /** Marks the lines these are about. */
    public void setWarnings(List<Warning> found) {
        if (!found.equals(warnings)) {
            warnings = found;
            mark();
        }
    }

    /** Explains the line the keyboard is on, until Esc. */
    public void explain() {
        block.requestFocus();
        explain(block.line(), true);
    }

    /** Goes to the line a warning is about; without effect where none is shown. */
    public void go(Warning warning) {
        for (int i = 0; i < lines.size(); i++) {
            if (about(lines.get(i)).contains(warning)) {
                block.go(i);
                block.requestFocus();
                return;
            }
        }
    }

    private void pointer(int line) {
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

    private void hideLight() {
        if (!popover.held() && !popover.underPointer()) {
            popover.hide();
        } else if (!popover.held()) {
            leave.playFromStart();
        }
    }

    private void key(KeyEvent event) {
        if (popover.held() && (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP)) {
            popover.page(event.getCode() == KeyCode.PAGE_DOWN ? 1 : -1);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            explain();
            event.consume();
        } else {
            hideLight();
        }
    }

    private void explain(int index, boolean hold) {
        Meaning meaning = meaning(index);
        Bounds bounds = meaning == null ? null : block.boundsOnScreen(index).orElse(null);
        if (meaning == null || bounds == null || block.getScene() == null) {
            popover.hide();
            return;
        }
        explained = index;
        leave.stop();
        List<Warning> besides = about(lines.get(index)).stream()
                .filter(w -> w.value().isEmpty())
                .toList();
        popover.show(block, bounds, bounds.getMinX() + 12, meaning, besides, hold);
        block.setAccessibleHelp(MeaningCard.text(meaning, besides));
    }

    /** What a line means; null for an empty one. */
    private @Nullable Meaning meaning(int index) {
        HeadLine line = index >= 0 && index < lines.size() ? lines.get(index) : null;
        if (line == null || setting == null) {
            return null;
        }
        Header field = line.field();
        return field != null
                ? Meanings.of(field, setting)
                : line.head() != null ? Meanings.ofStartLine(line.head(), setting) : null;
    }

    private List<Warning> about(HeadLine line) {
        Direction direction = setting == null ? null : setting.direction();
        Header field = line.field();
        return warnings.stream()
                .filter(w -> w.direction() == direction)
                .filter(w -> field != null ? w.about(field) : line.head() != null && w.aboutStartLine())
                .toList();
    }

    private void mark() {
        boolean any = lines.stream().anyMatch(line -> !about(line).isEmpty());
        block.setMarks(any ? this::markOf : null);
    }

    private @Nullable Node markOf(int index) {
        List<Warning> about = index < lines.size() ? about(lines.get(index)) : List.of();
        if (about.isEmpty()) {
            return null;
        }
        Level worst = about.stream().map(Warning::level).max(Level::compareTo).orElse(Level.ADVICE);
        Glyph glyph = new Glyph(MeaningCard.glyph(worst));
        glyph.getStyleClass().add(MeaningCard.style(worst));
        Label mark = new Label("", glyph);
        mark.getStyleClass().add("line-mark");
        Tips.name(
                mark,
                Plain.line(Messages.text(
                        "meaning.mark", about.size(), about.getFirst().title())));
        mark.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                block.go(index);
                explain();
            }
        });
        return mark;
    }
}
