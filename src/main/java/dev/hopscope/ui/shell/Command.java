package dev.hopscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * One thing the user can do, as it stands now. FX thread. The menu is the list of them: what stands there is in the palette too, with the same words and keys.
 *
 * @param words as the menu has them
 * @param place where it stands: {@code View}; empty for nowhere
 * @param keys as they are shown, empty for none
 * @param enabled whether it has an effect now
 * @param on whether it is a choice that is taken
 */
record Command(String words, String place, String keys, boolean enabled, boolean on, Runnable run) {
    /** By which it is remembered. */
    String id() {
        return place + "/" + words;
    }

    /** A command that stands in no menu. */
    static Command of(String words, String place, boolean enabled, Runnable run) {
        return new Command(words, place, "", enabled, false, run);
    }

    /** All entries of menus, those of menus in menus too. */
    static List<Command> of(List<? extends MenuItem> items) {
        List<Command> all = new ArrayList<>();
        collect(items, "", true, all);
        return all;
    }

    private static void collect(List<? extends MenuItem> items, String place, boolean enabled, List<Command> into) {
        for (MenuItem item : items) {
            boolean usable = enabled && !item.isDisable();
            if (item instanceof Menu menu) {
                String inside = place.isEmpty() ? menu.getText() : place + " › " + menu.getText();
                collect(menu.getItems(), inside, usable, into);
            } else if (!(item instanceof SeparatorMenuItem) && item.getText() != null) {
                String keys = item.getAccelerator() == null ? "" : Keys.text(item.getAccelerator());
                into.add(new Command(item.getText(), place, keys, usable, taken(item), () -> choose(item)));
            }
        }
    }

    private static boolean taken(MenuItem item) {
        return item instanceof CheckMenuItem check && check.isSelected()
                || item instanceof RadioMenuItem radio && radio.isSelected();
    }

    /** As a click does. */
    private static void choose(MenuItem item) {
        if (item instanceof CheckMenuItem check) {
            check.setSelected(!check.isSelected());
        } else if (item instanceof RadioMenuItem radio) {
            radio.setSelected(true);
        }
        item.fire();
    }
}
