package dev.hopscope.snippet;

/** A variable and its value, unquoted; immutable. */
public record Assignment(String name, String value) {}
