package dev.hopscope.capture;

/** How recording stands. */
public sealed interface RecordingState {
    record Recording() implements RecordingState {}

    /** The user paused it: traffic passes unrecorded. */
    record Paused() implements RecordingState {}

    /** The disk is slower than the traffic, so the proxy reads slower; nothing is lost. */
    record Slowed() implements RecordingState {}

    /** Nothing more can be written: traffic goes on unrecorded. {@code cause} says why and what to do; it resumes by itself when it can. */
    record Stopped(String cause) implements RecordingState {}

    /** A session opened to look at. */
    record ReadOnly() implements RecordingState {}
}
