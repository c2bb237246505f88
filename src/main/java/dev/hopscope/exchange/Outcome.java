package dev.hopscope.exchange;

/** How an exchange stands. Exactly one terminal outcome follows {@link Pending}. */
public sealed interface Outcome {
    Outcome PENDING = new Pending();
    Outcome COMPLETED = new Completed();
    Outcome INTERRUPTED = new Interrupted();

    /** {@code pending}, {@code completed}, {@code failed} or {@code interrupted}: for files and machines. */
    default String code() {
        return switch (this) {
            case Pending p -> "pending";
            case Completed c -> "completed";
            case Failed f -> "failed";
            case Interrupted i -> "interrupted";
        };
    }

    default boolean terminal() {
        return !(this instanceof Pending);
    }

    record Pending() implements Outcome {}

    record Completed() implements Outcome {}

    record Failed(Failure failure) implements Outcome {}

    /** Hopscope itself ended while the exchange was under way; seen only when a session is read again. */
    record Interrupted() implements Outcome {}
}
