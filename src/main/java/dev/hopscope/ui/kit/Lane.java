package dev.hopscope.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A series of questions of which only the newest counts: a new one cancels those before it, and a late answer is dropped by its number. Asked on the FX thread;
 * the work runs elsewhere. Does not interrupt threads: work asks whether to go on.
 */
public final class Lane {
    /** Work that tells how far it is and asks whether to go on. */
    @FunctionalInterface
    public interface Task<T extends @Nullable Object> {
        T run(Progress progress) throws Exception;
    }

    /** What running work may do; any thread. */
    public interface Progress {
        /**
         * Tells how far the work is.
         *
         * @param share done, 0 to 1
         * @return false where the answer is no longer wanted
         */
        boolean report(double share);

        /** Hands a part of the answer to the screen's thread, unless a newer question was asked. */
        void part(Runnable onScreen);
    }

    private final Executor worker;
    private final Executor screen;
    private final AtomicLong newest = new AtomicLong();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);

    Lane(Executor worker, Executor screen) {
        this.worker = worker;
        this.screen = screen;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** 0 to 1; -1 until the work tells. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Asks; what was asked before no longer counts. */
    public <T extends @Nullable Object> void ask(Task<T> task, Consumer<T> done, Consumer<Exception> failed) {
        long number = newest.incrementAndGet();
        busy.set(true);
        progress.set(-1);
        Ticket ticket = new Ticket(number);
        worker.execute(() -> {
            if (newest.get() != number) {
                return;
            }
            try {
                T answer = task.run(ticket);
                ticket.end(() -> done.accept(answer));
            } catch (Exception e) {
                ticket.end(() -> failed.accept(e));
            }
        });
    }

    /** Gives up the question under way, if any. */
    public void cancel() {
        newest.incrementAndGet();
        busy.set(false);
        progress.set(-1);
    }

    private final class Ticket implements Progress {
        private final long number;
        private volatile double shown = -1;

        Ticket(long number) {
            this.number = number;
        }

        @Override
        public boolean report(double share) {
            if (newest.get() != number) {
                return false;
            }
            if (share - shown >= 0.01) {
                shown = share;
                part(() -> progress.set(share));
            }
            return true;
        }

        @Override
        public void part(Runnable onScreen) {
            screen.execute(() -> {
                if (newest.get() == number) {
                    onScreen.run();
                }
            });
        }

        void end(Runnable answer) {
            part(() -> {
                busy.set(false);
                progress.set(-1);
                answer.run();
            });
        }
    }
}
