package dev.hopscope.exchange;

/** Which way a message goes: the request leg, or the response leg. */
public enum Direction {
    REQUEST,
    RESPONSE
}
