package dev.hopscope.ui.copyas;

import dev.hopscope.interchange.code.Code;
import dev.hopscope.interchange.code.CodeTarget;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The text for the program chosen, written anew in the background with each choice. FX thread. Puts nothing on the clipboard. */
public final class CopyAsModel {
    /** Target of the text; null until one is written. */
    public record Shown(CodeTarget target, Code code) {}

    private final CopyAsChoice choice;
    private final Lane lane;
    private final Background.Work<ChosenRequests> read;
    private final Consumer<Exception> failed;
    private final ObjectProperty<CodeTarget> target;
    private final BooleanProperty masked;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown", null);
    private @Nullable ChosenRequests requests;

    /** @param read reads the requests; blocks, and is asked once */
    public CopyAsModel(
            CopyAsChoice choice,
            Background background,
            Background.Work<ChosenRequests> read,
            Consumer<Exception> failed) {
        this.choice = choice;
        this.read = read;
        this.failed = failed;
        lane = background.lane();
        target = new SimpleObjectProperty<>(this, "target", choice.last());
        masked = new SimpleBooleanProperty(this, "masked", choice.masks());
        target.addListener((property, before, now) -> write());
        masked.addListener((property, before, on) -> {
            choice.setMasks(on);
            write();
        });
        write();
    }

    ObjectProperty<CodeTarget> targetProperty() {
        return target;
    }

    BooleanProperty maskedProperty() {
        return masked;
    }

    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The text that may be copied now: that of the choice shown. */
    @Nullable
    String text() {
        Shown now = shown.get();
        return now != null && now.code() instanceof Code.Text text ? text.text() : null;
    }

    /** Told when the text has been copied or saved: it is the first choice of the next time. */
    void used() {
        choice.used(target.get());
    }

    private void write() {
        CodeTarget wanted = target.get();
        boolean mask = masked.get();
        ChosenRequests known = requests;
        lane.ask(
                progress -> {
                    ChosenRequests all = known == null ? read.run() : known;
                    return new Written(all, all.as(wanted, mask));
                },
                written -> {
                    requests = written.requests();
                    shown.set(new Shown(wanted, written.code()));
                },
                failed);
    }

    private record Written(ChosenRequests requests, Code code) {}

    /** What stands below the text: what the program sends otherwise, or why there is no text. */
    List<String> notes() {
        Shown now = shown.get();
        return now == null
                ? List.of()
                : switch (now.code()) {
                    case Code.Text text -> text.notes();
                    case Code.Refused refused -> List.of(refused.why());
                };
    }
}
