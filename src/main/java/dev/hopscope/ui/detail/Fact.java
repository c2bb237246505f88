package dev.hopscope.ui.detail;

import org.jspecify.annotations.Nullable;

/**
 * One line below the sentence: something worth a look.
 *
 * @param icon literal of the icon
 * @param what the fact itself, set strong
 * @param more what it means; may be empty
 * @param section the id of the section that shows it in full, null if none
 */
public record Fact(
        String icon, String what, String more, @Nullable String section) {
    Fact(String icon, String what, String more) {
        this(icon, what, more, null);
    }
}
