package dev.hopscope.ui.shell;

import dev.hopscope.capture.Session;
import dev.hopscope.interchange.code.Code;
import dev.hopscope.interchange.code.CodeTarget;
import dev.hopscope.interchange.code.CodeTargets;
import dev.hopscope.interchange.code.TargetGroup;
import dev.hopscope.ui.copyas.ChosenRequests;
import dev.hopscope.ui.copyas.CopyAsActions;
import dev.hopscope.ui.copyas.CopyAsChoice;
import dev.hopscope.ui.copyas.CopyAsDialog;
import dev.hopscope.ui.copyas.CopyAsModel;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Theme;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.table.ExchangeTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Copies the requests of the selected rows as code, at once or after a look. FX thread; reads and writes the text in the background. */
final class CopyingAs implements CopyAsActions {
    private final ShellModel model;
    private final ExchangeTable table;
    private final Background background;
    private final ShellCommands commands;
    private final Questions questions;
    private final CopyAsChoice choice;
    /** What the last copy told; it goes with the next. */
    private @Nullable Notice told;

    CopyingAs(
            ShellModel model,
            ExchangeTable table,
            Background background,
            Memory memory,
            ShellCommands commands,
            Questions questions) {
        this.model = model;
        this.table = table;
        this.background = background;
        this.commands = commands;
        this.questions = questions;
        choice = new CopyAsChoice(memory);
    }

    boolean possible() {
        return !table.selectedIdsProperty().get().isEmpty()
                && model.sessionProperty().get() != null;
    }

    /** What Ctrl+Shift+C does. */
    void curl() {
        copy(CodeTargets.ALL.getFirst());
    }

    void copy(CodeTarget target) {
        Session session = model.sessionProperty().get();
        long[] rows = rows();
        if (session == null || rows.length == 0) {
            return;
        }
        boolean mask = choice.masks();
        background.run(
                () -> ChosenRequests.read(session, rows).as(target, mask),
                code -> take(target, code),
                e -> commands.fail("copyas.failed", e));
    }

    private void take(CodeTarget target, Code code) {
        if (told != null) {
            model.notices().remove(told);
            told = null;
        }
        String title = target.card().title();
        switch (code) {
            case Code.Text text -> {
                copy(text.text());
                choice.used(target);
                if (!text.notes().isEmpty()) {
                    tell(Tone.NOTE, Messages.text("copyas.copied", title), String.join(" ", text.notes()));
                }
            }
            case Code.Refused refused -> tell(Tone.WARNING, Messages.text("copyas.refused", title), refused.why());
        }
    }

    private void tell(Tone tone, String headline, String more) {
        told = new Notice(tone, headline, more);
        model.notices().add(told);
    }

    /** Shows the text for the program used last, to choose another, and to copy or save it. */
    void look(Stage owner, Theme theme) {
        Session session = model.sessionProperty().get();
        long[] rows = rows();
        if (session != null && rows.length > 0) {
            dialog(session, rows).show(owner, theme);
        }
    }

    private CopyAsDialog dialog(Session session, long[] rows) {
        CopyAsModel text = new CopyAsModel(
                choice, background, () -> ChosenRequests.read(session, rows), e -> commands.fail("copyas.failed", e));
        return new CopyAsDialog(text, background, this);
    }

    /** In the order of the list. */
    private long[] rows() {
        return table.selectedIdsProperty().get().stream().toArray();
    }

    @Override
    public void copy(String text) {
        ShellCommands.copy(text);
    }

    @Override
    public Optional<Path> fileToWrite(String name, String kind, String ending) {
        return questions.fileToWrite(name, kind, ending);
    }

    /** The targets, the one used last first; then the switch, and the way to look at the text. */
    Menu menu(Runnable look) {
        Menu menu = new Menu(Messages.text("menu.copyAs"));
        List<MenuItem> items = new ArrayList<>();
        CodeTarget last = choice.last();
        items.add(item(last));
        TargetGroup group = null;
        for (CodeTarget target : CodeTargets.ALL) {
            if (target != last) {
                if (target.card().group() != group) {
                    items.add(new SeparatorMenuItem());
                    group = target.card().group();
                }
                items.add(item(target));
            }
        }
        items.add(new SeparatorMenuItem());
        CheckMenuItem mask = new CheckMenuItem(Messages.text("copyas.mask"));
        mask.setSelected(choice.masks());
        mask.selectedProperty().subscribe(choice::setMasks);
        items.add(mask);
        items.add(item(Messages.text("menu.copyAsCode"), Keys.COPY_AS_CODE, look));
        menu.getItems().setAll(items);
        menu.setDisable(!possible());
        return menu;
    }

    private MenuItem item(CodeTarget target) {
        boolean first = target == CodeTargets.ALL.getFirst();
        return item(target.card().title(), first ? Keys.COPY_CURL : null, () -> copy(target));
    }

    private static MenuItem item(String text, @Nullable KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setAccelerator(keys);
        item.setOnAction(e -> action.run());
        return item;
    }
}
