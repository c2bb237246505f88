package dev.hopscope.ui.detail;

/**
 * One line below the sentence: something worth a look.
 *
 * @param icon literal of the icon
 * @param what the fact itself, set strong
 * @param more what it means; may be empty
 */
public record Fact(String icon, String what, String more) {}
