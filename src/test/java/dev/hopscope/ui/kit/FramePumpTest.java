package dev.hopscope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FramePumpTest {
    private final BlockingQueue<Runnable> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<Integer>> applied = new LinkedBlockingQueue<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final BlockingQueue<Throwable> errors = new LinkedBlockingQueue<>();
    private FramePump<List<Integer>> pump = new FramePump<>(
            () -> List.of(fetched.incrementAndGet()), List::isEmpty, applied::add, frames::add, errors::add);

    @AfterEach
    void close() {
        pump.close();
    }

    @Test
    void theNextBatchIsFetchedOnlyAfterTheLastWasShown() throws InterruptedException {
        pump.start();
        Runnable first = frame();
        assertThat(fetched).hasValue(1);
        assertThat(applied).isEmpty();
        first.run();
        Runnable second = frame();
        assertThat(fetched).hasValue(2);
        second.run();
        assertThat(applied).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void nothingIsShownAfterTheEnd() throws InterruptedException {
        pump.start();
        Runnable first = frame();
        pump.close();
        first.run();
        assertThat(applied).isEmpty();
    }

    @Test
    void anErrorOfTheSourceIsToldAndThePumpGoesOn() throws InterruptedException {
        pump = new FramePump<>(
                () -> {
                    if (fetched.incrementAndGet() == 1) {
                        throw new IllegalStateException("gone");
                    }
                    return List.of(fetched.get());
                },
                List::isEmpty,
                applied::add,
                frames::add,
                errors::add);
        pump.start();
        frame().run();
        assertThat(errors).hasSize(1);
        frame().run();
        assertThat(applied).containsExactly(List.of(2));
    }

    private Runnable frame() throws InterruptedException {
        Runnable next = frames.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }
}
